import { because } from '../../src/decide/choiceReasons.ts'
import type { Choice } from '../../src/decide/decision.ts'
import type { Decision } from '../../src/explain/decision.ts'
import type { Contribution } from '../../src/score/score.ts'

/** A call for an overdue payment, written by hand: what the explanation starts from, with what a test changes in it. */
export const choiceOf = (changes: Partial<Choice> = {}): Choice => ({
  id: 'b-1',
  borrower: 'b-1',
  asOf: '2026-11-25T02:00:00+08:00',
  currency: 'CNY',
  area: undefined,
  language: 'en',
  outstanding: 520000,
  overdue: 104000,
  daysPastDue: 62,
  bucket: '61-90',
  score: scoreOf([]),
  profile: { ability: null, willingness: 0.5, contactability: 0.5 },
  capacity: { surplus: null, sustainablePayment: null, basis: 'unknown', verdict: 'unknown' },
  holds: [],
  care: [],
  commitments: [],
  state: [],
  action: {
    kind: 'call',
    purpose: 'demand',
    channel: 'call',
    to: 'borrower',
    window: { from: '2026-11-25T18:00:00+08:00', to: '2026-11-25T20:00:00+08:00' },
    value: 8120,
    cost: 600,
    use: { minute: 6 },
    ask: { amount: 52000, by: '2026-11-29' },
    approval: 'none',
    validUntil: '2026-11-26T02:00:00+08:00',
    cancelOn: ['payment', 'promise', 'inbound', 'hold'],
    reviewOn: '2026-12-02',
  },
  alternatives: [
    { kind: 'call', status: 'chosen', because: [action('arrears.since', { overdue: 104000, days: 62 })] },
    { kind: 'reminder', status: 'eligible', because: [action('value.lower', { by: 7220 })] },
    { kind: 'wait', status: 'eligible', because: [action('value.lower', { by: 8120 })] },
    { kind: 'visit', status: 'blocked', because: [action('contact.gentleFirst', gentle)] },
    { kind: 'hardshipPause', status: 'unsuitable', because: [action('plan.noTemporaryCause')] },
    { kind: 'restructure', status: 'unsuitable', because: [action('plan.notNeeded')] },
  ],
  why: [action('arrears.since', { overdue: 104000, days: 62 }), action('value.highest', { value: 8120 })],
  remarks: [],
  experiment: { id: 'none', arm: 'none', probability: 1 },
  versions: { engine: '0.1.0', policy: 'default@1.0.0#sha256:ab', model: 'default@1.0.0#sha256:cd' },
  ...changes,
})

/** The choice as it leaves the library, with reasons given by hand. */
export const decisionOf = (changes: Partial<Decision> = {}): Decision => {
  const { why, remarks: _, area: __, ...rest } = choiceOf()
  return { ...rest, reasons: why, ...changes }
}

const gentle = { needed: 5, done: 1, spanNeeded: 21, span: 3, partsNeeded: 2, parts: 1 }

export const action = because

export const scoreOf = (contributions: readonly Contribution[]): Choice['score'] => ({
  points: 471,
  basePoints: 500,
  probability: 0.34,
  band: 'D',
  event: 'current within 30 days',
  horizonDays: 30,
  contributions,
  notApplicable: [],
  missing: contributions.filter(({ value }) => value === null).map(({ feature }) => feature),
})

export const contribution = (
  feature: string,
  points: number,
  pointsLost: number,
  value: number | string | null = 1,
): Contribution => ({
  feature,
  value,
  bin: value === null ? 'missing' : 'any',
  points,
  pointsLost,
  prior: true,
})
