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
  const lates: number[] = []
  const evidence: string[] = []
  for (let i = rows.length - 1; i >= 0 && lates.length < ROWS_SEEN; i--) {
    const row = rows[i] as RowState
    if (row.due >= oldestUnpaid.due || row.amount === 0) continue
    const late = (cleared[i] as EpochDay) - row.due
    if (row.unpaid > 0 || row.paid === 0 || late <= 0) return undefined
    lates.push(late)
    evidence.push(row.pointer)
  }
  lates.sort((a, b) => a - b)
  const [least, usual] = lates
  const most = lates.at(-1)
  if (lates.length < ROWS_SEEN || least === undefined || usual === undefined || most === undefined)
    return undefined
  if (most - least > DAYS_APART || most > LATEST_HABIT_DAYS) return undefined
  return { on: oldestUnpaid.due + usual, evidence }
}
