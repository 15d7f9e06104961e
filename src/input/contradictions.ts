import type { Issue, IssueCode } from '../words/issue.ts'
import { isFull } from './issueLimit.ts'
import { issueOf, shownValue } from './issueOf.ts'

/**
 * What files of every kind can contradict themselves in. It is looked for in whatever is sound: a field is `undefined`
 * where it was not given and `null` where it is at fault already. What is found is added to `issues`.
 */

type Given<T> = T | null | undefined

/** Says what is wrong with a value as it stands, or with its absence, unless too much is wrong already. */
export function report(
  issues: Issue[],
  code: IssueCode,
  path: string,
  expected: string,
  value: unknown,
): void {
  if (!isFull(issues))
    issues.push(issueOf(code, path, expected, value === undefined ? 'nothing' : shownValue(value)))
}

export const isNumber = (value: Given<number>): value is number => typeof value === 'number'

/** Days that exist compare as text does, and so do times of day. */
export function checkOrder(
  issues: Issue[],
  first: Given<string>,
  second: Given<string>,
  path: string,
  expected: string,
): void {
  if (first && second && second < first) report(issues, 'order.reversed', path, expected, second)
}

type Hours = { readonly from?: string | null; readonly to?: string | null }

export function checkHours(issues: Issue[], hours: Given<readonly (Hours | null)[]>, path: string): void {
  hours?.forEach((one, i) => {
    if (one?.from && one.to && one.to <= one.from)
      report(issues, 'order.reversed', `${path}/${i}/to`, 'a time of day after from', one.to)
  })
}

/** No two entries may have the same name in their field `key`. */
export function checkNames<Key extends string>(
  issues: Issue[],
  entries: Given<readonly ({ readonly [K in Key]?: string | null } | null)[]>,
  key: Key,
  path: string,
): void {
  const names = new Set<string>()
  entries?.forEach((entry, i) => {
    const name = entry?.[key]
    if (!name) return
    if (names.has(name))
      issues.push(
        issueOf('id.duplicate', `${path}/${i}/${key}`, `another ${key} for every entry`, 'one again'),
      )
    names.add(name)
  })
}

/** Every number must go on from the one before: 'a number above the one before', where `goesOn` says so. */
export function checkSteps(
  issues: Issue[],
  numbers: readonly Given<number>[],
  goesOn: (before: number, next: number) => boolean,
  pathOf: (i: number) => string,
  expected: string,
): void {
  numbers.forEach((next, i) => {
    const before = numbers[i - 1]
    if (isNumber(before) && isNumber(next) && !goesOn(before, next))
      report(issues, 'order.reversed', pathOf(i), expected, next)
  })
}

export const isAbove = (before: number, next: number): boolean => next > before

/** Every row but the last has a bound. */
export function checkBounds(
  issues: Issue[],
  bounds: readonly unknown[],
  pathOf: (i: number) => string,
): void {
  bounds.forEach((bound, i) => {
    const last = i === bounds.length - 1
    if (last && bound !== undefined && bound !== null)
      report(issues, 'field.unknown', pathOf(i), 'no bound in the last row', bound)
    if (!last && bound === undefined)
      report(issues, 'field.missing', pathOf(i), 'a bound in every row but the last', undefined)
  })
}
