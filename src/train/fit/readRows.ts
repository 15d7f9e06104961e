import type { Facts } from '../../history/facts.ts'
import type { Context } from '../../input/context.ts'
import type { ReadCase } from '../../input/readCase.ts'
import { canonicalJson } from '../../numbers/canonicalHash.ts'
import { mix32 } from '../../numbers/seededRandom.ts'
import type { EpochSecond } from '../../time/instant.ts'
import { BUCKETS } from '../../words/buckets.ts'
import { failure } from '../../words/failure.ts'
import { type CaseAtInstant, seenCases } from '../monitor/seenCases.ts'
import { type RawValue, tableBuilder, type Wanted } from './tableBuilder.ts'
import type { TrainingTable } from './trainingTable.ts'

/** One past case with what became of it. */
export interface TrainingRow extends CaseAtInstant {
  /** 1: the bad event came. */
  readonly bad: 0 | 1
  /** Never read in training; validation reports by it. */
  readonly group?: string
}

/** The rows as columns, and what the card tells of them. */
export interface ReadRows {
  readonly table: TrainingTable
  /** First and last instant. */
  readonly from: string
  readonly to: string
}

/**
 * Reads rows through the same history code as deciding, so that what was fitted is what is scored.
 *
 * @throws a Failure: `train.noRows`, `train.row`, `train.caseRefused`, `train.duplicateId`, `train.value`.
 */
export function readTrainingRows(
  rows: Iterable<TrainingRow>,
  wanted: readonly Wanted[],
  context: Context,
): ReadRows {
  const builder = tableBuilder(wanted)
  const kin = kinBuilder()
  const instants = new Map<string, EpochSecond>()
  for (const { row, place, view, facts, then } of seenCases(rows, context)) {
    const bad = outcomeOf(row, place)
    instants.set(then.asOf, then.asOfSecond)
    kin.add(view, bad)
    builder.add(
      wanted.map(({ feature }) => ownOrKnown(facts, feature)),
      bad,
      BUCKETS.indexOf(facts.bucket),
    )
  }
  return { table: { ...builder.build(), kin: kin.build() }, ...firstAndLast(instants) }
}

/** @throws a Failure `train.row` for an outcome that is none. */
export function outcomeOf({ bad }: { readonly bad?: unknown }, place: number): 0 | 1 {
  if (bad === 0 || bad === 1) return bad
  throw failure('train.row', `row ${place} must be { case, asOf, bad } with bad 0 or 1`)
}

/** The first and last of some instants, as they were written. */
export function firstAndLast(instants: ReadonlyMap<string, EpochSecond>): { from: string; to: string } {
  const sorted = [...instants].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([text]) => text)
  return { from: sorted[0] as string, to: sorted.at(-1) as string }
}

/** As scoring reads it: the history table first, then the case's own features. */
function ownOrKnown(facts: Facts, feature: string): RawValue {
  if (Object.hasOwn(facts.features, feature)) return facts.features[feature as keyof Facts['features']]
  const own = facts.view.source.features
  return own !== undefined && Object.hasOwn(own, feature) ? (own[feature] ?? null) : null
}

/**
 * Collects which rows tell of the same person: those of one borrower, and copies of one record under other names.
 * They come good or bad together, so they stand on one side of every split and are drawn together when rows are drawn
 * again; else a portfolio of copies would look better, and surer, than it is. Copies are alike in loan, rows,
 * payments, contacts, own features and outcome: alike records that came out differently are different people's, and
 * so may be those of people who always paid what was due on its day.
 */
export interface KinBuilder {
  add(view: ReadCase, bad: 0 | 1): void
  /** One number a row; the same number means kin. */
  build(): Uint32Array
}

/**
 * Contacts, and payments on another day or of another amount than due, that a record has at least if being alike is
 * no chance: on 17,637 real records one makes 21 groups, two make 4.
 */
const LEAST_EVENTS = 2

export function kinBuilder(): KinBuilder {
  const parents: number[] = []
  const ofBorrower = new Map<string, number>()
  const ofRecord = new Map<number, { rows: number[]; bad: 0 | 1; mixed: boolean }>()
  const rootOf = (row: number): number => {
    let root = row
    while (parents[root] !== root) root = parents[root] = parents[parents[root] as number] as number
    return root
  }
  const join = (row: number, other: number): void => {
    parents[rootOf(row)] = rootOf(other)
  }
  return {
    add(view, bad) {
      const row = parents.length
      parents.push(row)
      const first = ofBorrower.get(view.borrower)
      if (first === undefined) ofBorrower.set(view.borrower, row)
      else join(row, first)
      const key = recordKey(view)
      if (key === undefined) return
      const alike = ofRecord.get(key)
      if (alike === undefined) return void ofRecord.set(key, { rows: [row], bad, mixed: false })
      alike.rows.push(row)
      alike.mixed ||= alike.bad !== bad
    },
    build() {
      for (const { rows, mixed } of ofRecord.values())
        if (!mixed) for (const row of rows) join(row, rows[0] as number)
      return Uint32Array.from(parents, (_, row) => rootOf(row))
    },
  }
}

/** The content of a record as a number of 53 bits, without its names; undefined where it says too little. */
function recordKey({ source, opened, repayments, contacts }: ReadCase): number | undefined {
  const { outstanding, overdue, instalment, creditLimit } = source.loan
  let low = 1
  let high = 2
  let events = contacts.length
  const take = (...values: readonly (number | undefined)[]): void => {
    for (const value of values) {
      // Amounts go beyond 32 bits.
      const [word, rest] = value === undefined ? [-1, -1] : [value | 0, (value / 0x100000000) | 0]
      low = mix32(low ^ word) + 0x9e3779b9
      high = mix32(high + Math.imul(word, 0x85ebca6b)) ^ rest
    }
  }
  take(outstanding, overdue, instalment, creditLimit, opened)
  for (const { due, amount, balance, behind, paid } of repayments) {
    take(due, amount, balance, behind, paid.length)
    for (const payment of paid) {
      take(payment.on, payment.amount)
      if (payment.on !== due || payment.amount !== amount) events++
    }
  }
  for (const { at, channelPlace, outcomePlace } of contacts) take(at, channelPlace, outcomePlace)
  if (source.features !== undefined)
    for (const char of canonicalJson(source.features)) take(char.codePointAt(0))
  return events < LEAST_EVENTS ? undefined : (low >>> 0) * 0x200000 + (high >>> 11)
}
