// Unit-testing a policy of one's own, in vitest: what it is for, what must never happen, and that nothing else moves.
// Copy it, put your policy and a few of your cases (made up ones do) in the place of these. Here it is run with:
// npm run build && npx vitest run examples/04-policy.test.mjs
import { createContext, decideAll } from 'arrears'
import { expect, test } from 'vitest'

/** Under test: this lender gives a promise to pay two weeks before it counts as broken. */
const patient = { id: 'patient', version: '1', promise: { toleranceDays: 14 } }

const loan = {
  product: 'instalment',
  outstanding: 520000,
  overdue: 104000,
  overdueSince: '2026-10-24',
  instalment: 52000,
  period: 'month',
}
const reached = { channel: 'call', party: 'borrower' }
const promised = (by) => ({
  ...reached,
  at: '2026-11-10T10:00:00+08:00',
  outcome: 'promise',
  promise: { amount: 52000, by },
})
/** One account each: what the policy is about, and what it should leave alone. */
const cases = {
  promiseAWeekAgo: { contacts: [promised('2026-11-18')] },
  promiseToCome: { contacts: [promised('2026-11-30')] },
  noPromise: {},
  told: { contacts: [{ ...reached, at: '2026-11-20T10:00:00+08:00', outcome: 'hardshipReported' }] },
  vulnerable: { circumstances: [{ kind: 'vulnerable', since: '2026-09-01' }] },
}
const records = Object.entries(cases).map(([id, own]) => ({
  id,
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  loan,
  contactPoints: [
    { key: 'phone', channel: 'call', status: 'verified' },
    { key: 'texts', channel: 'sms', status: 'verified' },
    { key: 'home', channel: 'visit', status: 'verified' },
  ],
  ...own,
}))

function decisionsWith(policy) {
  const context = createContext({ asOf: '2026-11-25T10:00:00+08:00', policy })
  const decided = [...decideAll(records, context)].map((outcome) => {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
    return [outcome.decision.id, outcome.decision]
  })
  return Object.fromEntries(decided)
}
const before = decisionsWith('default')
const after = decisionsWith(patient)
const codes = ({ reasons }) => reasons.map(({ code }) => code)

test('a promise of a week ago was broken, and is still open now', () => {
  expect(codes(before.promiseAWeekAgo)).not.toContain('promise.open')
  expect(codes(after.promiseAWeekAgo)).toContain('promise.open')
  expect(after.promiseAWeekAgo.action.kind).toBe('wait')
})

test('an open promise is only looked at later', () => {
  expect(after.promiseToCome.action.kind).toBe(before.promiseToCome.action.kind)
  expect(after.promiseToCome.action.reviewOn > before.promiseToCome.action.reviewOn).toBe(true)
})

test('who promised nothing is treated as before', () => {
  for (const id of ['noPromise', 'told', 'vulnerable']) expect(after[id].action).toEqual(before[id].action)
})

test('nobody vulnerable is visited, and every visit waits for a person to approve it', () => {
  expect(after.vulnerable.action.kind).not.toBe('visit')
  for (const { action } of Object.values(after)) {
    if (action.kind === 'visit') expect(action.approval).toBe('human')
  }
})
