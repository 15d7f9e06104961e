import type { ReadCase } from '../input/readCase.ts'
import { canonicalJson } from '../kernel/canonicalHash.ts'
import { mix32 } from '../kernel/seededRandom.ts'

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
