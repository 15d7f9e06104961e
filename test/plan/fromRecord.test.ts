import { expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { schedule } from '../../src/plan/dueDays.ts'
import { plansIn } from '../helpers/prepared.ts'
import { factsAndScore } from '../helpers/scoreOf.ts'

// The same room behind parsing and history, as every decision has it.
const context = createContext({ asOf: '2026-11-25T02:00:00+08:00' })
const factsOf = (record: BorrowerCase) => factsAndScore(record, context).facts
const optionsOf = (record: BorrowerCase) => plansIn(factsOf(record), context)

const record: BorrowerCase = {
  id: 'b-1',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  loan: {
    ...{ product: 'instalment', outstanding: 520000, overdue: 104000, instalment: 52000 },
    ...{ daysPastDue: 62, nextDueDay: '2026-12-24' },
  },
  repayments: ['2026-07-24', '2026-08-24', '2026-09-24', '2026-10-24'].map((due) => ({
    due,
    amount: 52000,
    paid: due < '2026-09' ? [{ on: due, amount: 52000 }] : [],
  })),
}
const budget = {
  income: 240000,
  essentialSpending: 200000,
  evidence: 'documented',
  on: '2026-11-20',
} as const
const jobLoss = { kind: 'jobLoss', since: '2026-10-15', until: '2027-01-15', evidence: 'stated' } as const

test('a stretched budget gives a plan whose schedule adds up', () => {
  const facts = factsOf({ ...record, budget })
  const { capacity, restructure, pause } = plansIn(facts, context)
  expect(capacity).toMatchObject({ sustainablePayment: 36000, verdict: 'stretched', ability: 0.576923 })
  expect(restructure).toMatchObject({ viable: true, plan: { instalment: 28799, count: 19 } })
  expect(pause.viable).toBe(false)
  const lines = schedule(restructure.plan!, facts)
  expect(lines.reduce((total, line) => total + line.amount, 0)).toBe(520000)
  expect(lines.at(-1)?.due).toBe('2028-06-24')
})

test('job loss before the budget is bridged, after it the budget is asked for again', () => {
  const nothingLeft = { ...budget, income: 150000 }
  expect(optionsOf({ ...record, budget: nothingLeft, circumstances: [jobLoss] }).pause).toMatchObject({
    viable: true,
    plan: { until: '2027-01-15', reviewOn: '2026-12-15', evidenceNeeded: ['jobLoss'] },
  })
  const later = { ...jobLoss, since: '2026-11-21' }
  const { capacity, restructure, pause } = optionsOf({
    ...record,
    budget: nothingLeft,
    circumstances: [later],
  })
  expect(capacity).toMatchObject({ verdict: 'unknown', evidence: ['/budget', '/circumstances/0'] })
  expect([restructure.because[0]?.code, pause.because[0]?.code]).toEqual([
    'plan.budgetUnknown',
    'plan.budgetUnknown',
  ])
})

test('hardship told in a conversation counts as known, with the contact as its evidence', () => {
  const contacts = [
    {
      at: '2026-11-10T10:00:00+08:00',
      channel: 'call',
      outcome: 'hardshipReported',
      party: 'borrower',
    } as const,
  ]
  const { restructure } = optionsOf({ ...record, budget, contacts })
  expect(restructure).toMatchObject({ viable: true, because: [{ evidence: ['/budget', '/contacts/0'] }] })
})

test('three rows paid in full show that the instalment and a tenth of small arrears can be paid', () => {
  const paid = record.repayments!.map(({ due }) => ({
    ...{ due, amount: 52000 },
    paid: [{ on: due, amount: 53000 }],
  }))
  const small = { ...record, loan: { ...record.loan, overdue: 10000, daysPastDue: 5 }, repayments: paid }
  expect(optionsOf(small).capacity).toMatchObject({
    basis: 'inferred',
    verdict: 'able', // 53,000 = 52,000 + 10 % of 10,000
    evidence: ['/repayments/1', '/repayments/2', '/repayments/3'],
  })
})

test('a running plan, and one too recent, are found in the record', () => {
  const arrangement = { kind: 'restructure', from: '2026-10-01', instalment: 30000 } as const
  const codeOf = (status: 'active' | 'broken') =>
    optionsOf({ ...record, budget, arrangements: [{ ...arrangement, status }] }).restructure.because[0]
  expect(codeOf('active')).toMatchObject({ code: 'plan.arrangementRunning', evidence: ['/arrangements/0'] })
  expect(codeOf('broken')).toMatchObject({ code: 'plan.tooSoon', params: { since: '2026-10-01', days: 180 } })
})
