import fc from 'fast-check'
import type { LoanStage, Product } from '../../src/input/borrowerCase.ts'
import { formatDay } from '../../src/time/civilDay.ts'
import type { HardshipKind } from '../../src/words/circumstances.ts'
import type { Period } from '../../src/words/money.ts'
import { day, type Given } from './planFacts.ts'

/** Days around 2026, ends of months among them. */
const anyDay = (from: string, to: string) => fc.integer({ min: day(from), max: day(to) }).map(formatDay)

const loan = (scale: number) =>
  fc
    .record({
      product: fc.constantFrom<Product>('instalment', 'instalment', 'revolving', 'single', 'microfinance'),
      outstanding: fc.integer({ min: scale, max: 1000 * scale }),
      overdueShare: fc.constantFrom(0, 0.1, 0.5, 1),
      instalment: fc.integer({ min: Math.ceil(scale / 10), max: 100 * scale }),
      period: fc.constantFrom<Period>('month', 'month', 'week', 'fortnight'),
      annualRate: fc.option(fc.constantFrom(0, 0.05, 0.18, 0.24, 0.6, 3), { nil: undefined }),
      remainingInstalments: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
      stage: fc.constantFrom<LoanStage>('open', 'open', 'open', 'chargedOff'),
      nextDueDay: anyDay('2026-01-29', '2027-03-02'),
    })
    .map(({ overdueShare, annualRate, remainingInstalments, ...rest }) => ({
      ...rest,
      overdue: Math.floor(rest.outstanding * overdueShare),
      ...(annualRate === undefined ? {} : { annualRate }),
      ...(remainingInstalments === undefined ? {} : { remainingInstalments }),
    }))

const budget = (scale: number) =>
  fc.record({
    income: fc.integer({ min: 0, max: 300 * scale }),
    essentialSpending: fc.integer({ min: 0, max: 150 * scale }),
    otherDebtPayments: fc.constantFrom(0, 3 * scale),
    dependants: fc.integer({ min: 0, max: 3 }),
    evidence: fc.constantFrom('documented', 'stated', 'estimated'),
  })

const hardship = fc.record(
  {
    kind: fc.constantFrom<HardshipKind>('jobLoss', 'illness', 'overIndebted', 'disaster'),
    since: anyDay('2026-06-01', '2026-11-25'),
    until: anyDay('2026-11-25', '2027-06-30'),
  },
  { requiredKeys: ['kind'] },
)

/** A record of any kind, with amounts around `scale` minor units, and the living minimum turned off. */
export const anyGiven = (scale = 1000): fc.Arbitrary<Given> =>
  fc
    .record({
      loan: loan(scale),
      budget: fc.option(budget(scale), { nil: undefined, freq: 8 }),
      budgetOn: fc.option(anyDay('2026-03-01', '2026-11-25'), { nil: undefined }),
      hardships: fc.oneof(fc.constant([]), fc.array(hardship, { maxLength: 2 })),
      sustained: fc.option(fc.integer({ min: 0, max: 100 * scale }), { nil: undefined }),
    })
    .map(({ budget: figures, budgetOn, sustained, ...rest }) => ({
      currency: 'EUR',
      ...rest,
      ...(figures === undefined
        ? {}
        : { budget: { ...figures, ...(budgetOn === undefined ? {} : { on: budgetOn }) } }),
      ...(sustained === undefined ? {} : { sustained }),
    }))

/** Every amount times a whole number. */
export function scaled(given: Given, factor: number): Given {
  const { loan, budget, sustained } = given
  const money = loan as { outstanding: number; overdue: number; instalment: number }
  return {
    ...given,
    loan: {
      ...loan,
      outstanding: money.outstanding * factor,
      overdue: money.overdue * factor,
      instalment: money.instalment * factor,
    },
    ...(budget === undefined
      ? {}
      : {
          budget: {
            ...budget,
            income: budget.income * factor,
            essentialSpending: budget.essentialSpending * factor,
            otherDebtPayments: (budget.otherDebtPayments ?? 0) * factor,
          },
        }),
    ...(sustained === undefined ? {} : { sustained: sustained * factor }),
  }
}
