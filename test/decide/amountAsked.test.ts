import { describe, expect, it } from 'vitest'
import { createContext, type Decision, decide, parseCase } from '../../src/entry/index.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { minimalCase, TRIED } from '../helpers/minimalCase.ts'

const decided = (changes: Partial<BorrowerCase>): Decision['action'] => {
  const context = createContext({ asOf: '2026-11-25T10:00:00Z' }) // a Wednesday
  const parsed = parseCase(minimalCase({ contacts: TRIED, ...changes }), context)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return decide(parsed.value, context).action
}
const loan = { product: 'instalment', outstanding: 900_000, instalment: 100_000 } as const
const row = (due: string, paid: number) => ({
  due,
  amount: 100_000,
  paid: paid === 0 ? [] : [{ on: '2026-11-02', amount: paid }],
})

describe('what is asked for', () => {
  it('is an instalment at least, not the crumb that is left of the oldest', () => {
    const rows = [row('2026-10-10', 99_000), row('2026-11-10', 0)]
    expect(
      decided({ loan: { ...loan, overdue: 101_000, daysPastDue: 46 }, repayments: rows }).ask?.amount,
    ).toBe(100_000)
    expect(decided({ loan: { ...loan, overdue: 1_500, daysPastDue: 46 } }).ask?.amount).toBe(1_500)
  })

  it('brings the account back one bucket: all that is older than ninety days', () => {
    // 153 and 122 days old are in the bucket from 91 on; 61 days old is not. 1,000 + 100,000.
    const rows = [row('2026-06-25', 99_000), row('2026-07-26', 0), row('2026-09-25', 0)]
    expect(
      decided({ loan: { ...loan, overdue: 201_000, daysPastDue: 153 }, repayments: rows }).ask?.amount,
    ).toBe(101_000)
  })

  it('is never above what can be paid, in whole instalments where that reaches for one', () => {
    const budget = (income: number) =>
      ({ income, essentialSpending: 100_000, evidence: 'documented', on: '2026-11-01' }) as const
    const owed = { ...loan, overdue: 450_000, daysPastDue: 80 }
    const rows = ['2026-08-10', '2026-09-01', '2026-09-10', '2026-09-20'].map((due) => row(due, 0))
    // Four instalments are older than sixty days; 300,000 a month is left, a tenth of it untouched: two of them.
    expect(decided({ loan: owed, repayments: rows, budget: budget(400_000) }).ask?.amount).toBe(200_000)
  })

  it('of a debt that is called in nobody knows before the means are known', () => {
    const { purpose, ask, toFindOut } = decided({
      loan: { ...loan, overdue: 900_000, daysPastDue: 200, stage: 'chargedOff' },
    })
    expect([purpose, ask, toFindOut?.[0]]).toEqual(['findOut', undefined, 'budget'])
  })
})

describe('by when', () => {
  it('is never before three working days have passed', () => {
    // The bucket ends today; Thursday, Friday and Monday are three days to move money.
    expect(decided({ loan: { ...loan, overdue: 200_000, daysPastDue: 60 } }).ask?.by).toBe('2026-11-30')
    expect(decided({ loan: { ...loan, overdue: 200_000, daysPastDue: 46 } }).ask?.by).toBe('2026-12-02')
  })
})
