import { MAX_DEPTH, MAX_VALUES } from './plainCopy.ts'

/**
 * Whether a value is plain JSON data already, as `JSON.parse` makes it, so that `plainCopy` would only repeat it. May
 * say no to data that is plain in an unusual way (made without a prototype, holding -0 or `undefined`); may throw.
 */
export const isPlainJson = (value: unknown): boolean => valuesLeft(value, 0, MAX_VALUES) >= 0

/** How many more values may come after this one; below 0 where it is not plain, or too many came. */
function valuesLeft(value: unknown, depth: number, most: number): number {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return most
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? most : -1
    case 'object': {
      if (value === null) return most
      if (depth >= MAX_DEPTH) return -1
      if (Array.isArray(value)) return leftAfterList(value, depth, most)
      return Object.getPrototypeOf(value) === Object.prototype ? leftAfterObject(value, depth, most) : -1
    }
    default:
      return -1
  }
}

function leftAfterList(list: readonly unknown[], depth: number, most: number): number {
  let left = most - list.length
  for (let i = 0; i < list.length && left >= 0; i++) left = valuesLeft(list[i], depth + 1, left)
  return left
}

function leftAfterObject(object: object, depth: number, most: number): number {
  let left = most
  for (const key in object) {
    if (key === '__proto__') return -1
    left = valuesLeft((object as Readonly<Record<string, unknown>>)[key], depth + 1, left - 1)
    if (left < 0) return -1
  }
  return left
}
