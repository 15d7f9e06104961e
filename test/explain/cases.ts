import { createContext } from '../../src/entry/createContext.ts'
import { decide } from '../../src/entry/decide.ts'
import type { Decision } from '../../src/explain/decision.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { parseCase } from '../../src/input/parseCase.ts'

const AS_OF = '2026-11-25T02:00:00+08:00'

/** A usually punctual borrower in China, 62 days late with two instalments. */
const LI: BorrowerCase = {
  id: 'b-1',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  area: '330203',
  loan: {
    product: 'instalment',
    outstanding: 520000,
    overdue: 104000,
    overdueSince: '2026-09-24',
    instalment: 52000,
    remainingInstalments: 8,
    annualRate: 0.18,
    nextDueDay: '2026-12-24',
  },
  repayments: [
    ...['2026-04-24', '2026-05-24', '2026-06-24', '2026-07-24', '2026-08-24'].map((due) => ({
      due,
      amount: 52000,
      paid: [{ on: due, amount: 52000 }],
    })),
    { due: '2026-09-24', amount: 52000 },
    { due: '2026-10-24', amount: 52000 },
  ],
}

const spoke = {
  at: '2026-11-20T10:02:00+08:00',
  channel: 'call',
  party: 'borrower',
  outcome: 'spoke',
} as const
const tight = { income: 600000, essentialSpending: 560000, evidence: 'documented', on: '2026-11-20' } as const
const tried = (day: string, channel: 'call' | 'sms') =>
  ({
    at: `2026-11-${day}T10:00:00+08:00`,
    channel,
    party: 'borrower',
    outcome: channel === 'call' ? 'noAnswer' : 'bounced',
  }) as const

/** Decisions of every kind by way of the whole pipeline, by what is special about them. */
export const CASES: Readonly<Record<string, Partial<BorrowerCase>>> = {
  'nothing special': {},
  'three days late': {
    loan: {
      product: 'instalment',
      outstanding: 520000,
      overdue: 52000,
      overdueSince: '2026-11-22',
      instalment: 52000,
    },
    repayments: [],
  },
  'usually late, due soon': {
    loan: {
      product: 'instalment',
      outstanding: 520000,
      overdue: 0,
      instalment: 52000,
      nextDueDay: '2026-11-27',
    },
    repayments: ['07', '08', '09', '10'].map((month) => ({
      due: `2026-${month}-10`,
      amount: 52000,
      paid: [{ on: `2026-${month}-15`, amount: 52000 }],
    })),
  },
  'a promise that is open': {
    contacts: [{ ...spoke, outcome: 'promise', promise: { amount: 52000, by: '2026-11-28' } }],
  },
  'a promise that was broken': {
    contacts: [{ ...spoke, outcome: 'promise', promise: { amount: 52000, by: '2026-11-22' } }],
  },
  'says it is paid': { contacts: [{ ...spoke, outcome: 'claimsPaid' }] },
  'an arrangement': {
    arrangements: [
      { kind: 'restructure', from: '2026-11-01', until: '2027-11-01', instalment: 30000, status: 'active' },
    ],
  },
  'can pay less': { budget: tight, contacts: [spoke] },
  'can pay less, not spoken with': { budget: tight },
  'can pay nothing for a while': {
    budget: { ...tight, income: 300000 },
    circumstances: [{ kind: 'jobLoss', since: '2026-11-01', until: '2027-02-28' }],
    contacts: [spoke],
  },
  'illness, nothing known': { circumstances: [{ kind: 'illness', since: '2026-11-10' }] },
  'too many debts': {
    circumstances: [{ kind: 'overIndebted', since: '2026-11-10' }],
    budget: { ...tight, income: 500000 },
    contacts: [spoke],
  },
  'gently tried without an answer': {
    contacts: [
      tried('12', 'call'),
      tried('14', 'sms'),
      tried('16', 'call'),
      tried('18', 'sms'),
      tried('20', 'call'),
      tried('23', 'call'),
    ],
    loan: { ...LI.loan, outstanding: 9000000 },
    preferences: { visit: 'agreed' },
  },
  'an appointment': {
    preferences: { visitAppointment: { from: '2026-11-27T14:00:00+08:00', to: '2026-11-27T16:00:00+08:00' } },
    loan: { ...LI.loan, outstanding: 90000000, overdue: 9000000 },
    repayments: [],
  },
  'hostile once': { contacts: [{ ...spoke, outcome: 'hostile' }] },
  'cannot be found': { circumstances: [{ kind: 'untraceable', since: '2026-11-01' }] },
  vulnerable: { circumstances: [{ kind: 'vulnerable', since: '2026-11-01' }] },
  'a dispute': { circumstances: [{ kind: 'dispute', since: '2026-11-01' }] },
  'asked for hardship help': {
    circumstances: [{ kind: 'hardshipApplication', since: '2026-11-20' }],
    budget: tight,
    contacts: [spoke],
  },
  'an adviser at work': {
    circumstances: [{ kind: 'adviserEngaged', since: '2026-11-20' }],
    budget: tight,
    contacts: [spoke],
    contactPoints: [{ key: 'r1', channel: 'email', kind: 'email', party: 'representative' }],
  },
  'has died': { circumstances: [{ kind: 'deceased', since: '2026-11-01' }] },
  'not the borrower': { circumstances: [{ kind: 'notTheBorrower', since: '2026-11-01' }] },
  'asked us to stop': { contacts: [{ ...spoke, outcome: 'ceaseRequested' }] },
  'evenings only, no texts': {
    preferences: {
      channelsOptedOut: ['sms'],
      contactHours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '18:00', to: '20:00' }],
    },
    contactPoints: [{ key: 'n1', channel: 'call', kind: 'mobile', status: 'verified' }],
  },
  'no pack for the place, no costs for the money': {
    jurisdiction: 'KW',
    currency: 'KWD',
    timeZone: 'Asia/Kuwait',
    loan: { product: 'single', outstanding: 1234567, overdue: 1234567, daysPastDue: 40 },
    repayments: [{ due: '2026-10-16', amount: 1000000 }],
  },
}

/** The decision on a case above. */
export function decided(name: string): Decision {
  const context = createContext({ asOf: AS_OF })
  const parsed = parseCase({ ...LI, ...CASES[name] }, context)
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.issues)}`)
  return decide(parsed.value, context)
}
