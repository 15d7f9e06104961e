import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { chance, fraction, seededRandom } from '../../src/numbers/seededRandom.ts'
import { formatDay, parseDay } from '../../src/time/civilDay.ts'
import type { TrainingRow } from '../../src/train/fit/readRows.ts'

export const AS_OF = '2026-07-01T12:00:00Z'
const TODAY = parseDay('2026-07-01')!

/**
 * Borrowers whose bad outcomes follow from how late they pay and a figure of the lender's own, so that a fit has
 * something to find: made up, from a seed.
 */
export function madeUpRows(count: number, seed = 1): TrainingRow[] {
  return Array.from({ length: count }, (_, i): TrainingRow => {
    const random = seededRandom(seed, i, 0)
    const carelessness = fraction(random)
    const repayments = [6, 5, 4, 3, 2, 1].map((ago) => {
      const due = TODAY - 30 * ago + 5
      const late = chance(random, carelessness * 0.7) ? Math.ceil(fraction(random) * 24) : 0
      return { due: formatDay(due), amount: 10000, paid: [{ on: formatDay(due + late), amount: 10000 }] }
    })
    const bureau = Math.round(500 + 200 * (1 - carelessness) + 120 * fraction(random))
    const branch = ['north', 'south', 'east'][Math.floor(fraction(random) * 3)]!
    const risk = -2.2 + 2.6 * carelessness + (branch === 'east' ? 0.8 : 0)
    const record: BorrowerCase = {
      id: `m-${i}`,
      currency: 'EUR',
      timeZone: 'UTC',
      loan: { product: 'instalment', outstanding: 100000, overdue: 0, daysPastDue: 0 },
      repayments,
      features: { bureau: chance(random, 0.1) ? (chance(random, 0.5) ? 'notAsked' : null) : bureau, branch },
    }
    return { case: record, asOf: AS_OF, bad: chance(random, 1 / (1 + Math.exp(-risk))) ? 1 : 0 }
  })
}
