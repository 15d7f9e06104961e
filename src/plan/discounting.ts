import type { Policy } from '../input/policy.ts'
import { PERIODS_PER_YEAR, type Period, roundHalfEven } from '../words/money.ts'

/** How money later is worth less, at the policy's yearly discount rate r. */
export interface Discounting {
  /** ln(1 + r) ÷ 365 */
  readonly logPerDay: number
  /** Worth of 1 a loan period later: (1 + r) to the power of −1 ÷ periods a year. */
  readonly perPeriod: Readonly<Record<Period, number>>
}

const DAYS_PER_YEAR = 365

/** The form in which a policy's rate is used: prepared once for each policy. */
export function discountingOf({ discountRate }: Policy): Discounting {
  const log = Math.log1p(discountRate)
  return {
    logPerDay: log / DAYS_PER_YEAR,
    perPeriod: {
      week: Math.exp(-log / PERIODS_PER_YEAR.week),
      fortnight: Math.exp(-log / PERIODS_PER_YEAR.fortnight),
      month: Math.exp(-log / PERIODS_PER_YEAR.month),
    },
  }
}

/** Worth today of 1 in some days. At 10 % a year `discounted(365, …)` is 1 ÷ 1.1. */
export const discounted = (days: number, { logPerDay }: Discounting): number => Math.exp(-days * logPerDay)

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
