import type { ReadContact } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import { type CircumstanceClass, classOf } from '../words/circumstances.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { contactPointer } from '../words/pointer.ts'
import type { CircumstanceSpan, TroubleSign } from './facts.ts'
import type { ContactLedger, RowState } from './measured.ts'
import type { RowReading } from './rows.ts'

/** A long payer has this many rows behind them with at most one late; silent is nothing paid on at most so many since. */
const LONG_PAYER_ROWS = 6
const LONG_PAYER_LATE = 1
const SILENT_ROWS = 3
/** In the first week most have only forgotten. */
const FORGOTTEN_DAYS = 7
/** Rows looked at for partial payments, and the share from which on only change or a fee is missing. */
const PARTIAL_ROWS = 3
const NEARLY_PAID = 0.9
const TECHNICAL_DAYS = 30

const NOTHING: readonly string[] = []
const NONE: readonly TroubleSign[] = []

/** Signs that something happened to the borrower, so that finding out is worth more than a demand. */
export function findTrouble(
  reading: RowReading,
  ledger: ContactLedger,
  circumstances: readonly CircumstanceSpan[],
  inArrears: boolean,
  lastHeardOn: EpochDay | undefined,
  today: EpochDay,
): readonly TroubleSign[] {
  const silent = inArrears ? silentPayer(reading, lastHeardOn, today) : NOTHING
  const partial = inArrears ? partialPayments(reading) : NOTHING
  const technical = technicalFailures(ledger, today)
  const hardship = inForceOfClass(circumstances, 'hardship')
  const vulnerable = inForceOfClass(circumstances, 'vulnerability')
  const found = silent.length + partial.length + technical.length + hardship.length + vulnerable.length
  if (found === 0) return NONE
  const signs: TroubleSign[] = []
  if (silent.length > 0) signs.push({ sign: 'silentPayer', evidence: silent })
  if (partial.length > 0) signs.push({ sign: 'partialPayments', evidence: partial })
  if (technical.length > 0) signs.push({ sign: 'technicalFailures', evidence: technical })
  if (hardship.length > 0) signs.push({ sign: 'hardshipKnown', evidence: hardship })
  if (vulnerable.length > 0) signs.push({ sign: 'vulnerable', evidence: vulnerable })
  return signs
}

/** The rows on which a borrower who used to pay has paid nothing, and was not heard since the first of them. */
function silentPayer(
  { rows, fallen, lastPayment }: RowReading,
  lastHeardOn: EpochDay | undefined,
  today: EpochDay,
): readonly string[] {
  let first = fallen
  let silent = 0
  for (; first > 0; first--) {
    const row = rows[first - 1] as RowState
    if (row.amount > 0 && (row.unpaid === 0 || row.paid > 0)) break
    if (row.amount > 0) silent++
  }
  if (silent === 0 || silent > SILENT_ROWS || !paidWell(rows, first - 1)) return NOTHING
  const evidence: string[] = []
  for (let i = first; i < fallen; i++) {
    const row = rows[i] as RowState
    if (row.amount === 0) continue
    if (evidence.length === 0) {
      if (today - row.due <= FORGOTTEN_DAYS) return NOTHING
      if (lastHeardOn !== undefined && lastHeardOn >= row.due) return NOTHING
      if (lastPayment !== undefined && lastPayment >= row.due) return NOTHING
    }
    evidence.push(row.pointer)
  }
  return evidence
}

function paidWell(rows: readonly RowState[], newest: number): boolean {
  let seen = 0
  let late = 0
  for (let i = newest; i >= 0 && seen < LONG_PAYER_ROWS; i--) {
    const row = rows[i] as RowState
    if (row.amount === 0) continue
    seen++
    if (row.late) late++
  }
  return seen === LONG_PAYER_ROWS && late <= LONG_PAYER_LATE
}

function partialPayments({ rows, fallen }: RowReading): readonly string[] {
  let partial: string[] | undefined
  for (let i = Math.max(0, fallen - PARTIAL_ROWS); i < fallen; i++) {
    const row = rows[i] as RowState
    if (row.unpaid === 0 || row.paid === 0 || row.paid >= row.amount * NEARLY_PAID) continue
    partial ??= []
    partial.push(row.pointer)
  }
  return partial ?? NOTHING
}

function technicalFailures({ contacts, counts, anyBits }: ContactLedger, today: EpochDay): readonly string[] {
  if ((anyBits & COUNTS_AS.technical) === 0) return NOTHING
  const failures: string[] = []
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    if (today - contact.day >= TECHNICAL_DAYS) break
    if (
      ((counts[i] as number) & (COUNTS_AS.own | COUNTS_AS.technical)) ===
      (COUNTS_AS.own | COUNTS_AS.technical)
    )
      failures.unshift(contactPointer(contact.index))
  }
  return failures
}

function inForceOfClass(
  circumstances: readonly CircumstanceSpan[],
  wanted: CircumstanceClass,
): readonly string[] {
  let pointers: string[] | undefined
  for (const { now, kind, pointer } of circumstances) {
    if (!now || classOf(kind) !== wanted) continue
    pointers ??= []
    pointers.push(pointer)
  }
  return pointers ?? NOTHING
}
