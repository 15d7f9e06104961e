import type { Params } from '../kernel/issue.ts'

type Figure = Params[string] | undefined

/** A mean to one decimal, as text. `mean(9, 6)` is '1.5'. */
export const mean = (sum: Figure, count: Figure): string =>
  String(Math.round((Number(sum) / Number(count)) * 10) / 10)

/** A share as whole percentage points with its sign. `signed(0.123)` is '+12'. */
export function signed(share: Figure): string {
  const points = Math.round(Number(share) * 100) || 0
  return points > 0 ? `+${points}` : String(points)
}

/** Whether an amount in minor units rounds to nothing. */
export const hardlyLess = (by: Figure): boolean => Math.round(Number(by)) === 0
