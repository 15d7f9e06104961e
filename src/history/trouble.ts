import type { ReadContact } from '../input/readCase.ts'
import { CIRCUMSTANCE_CLASS } from '../kernel/circumstance.ts'
import type { EpochDay } from '../kernel/civilDay.ts'
import type { CircumstanceSpan, RowState, TroubleSign } from './facts.ts'
import { type MarkedContacts, OWN, TECHNICAL } from './marks.ts'
import { contactPointer } from './pointers.ts'
import type { RowReading } from './rows.ts'

/** A long payer has this many rows behind them with at most one late; silent is nothing paid on at most so many since. */
const LONG_PAYER_ROWS = 6
const LONG_PAYER_LATE = 1
const SILENT_ROWS = 3
/** Rows looked at for partial payments, and the share from which on only change or a fee is missing. */
const PARTIAL_ROWS = 3
const NEARLY_PAID = 0.9
const TECHNICAL_DAYS = 30

const NONE: readonly TroubleSign[] = []
const NOTHING: readonly string[] = []

/** Signs that something happened to the borrower, so that finding out is worth more than a demand: decision.md 3. */
export function findTrouble(
  reading: RowReading,
  marked: MarkedContacts,
  circumstances: readonly CircumstanceSpan[],
  inArrears: boolean,
  lastHeardOn: EpochDay | undefined,
  today: EpochDay,
): readonly TroubleSign[] {
  const signs: TroubleSign[] = []
  const add = (sign: TroubleSign['sign'], evidence: readonly string[]) => {
    if (evidence.length > 0) signs.push({ sign, evidence })
  }
  if (inArrears) {
    add('silentPayer', silentPayer(reading, lastHeardOn))
    add('partialPayments', partialPayments(reading))
  }
  add('technicalFailures', technicalFailures(marked, today))
  if (circumstances.length > 0) {
    add('hardshipKnown', inForce(circumstances, 'hardship'))
    add('vulnerable', inForce(circumstances, 'vulnerability'))
  }
  return signs.length === 0 ? NONE : signs
}

/** The rows on which somebody who used to pay has paid nothing, and not been heard since the first of them. */
function silentPayer({ rows, fallen }: RowReading, lastHeardOn: EpochDay | undefined): readonly string[] {
  const silent: string[] = []
  let since: EpochDay | undefined
  let i = fallen - 1
  for (; i >= 0 && silent.length <= SILENT_ROWS; i--) {
    const row = rows[i] as RowState
    if (row.amount === 0) continue
    if (row.unpaid === 0 || row.paid > 0) break
    silent.unshift(row.pointer)
    since = row.due
  }
  if (since === undefined || silent.length > SILENT_ROWS) return []
  if (lastHeardOn !== undefined && lastHeardOn >= since) return []
  return paidWell(rows, i) ? silent : []
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
  const partial: string[] = []
  for (let i = Math.max(0, fallen - PARTIAL_ROWS); i < fallen; i++) {
    const row = rows[i] as RowState
    if (row.unpaid > 0 && row.paid > 0 && row.paid < row.amount * NEARLY_PAID) partial.push(row.pointer)
  }
  return partial
}

function technicalFailures({ contacts, marks, some }: MarkedContacts, today: EpochDay): readonly string[] {
  if ((some & TECHNICAL) === 0) return NOTHING
  const failures: string[] = []
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    if (today - contact.day >= TECHNICAL_DAYS) break
    if (((marks[i] as number) & (OWN | TECHNICAL)) === (OWN | TECHNICAL))
      failures.unshift(contactPointer(contact.index))
  }
  return failures
}

const inForce = (
  circumstances: readonly CircumstanceSpan[],
  wanted: 'hardship' | 'vulnerability',
): readonly string[] =>
  circumstances
    .filter(({ now, kind }) => now && CIRCUMSTANCE_CLASS[kind] === wanted)
    .map(({ pointer }) => pointer)
