import type { PromisePolicy } from '../input/policy.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { ArrangementState } from './facts.ts'
import type { RowState } from './measured.ts'

/**
 * Whether what fell due under the arrangement in force has been paid, with the tolerance promises have: each row
 * since its start counts with the smaller of its amount and the arrangement's instalment. A pause asks for nothing,
 * and where no row has fallen due since, nothing speaks against it.
 */
export function arrangementShortfall(
  arrangement: ArrangementState | undefined,
  rows: readonly RowState[],
  today: EpochDay,
  tolerance: PromisePolicy,
): { paid: number; due: number } | undefined {
  if (arrangement === undefined || arrangement.kind === 'hardshipPause') return undefined
  let due = 0
  let paid = 0
  for (const row of rows) {
    if (row.due < arrangement.from || row.due + tolerance.toleranceDays >= today) continue
    due += Math.min(row.amount, arrangement.instalment ?? row.amount)
    paid += row.paid
  }
  return paid < due * tolerance.toleranceShare ? { paid, due } : undefined
}
