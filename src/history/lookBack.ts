import type { ReadContact, ReadRepayment } from '../input/readCase.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { contactPointer } from '../words/pointer.ts'
import type { RowState, Shown } from './measured.ts'

/** What a look back found: how many were counted, how many of them were picked, and where to see it. */
export interface Look {
  readonly of: number
  readonly hits: number
  /** The picked ones; where none was, all that were counted, for that is where one sees that there is none. */
  readonly evidence: readonly string[]
}

export type RowTest = (row: RowState, repayment: ReadRepayment) => boolean

export const anyRow: RowTest = () => true
export const somethingDue: RowTest = (row) => row.amount > 0
/** Nothing fell due and the lender says nothing else: such a row takes its place and is not counted. */
const saysSomething: RowTest = (row, { behind }) => row.amount > 0 || (behind !== undefined && behind > 0)

/** Looks at the newest `n` rows that fell due, newest first. */
export function lookAtRows(shown: Shown, n: number, counts: RowTest, picks: RowTest): Look {
  const { rows, view } = shown
  const picked: string[] = []
  const last = lastFallen(shown)
  const first = Math.max(0, last + 1 - n)
  let of = 0
  for (let i = last; i >= first; i--) {
    const row = rows[i] as RowState
    const repayment = view.repayments[i] as ReadRepayment
    if (!counts(row, repayment)) continue
    of++
    if (picks(row, repayment)) picked.push(row.pointer)
  }
  const hits = picked.length
  if (hits === 0) {
    for (let i = last; i >= first; i--) {
      const row = rows[i] as RowState
      if (counts(row, view.repayments[i] as ReadRepayment)) picked.push(row.pointer)
    }
  }
  return { of, hits, evidence: picked }
}

/** The index of the newest row that fell due; rows are in due order. */
function lastFallen({ rows }: Shown): number {
  let last = rows.length - 1
  while (last >= 0 && !(rows[last] as RowState).fallen) last--
  return last
}

/** Looks at the newest `n` periods: rows, and before them the marks of the payment profile. */
export function lookAtPeriods(
  shown: Shown,
  n: number,
  picks: RowTest,
  picksMark: (behind: number) => boolean,
): Look {
  const rows = lookAtRows(shown, n, saysSomething, picks)
  const profile = shown.view.source.paymentProfile
  if (profile === undefined) return rows
  let { of, hits } = rows
  for (let place = lastFallen(shown) + 1, at = profile.length - 1; at >= 0 && place < n; place++, at--) {
    const mark = profile.charCodeAt(at) - 48
    if (!(mark >= 0 && mark <= 9)) continue
    of++
    if (picksMark(mark)) hits++
  }
  if (of === rows.of || (hits > 0 && hits === rows.hits)) return { of, hits, evidence: rows.evidence }
  return { of, hits, evidence: rows.hits === 0 && hits > 0 ? [PROFILE] : [...rows.evidence, PROFILE] }
}

export const PROFILE = '/paymentProfile'

/** Attempts to speak with the borrower in the last half year, and those in which they were met for certain. */
export function lookAtMeetings({ ledger, today }: Shown): Look {
  const { contacts, counts } = ledger
  const tried: string[] = []
  const met: string[] = []
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    if (today - contact.day >= HALF_YEAR_DAYS) break
    const countsAs = counts[i] as number
    if (!has(countsAs, ATTEMPT_TO_SPEAK)) continue
    tried.push(contactPointer(contact.index))
    if (has(countsAs, MEETING)) met.push(contactPointer(contact.index))
  }
  return { of: tried.length, hits: met.length, evidence: newestOf(met.length > 0 ? met : tried) }
}

/** The newest of `count` attempts to speak with the borrower. */
export function newestAttempts({ ledger: { contacts, counts } }: Shown, count: number): readonly string[] {
  const found: string[] = []
  const most = Math.min(count, SHOWN)
  for (let i = contacts.length - 1; i >= 0 && found.length < most; i--)
    if (has(counts[i] as number, ATTEMPT_TO_SPEAK))
      found.push(contactPointer((contacts[i] as ReadContact).index))
  return found
}

const HALF_YEAR_DAYS = 180
/** So many contacts are enough to see it. */
const SHOWN = 3

const newestOf = (pointers: string[]): readonly string[] => pointers.slice(0, SHOWN)

const ATTEMPT_TO_SPEAK = COUNTS_AS.attemptOnBorrower | COUNTS_AS.live
const MEETING = COUNTS_AS.talked | COUNTS_AS.rightParty
const has = (countsAs: number, bits: number): boolean => (countsAs & bits) === bits
