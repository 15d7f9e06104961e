import { expect, test } from 'vitest'
import { type BareRule, contact, permitted, type Setting } from './given.ts'

const HOURS: BareRule = { id: 'hours', kind: 'hours', open: [{ days: ['*'], from: '08:00', to: '20:00' }] }
const cap = (id: string, days: number): BareRule => ({
  id,
  kind: 'frequency',
  count: 'attempt',
  over: 'account',
  window: { type: 'rolling', days },
  max: 1,
})
const why = (asOf: string, rules: BareRule[], given = {}) => {
  const setting: Setting = { asOf, packs: { XA: rules } }
  const { status, because } = permitted(
    { contacts: [contact('2026-11-20T21:00:00Z', 'call', 'noAnswer')], ...given },
    setting,
  ).demand.call
  return [status, ...because.map(({ code, rule }) => rule?.id ?? code)]
}

test('what ends last comes first', () => {
  // At 21:00 on the 20th: hours until 08:00, a cap until the 21st 21:00, one until the 27th, a hold for good.
  expect(why('2026-11-20T21:00:00Z', [HOURS, cap('day', 1), cap('week', 7)])).toEqual([
    'blocked',
    'week',
    'day',
    'hours',
  ])
  const circumstances = [{ kind: 'dispute', since: '2026-11-01' }]
  expect(why('2026-11-20T21:00:00Z', [HOURS, cap('week', 7)], { circumstances })).toEqual([
    'blocked',
    'rule.hold',
    'week',
    'hours',
  ])
})

test('hours met only after something else ended come last', () => {
  // Noon on the 21st is inside the hours; the cap ends at 21:00, when they are closed.
  expect(why('2026-11-21T12:00:00Z', [HOURS, cap('day', 1)])).toEqual(['open', 'day', 'hours'])
})

test('nothing is named that does not close anything on the way', () => {
  expect(why('2026-11-21T12:00:00Z', [HOURS])).toEqual(['open'])
  // Blocked beyond the horizon by the cap alone, whatever the hours will be then.
  expect(why('2026-11-21T12:00:00Z', [HOURS, cap('week', 7)])).toEqual(['blocked', 'week'])
})

test('what closes later, before the first window, is named too', () => {
  // Closed until 08:00, and an insolvency known to begin at midnight: the insolvency is what lasts.
  const circumstances = [{ kind: 'insolvency', since: '2026-11-21' }]
  expect(why('2026-11-20T20:30:00Z', [HOURS], { contacts: [], circumstances })).toEqual([
    'blocked',
    'rule.hold',
    'hours',
  ])
})
