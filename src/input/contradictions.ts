import type { IssueCode } from '../words/issue.ts'
import type { Contradiction } from './crossing.ts'
import { isFull } from './issueLimit.ts'
import { shownValue } from './issueOf.ts'

/**
 * What files of every kind can contradict themselves in. It is looked for in whatever is sound: a field is `undefined`
 * where it was not given and `null` where it is at fault already. What is found is added to `found`.
 */

type Given<T> = T | null | undefined

/** For a value that was read already: the sentence shows how it was written. */
export const AS_GIVEN = Symbol('as given')

/** Says what is wrong with a value as it stands, or with its absence, unless too much is wrong already. */
export function report(
  found: Contradiction[],
  code: IssueCode,
  path: string,
  expected: string,
  value: unknown,
): void {
  if (isFull(found)) return
  if (value === AS_GIVEN) found.push({ code, path, expected })
  else found.push({ code, path, expected, got: value === undefined ? 'nothing' : shownValue(value) })
}

export const isNumber = (value: Given<number>): value is number => typeof value === 'number'

type Point = Given<string | number>

/** Days that exist compare as text does, and so do times of day; both may have been read into numbers too. */
export function checkOrder(
  found: Contradiction[],
  first: Point,
  second: Point,
  path: string,
  expected: string,
): void {
  if (isGiven(first) && isGiven(second) && second < first)
    report(found, 'order.reversed', path, expected, AS_GIVEN)
}

const isGiven = <T>(value: Given<T>): value is T => value !== null && value !== undefined

type Hours = { readonly from?: Point; readonly to?: Point }

export function checkHours(
  found: Contradiction[],
  hours: Given<readonly (Hours | null)[]>,
  path: string,
): void {
  hours?.forEach((one, i) => {
    if (isGiven(one?.from) && isGiven(one?.to) && one.to <= one.from)
      report(found, 'order.reversed', `${path}/${i}/to`, 'a time of day after from', AS_GIVEN)
  })
}

/** No two entries may have the same name in their field `key`. */
export function checkNames<Key extends string>(
  found: Contradiction[],
  entries: Given<readonly ({ readonly [K in Key]?: string | null } | null)[]>,
  key: Key,
  path: string,
): void {
  const names = new Set<string>()
  entries?.forEach((entry, i) => {
    const name = entry?.[key]
    if (!name) return
    if (names.has(name))
      found.push({
        code: 'id.duplicate',
        path: `${path}/${i}/${key}`,
        expected: `another ${key} for every entry`,
        got: 'one again',
      })
    names.add(name)
  })
}

/** Every number must go on from the one before: 'a number above the one before', where `goesOn` says so. */
export function checkSteps(
  found: Contradiction[],
  numbers: readonly Given<number>[],
  goesOn: (before: number, next: number) => boolean,
  pathOf: (i: number) => string,
  expected: string,
): void {
  numbers.forEach((next, i) => {
    const before = numbers[i - 1]
    if (isNumber(before) && isNumber(next) && !goesOn(before, next))
      report(found, 'order.reversed', pathOf(i), expected, next)
  })
}

export const isAbove = (before: number, next: number): boolean => next > before

/** Every row but the last has a bound. */
export function checkBounds(
  found: Contradiction[],
  bounds: readonly unknown[],
  pathOf: (i: number) => string,
): void {
  bounds.forEach((bound, i) => {
    const last = i === bounds.length - 1
    if (last && bound !== undefined && bound !== null)
      report(found, 'field.unknown', pathOf(i), 'no bound in the last row', bound)
    if (!last && bound === undefined)
      report(found, 'field.missing', pathOf(i), 'a bound in every row but the last', undefined)
  })
}
