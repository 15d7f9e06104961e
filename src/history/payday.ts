import type { EpochDay } from '../time/civilDay.ts'
import type { RowState } from './measured.ts'
import type { RowReading } from './rows.ts'

/** A habit shows in this many paid rows, and bears so many days of difference. */
const ROWS_SEEN = 4
const DAYS_APART = 3
/** Later than this is no habit but trouble. */
const LATEST_HABIT_DAYS = 30

/** The day on which somebody who pays late by habit is expected to pay, with the rows that show it. */
export interface Payday {
  readonly on: EpochDay
  readonly evidence: readonly string[]
}

/**
 * Reads a habit from the newest four rows before the oldest unpaid one: each paid in full about as many days after its
 * due day. Nothing where the row is paid in part, or the habit is to pay on time.
 */
export function readPayday({ rows, cleared, oldestUnpaid }: RowReading): Payday | undefined {
  if (oldestUnpaid === undefined || oldestUnpaid.paid > 0) return undefined
  let seen = 0
  let least = Number.POSITIVE_INFINITY
  let most = 0
  const evidence: string[] = []
  for (let i = rows.length - 1; i >= 0 && seen < ROWS_SEEN; i--) {
    const row = rows[i] as RowState
    if (row.due >= oldestUnpaid.due || row.amount === 0) continue
    const late = (cleared[i] as EpochDay) - row.due
    if (row.unpaid > 0 || row.paid === 0 || late <= 0) return undefined
    least = Math.min(least, late)
    most = Math.max(most, late)
    seen++
    evidence.push(row.pointer)
  }
  if (seen < ROWS_SEEN || most - least > DAYS_APART || most > LATEST_HABIT_DAYS) return undefined
  return { on: oldestUnpaid.due + most, evidence }
}
