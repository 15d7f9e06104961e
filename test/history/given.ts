import type { Facts } from '../../src/history/facts.ts'
import { readFacts } from '../../src/history/readFacts.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import type { Context } from '../../src/input/context.ts'
import type { ReadCase } from '../../src/input/readCase.ts'
import { readRecord } from '../../src/input/readRecord.ts'
import { record } from '../../src/input/recordSchema.ts'
import { DEFAULT_POLICY } from '../../src/policy/defaultPolicy.ts'
import { parseDay } from '../../src/time/civilDay.ts'
import { parseInstant } from '../../src/time/instant.ts'

/** A record read without a look at what crosses its fields. */
const readUnchecked = (source: BorrowerCase): ReadCase => ({ source, ...readRecord(record.parse(source)) })

/** Noon in Shanghai on Wednesday 25 November 2026, the `asOf` of these tests unless they say otherwise. */
export const NOON = '2026-11-25T12:00:00+08:00'

/** A day number, or a throw where the text names no day. */
export function day(text: string): number {
  const read = parseDay(text)
  if (read === undefined) throw new Error(`no day: ${text}`)
  return read
}

/** Seconds since 1970, or a throw where the text names no instant. */
export function instant(text: string): number {
  const read = parseInstant(text)
  if (read === undefined) throw new Error(`no instant: ${text}`)
  return read
}

/** The smallest instalment loan 31 days past due, with what a test changes in it. */
const someCase = (changes: Partial<BorrowerCase> = {}): BorrowerCase => ({
  id: 'b-1',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  loan: { product: 'instalment', outstanding: 500000, overdue: 50000, daysPastDue: 31, instalment: 50000 },
  ...changes,
})

/** What history reads of a context. */
const contextAt = (asOf: string): Context =>
  ({ asOf, asOfSecond: instant(asOf), later: 'ignore', policy: DEFAULT_POLICY }) as unknown as Context

/** The facts of a case as of an instant, the record neither checked nor cut at `asOf`: those are the input's. */
export const factsOf = (changes: Partial<BorrowerCase> = {}, asOf: string = NOON): Facts =>
  readFacts(readUnchecked(someCase(changes)), contextAt(asOf))
