import * as z from 'zod/mini'
import type { IssueCode } from '../words/issue.ts'
import { isFull } from './issueLimit.ts'
import { type Fault, findingsOf } from './issues.ts'
import { type Sound, withoutFaults } from './sound.ts'

/** Something in a record that contradicts something else in it. */
export interface Contradiction {
  readonly code: IssueCode
  /** A JSON Pointer. */
  readonly path: string
  readonly expected: string
  /** What came, for a sentence; default: the value that stands there, as it was given. */
  readonly got?: string
}

/**
 * A refinement for what crosses fields. zod would skip it where anything else is at fault; this one always looks, at
 * whatever is sound, so that a wrong type elsewhere hides nothing.
 */
export const crossing = <T>(look: (sound: Sound<T>) => readonly Contradiction[]) =>
  z.check<T>(
    (payload) => {
      const { issues, value } = payload
      // First, for nothing more can be told then, and what is sound takes long to find among many faults.
      if (isFull(issues)) return
      const sound = soundOf(value, issues as unknown as readonly z.core.$ZodIssue[])
      if (sound === undefined) return
      for (const { code, path, expected, got } of look(sound))
        issues.push({
          code: 'custom',
          path: keysOf(path),
          message: expected,
          params: { code, crosses: true, ...(got !== undefined && { got }) } satisfies Fault,
          input: value,
          continue: true,
        })
    },
    { when: () => true },
  )

const soundOf = <T>(value: T, issues: readonly z.core.$ZodIssue[]): Sound<T> | undefined =>
  issues.length === 0
    ? (value as Sound<T>)
    : withoutFaults(
        value,
        findingsOf(issues, value).map(({ path }) => path),
      )

/** The keys a JSON Pointer leads through; whole numbers are places in a list. */
const keysOf = (pointer: string): PropertyKey[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key))
