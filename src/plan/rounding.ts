import { roundHalfEven } from '../kernel/money.ts'

/**
 * What the last bits of a product of a few doubles may be off by, relative. Figures that are equal in decimals must
 * count as equal, or the floor of 90 × (1 − 0.3) would be 62 and a scaled case would come out differently.
 */
const SLACK = 8 * Number.EPSILON

/** The whole units in an amount of 0 or more. `wholeUnits(90 * (1 - 0.3))` is 63. */
export const wholeUnits = (x: number): number => Math.floor(x * (1 + SLACK))

/** The least whole number of units that covers an amount of 0 or more. `unitsToCover(50 * 1.1)` is 55. */
export const unitsToCover = (x: number): number => Math.ceil(x * (1 - SLACK))

/** Whether `x` is `limit` or more, both 0 or more. */
export const reaches = (x: number, limit: number): boolean => x * (1 + SLACK) >= limit

/** Interest of 0 or more to whole units, halves to even, as decimal arithmetic has it. `interestUnits((6000 * 0.145) / 12)` is 72. */
export function interestUnits(x: number): number {
  const halves = Math.round(x * 2)
  return Math.abs(x * 2 - halves) <= halves * SLACK ? roundHalfEven(halves / 2) : Math.round(x)
}
