import { MAX_ENTRIES } from './ownChecks.ts'
import { MAX_DEPTH, MAX_VALUES } from './plainCopy.ts'

/**
 * Whether a value is plain JSON data already, as `JSON.parse` makes it, so that `plainCopy` would only repeat it. May
 * say no to data that is plain in an unusual way (made without a prototype, holding -0 or `undefined`, of very many
 * properties); may throw.
 */
export const isPlainJson = (value: unknown): boolean => valuesLeft(value, 0, MAX_VALUES, MAX_ENTRIES) >= 0

/** How many more values may come after this one; below 0 where it is not plain, or too many came, in all or in one object. */
function valuesLeft(value: unknown, depth: number, most: number, entries: number): number {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return most
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? most : -1
    case 'object': {
      if (value === null) return most
      if (depth >= MAX_DEPTH) return -1
      if (Array.isArray(value)) return leftAfterList(value, depth, most, entries)
      const plain = Object.getPrototypeOf(value) === Object.prototype
      return plain ? leftAfterObject(value, depth, most, entries) : -1
    }
    default:
      return -1
  }
}

function leftAfterList(list: readonly unknown[], depth: number, most: number, entries: number): number {
  const { length } = list
  let left = most - length
  for (let i = 0; i < length && left >= 0; i++) left = valuesLeft(list[i], depth + 1, left, entries)
  return left
}

function leftAfterObject(object: object, depth: number, most: number, entries: number): number {
  let left = most
  let room = entries
  for (const key in object) {
    if (--room < 0 || key === '__proto__') return -1
    const within = depth === 0 && key === 'metadata' ? MAX_VALUES : entries
    left = valuesLeft((object as Readonly<Record<string, unknown>>)[key], depth + 1, left - 1, within)
    if (left < 0) return -1
  }
  return left
}
