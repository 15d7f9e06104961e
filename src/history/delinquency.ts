import type { ReadRepayment } from '../input/readCase.ts'
import { round6 } from '../numbers/maths.ts'
import type { Delinquency, RowState } from './measured.ts'
import type { RowReading } from './rows.ts'

/** How far back the periods are read at most. */
const PERIODS_READ = 24
const YEAR = 12
const HALF_YEAR = 6
/** Lateness longer ago than this many periods is all the same. */
const LONG_AGO = 12
const NOT_KNOWN = -1

/** What a mark of the payment profile says: periods behind, or NOT_KNOWN for `-` and `?`. */
function markedBehind(profile: string, at: number): number {
  const mark = profile.charCodeAt(at) - 48
  return mark >= 0 && mark <= 9 ? mark : NOT_KNOWN
}

/** Nothing fell due and the lender says nothing else: the row takes its place and says nothing. */
const saysNothing = (row: RowState, said: number | undefined): boolean =>
  row.amount === 0 && !(said !== undefined && said > 0)

/** Reads the periods from the newest back: the rows that fell due, then the profile's marks before them. */
export function measureDelinquency(
  repayments: readonly ReadRepayment[],
  reading: RowReading,
  profile: string,
  overdue: number,
): Delinquency {
  const { rows, fallen } = reading
  const length = Math.min(PERIODS_READ, fallen + profile.length)
  let known = 0
  let counted6 = 0
  let counted12 = 0
  let late6 = 0
  let late12 = 0
  let worst6 = 0
  let worst12 = 0
  let sum6 = 0
  let sinceLate = NOT_KNOWN
  let newest = NOT_KNOWN
  let second = NOT_KNOWN
  let earlierSum = 0
  let earlierCount = 0
  let cures = 0
  let relapses = 0
  let onsets = 0
  let newer = NOT_KNOWN
  for (let place = 0; place < length; place++) {
    const index = fallen - 1 - place
    let behind: number
    let late: boolean
    if (index >= 0) {
      const row = rows[index] as RowState
      if (saysNothing(row, (repayments[index] as ReadRepayment).behind)) continue
      behind = row.behind
      late = row.late
    } else {
      behind = markedBehind(profile, profile.length + index)
      if (behind === NOT_KNOWN) continue
      late = behind > 0
    }
    if (late && sinceLate === NOT_KNOWN) sinceLate = known
    known++
    if (newest === NOT_KNOWN) newest = behind
    else {
      if (second === NOT_KNOWN) second = behind
      if (place < HALF_YEAR) {
        earlierSum += behind
        earlierCount++
      }
    }
    if (place >= YEAR) continue
    counted12++
    if (late) late12++
    if (behind > worst12) worst12 = behind
    if (behind > 0 && newer === 0) {
      cures++
      relapses += onsets
      onsets = 0
    } else if (behind === 0 && newer > 0) onsets++
    newer = behind
    if (place >= HALF_YEAR) continue
    counted6++
    if (late) late6++
    if (behind > worst6) worst6 = behind
    sum6 += behind
  }
  return {
    periodsBehind: behindNow(repayments, reading, overdue, newest),
    worstBehind6: counted6 === 0 ? null : worst6,
    worstBehind12: counted12 === 0 ? null : worst12,
    shareLate6: counted6 === 0 ? null : round6(late6 / counted6),
    shareLate12: counted12 === 0 ? null : round6(late12 / counted12),
    sumBehind6: counted6 === 0 ? null : sum6,
    periodsSinceLate: known === 0 ? null : Math.min(LONG_AGO, sinceLate === NOT_KNOWN ? known : sinceLate),
    behindTrend: earlierCount === 0 ? null : round6(newest - earlierSum / earlierCount),
    rollDirection: second === NOT_KNOWN ? null : Math.sign(newest - second),
    cures: counted12 === 0 ? null : cures,
    relapses: counted12 === 0 ? null : relapses,
    periodsKnown: known,
  }
}

/** The newest row's own count; else the rows unpaid today, none where the loan is not overdue; else the newest mark. */
function behindNow(
  repayments: readonly ReadRepayment[],
  { fallen, unpaidRows }: RowReading,
  overdue: number,
  newest: number,
): number | null {
  if (fallen === 0) return newest === NOT_KNOWN ? null : newest
  const said = (repayments[fallen - 1] as ReadRepayment).behind
  if (said !== undefined) return said
  return overdue === 0 ? 0 : unpaidRows
}
