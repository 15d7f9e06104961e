import { describe, expect, it } from 'vitest'
import { createContext, type Decision, decide, parseCase } from '../../src/entry/index.ts'
import type { BorrowerCase, Contact } from '../../src/input/borrowerCase.ts'
import type { PolicyInput } from '../../src/input/policy.ts'

const asOf = '2026-11-25T10:00:00+08:00'
const record = (
  changes: Partial<BorrowerCase['loan']> = {},
  contacts: readonly Contact[] = [],
): BorrowerCase => ({
  id: 'b-1',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  loan: {
    product: 'instalment',
    outstanding: 4_900_000,
    overdue: 400_000,
    instalment: 200_000,
    daysPastDue: 70,
    ...changes,
  },
  contacts: [
    { at: '2026-10-20T11:00:00+08:00', channel: 'sms', outcome: 'delivered', purpose: 'findOut' },
    ...contacts,
  ],
})
/** Of all those who are 61 to 90 days late a fifth pays by itself, and the step to the next bucket costs a seventh. */
const policy: PolicyInput = {
  id: 'p',
  version: '1',
  effects: [
    { action: 'reminder', when: {}, persuades: 0.04, decay: 1, why: 'test' },
    { action: 'call', when: {}, persuades: 0.3, decay: 0.5, why: 'test' },
  ],
  reach: {
    call: { mean: 0.1, weight: 8, byBucket: { '61-90': 0.1 } },
    reminder: { byBucket: { '61-90': 0.5 } },
  },
  stake: { unit: { CNY: 450_000 }, power: 0.5 },
  gain: { headroom: 0 },
  unitCosts: { CNY: { minute: 100, visit: 8000, message: 5 } },
}
const gainOf = (given: BorrowerCase, changes: Partial<PolicyInput> = {}, kind = 'call') => {
  const context = createContext({ asOf, policy: { ...policy, ...changes } })
  const parsed = parseCase(given, context)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const decision: Decision = decide(parsed.value, context)
  const found = decision.alternatives.find((one) => one.kind === kind)
  return { ...found?.gain, value: found?.value, cost: found?.cost }
}

describe('what a contact brings', () => {
  it('stakes what is overdue in full, and of the rest the step of one bucket on a curve', () => {
    // The rest is 4,500,000 = 10 units: 450,000 × √10 = 1,423,025; rolling from 61–90 loses 0.35 − 0.20 of it.
    expect(gainOf(record()).stake).toBe(Math.round(400_000 + 0.15 * 450_000 * Math.sqrt(10)))
  })

  it('stakes the curve of the whole where the debt is called in', () => {
    expect(gainOf(record({ stage: 'accelerated', overdue: 4_900_000 })).stake).toBe(
      Math.round(450_000 * Math.sqrt(4_900_000 / 450_000)),
    )
  })

  it('multiplies reach, persuades, decay and stake, less the cost', () => {
    const { reach, persuades, decay, stake, value, cost } = gainOf(record())
    // Nobody was called yet: 0.1 of calls reach somebody; six minutes at 100.
    expect({ reach, persuades, decay, cost }).toEqual({ reach: 0.1, persuades: 0.3, decay: 1, cost: 600 })
    expect(value).toBe(Math.round(0.1 * 0.3 * (stake ?? 0) - 600))
  })

  it('learns the reach from what was tried: two calls met nobody, the third did', () => {
    const calls = (outcomes: readonly Contact['outcome'][]): Contact[] =>
      outcomes.map((outcome, i) => ({
        at: `2026-10-2${i + 1}T11:00:00+08:00`,
        channel: 'call',
        outcome,
        party: 'borrower',
      }))
    // (met + 0.1 × 8) ÷ (tried + 8)
    expect(gainOf(record({}, calls(['noAnswer', 'noAnswer']))).reach).toBe(0.08)
    expect(gainOf(record({}, calls(['noAnswer', 'noAnswer', 'spoke']))).reach).toBeCloseTo(1.8 / 11, 6)
  })

  it('a conversation halves what the next would bring, until a payment came', () => {
    const spoke: Contact = {
      at: '2026-10-21T11:00:00+08:00',
      channel: 'call',
      outcome: 'spoke',
      party: 'borrower',
    }
    expect(gainOf(record({}, [spoke])).decay).toBe(0.5)
    const paid = {
      ...record({}, [spoke]),
      repayments: [{ due: '2026-09-16', amount: 200_000, paid: [{ on: '2026-10-25', amount: 1_000 }] }],
    }
    expect(gainOf(paid).decay).toBe(1)
  })

  it('counts a message that was read, not one that was only delivered', () => {
    const sms = (outcome: Contact['outcome']): Contact => ({
      at: '2026-10-21T11:00:00+08:00',
      channel: 'sms',
      outcome,
      purpose: 'findOut',
    })
    // Half of messages are read, worth six; one that was only delivered says a quarter as much as one that bounced.
    const called: Contact = { at: '2026-10-19T11:00:00+08:00', channel: 'call', outcome: 'noAnswer' }
    expect(gainOf(record({}, [called, sms('delivered')]), {}, 'reminder').reach).toBeCloseTo(3 / 6.5, 6)
    expect(gainOf(record({}, [called, sms('read')]), {}, 'reminder').reach).toBeCloseTo(4 / 7.25, 6)
    expect(gainOf(record({}, [called, sms('bounced')]), {}, 'reminder').reach).toBeCloseTo(3 / 7.25, 6)
  })

  it('puts those last who pay anyway: what is left to gain against what the bucket leaves', () => {
    const cure = [{ bucket: '61-90' as const, rate: 0.2 }]
    const { alone, headroom } = gainOf(record(), { cure, gain: { headroom: 1 } })
    expect(headroom).toBeCloseTo((1 - (alone ?? 0)) / 0.8, 5)
    expect(gainOf(record(), { cure }).headroom).toBe(1)
  })

  it('never brings more than there is left to gain', () => {
    const sure: PolicyInput['effects'] = [{ action: 'call', when: {}, persuades: 1, decay: 1, why: 'test' }]
    const { alone, stake, value } = gainOf(record(), {
      effects: sure,
      reach: { call: { byBucket: { '61-90': 1 } } },
    })
    expect(value).toBe(Math.round((1 - (alone ?? 0)) * (stake ?? 0) - 600))
  })

  it('reads the lift of an older file as what it is of those reached', () => {
    const older: PolicyInput['effects'] = [{ action: 'call', when: {}, lift: 0.02, decay: 1, why: 'test' }]
    expect(gainOf(record(), { effects: older }).persuades).toBeCloseTo(0.2, 9)
  })

  it('looks at the size and at features of the lender’s own', () => {
    const effects: PolicyInput['effects'] = [
      {
        action: 'call',
        when: { features: { segment: 'new', visitsToApp: 3 } },
        persuades: 0.9,
        decay: 1,
        why: 'test',
      },
      { action: 'call', when: { outstandingFrom: 4_900_001 }, persuades: 0.8, decay: 1, why: 'test' },
      { action: 'call', when: {}, persuades: 0.1, decay: 1, why: 'test' },
    ]
    expect(gainOf(record(), { effects }).persuades).toBe(0.1)
    expect(gainOf(record({ outstanding: 4_900_001 }), { effects }).persuades).toBe(0.8)
    const featured = { ...record(), features: { segment: 'new', visitsToApp: 3 } }
    expect(gainOf(featured, { effects }).persuades).toBe(0.9)
    expect(gainOf({ ...featured, features: { segment: 'new', visitsToApp: 2 } }, { effects }).persuades).toBe(
      0.1,
    )
  })
})

describe('what is too little, and who pays by habit', () => {
  const decided = (given: BorrowerCase, at = asOf): Decision => {
    const context = createContext({ asOf: at })
    const parsed = parseCase(given, context)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    return decide(parsed.value, context)
  }

  it('a trifle is carried to the next due day', () => {
    const { action, reasons } = decided(record({ overdue: 8_999 }))
    expect([action.kind, reasons[0]?.code]).toEqual(['wait', 'arrears.trifle'])
    expect(decided(record({ overdue: 9_000 })).action.kind).not.toBe('wait')
    // A tenth of a small instalment is less.
    expect(decided(record({ overdue: 2_000, instalment: 20_000 })).action.kind).not.toBe('wait')
  })

  it('who always pays on about the fifteenth is waited for until two days later', () => {
    const rows = ['07', '08', '09', '10'].map((month) => ({
      due: `2026-${month}-01`,
      amount: 200_000,
      paid: [{ on: `2026-${month}-15`, amount: 200_000 }],
    }))
    const given: BorrowerCase = {
      ...record({ overdue: 200_000, daysPastDue: 11 }),
      contacts: [],
      repayments: [...rows, { due: '2026-11-01', amount: 200_000 }],
    }
    const { action, reasons } = decided(given, '2026-11-12T10:00:00+08:00')
    expect([action.kind, action.reviewOn, reasons[0]?.code]).toEqual(['wait', '2026-11-17', 'habit.payday'])
    const later = { ...given, loan: { ...given.loan, daysPastDue: 16 } }
    expect(decided(later, '2026-11-17T10:00:00+08:00').action.kind).toBe('reminder')
  })
})
