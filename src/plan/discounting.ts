import type { Policy } from '../input/policy.ts'
import { PERIODS_PER_YEAR, type Period } from '../kernel/money.ts'

/** How money later is worth less, at the policy's yearly discount rate r. */
export interface Discounting {
  /** ln(1 + r) ÷ 365 */
  readonly logPerDay: number
  /** Worth of 1 a loan period later: (1 + r) to the power of −1 ÷ periods a year. */
  readonly perPeriod: Readonly<Record<Period, number>>
}

const DAYS_PER_YEAR = 365
const made = new WeakMap<Policy, Discounting>()

/** Derived from the policy alone, so worked out once for each. */
export function discountingOf(policy: Policy): Discounting {
  let found = made.get(policy)
  if (found === undefined) {
    const log = Math.log1p(policy.discountRate)
    const perPeriod = {
      week: Math.exp(-log / PERIODS_PER_YEAR.week),
      fortnight: Math.exp(-log / PERIODS_PER_YEAR.fortnight),
      month: Math.exp(-log / PERIODS_PER_YEAR.month),
    }
    found = { logPerDay: log / DAYS_PER_YEAR, perPeriod }
    made.set(policy, found)
  }
  return found
}

/** Worth today of 1 in some days. At 10 % a year `discounted(365, …)` is 1 ÷ 1.1. */
export const discounted = (days: number, { logPerDay }: Discounting): number => Math.exp(-days * logPerDay)
