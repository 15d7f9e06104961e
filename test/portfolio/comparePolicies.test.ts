import { describe, expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'
import { comparePolicies } from '../../src/entry/portfolio.ts'
import type { PolicyInput } from '../../src/input/policy.ts'
import { contact, minimalCase, TRIED } from '../helpers/minimalCase.ts'

const AS_OF = '2026-11-25T10:00:00Z'
const under = (policy: Partial<PolicyInput> = {}, asOf = AS_OF) =>
  createContext({ asOf, policy: { id: 'own', version: '1', ...policy } })
const NOW = under()
/** Minutes cost so much that nobody is worth a call. */
const DEAR_CALLS = under({ unitCosts: { USD: { minute: 1_000_000, visit: 8000, message: 5 } } })
const PAID = minimalCase({ id: 'paid', loan: { product: 'instalment', outstanding: 500000, overdue: 0 } })

const onlyCalls = (id: string) =>
  minimalCase({
    id,
    contacts: TRIED,
    contactPoints: [{ key: 'n', channel: 'call', kind: 'home', status: 'verified' }],
  })

test('who moves, and why: calls that cost too much become messages, or nothing where there is only a telephone', () => {
  const cases = [
    minimalCase({ id: 'both-1', contacts: TRIED }),
    onlyCalls('phone'),
    PAID,
    minimalCase({ id: 'both-2', contacts: TRIED }),
  ]
  const { flows, a, b, rejected } = comparePolicies(cases, NOW, DEAR_CALLS)
  expect(flows.map(({ from, to, count }) => [from, to, count])).toEqual([
    ['wait', 'wait', 1],
    ['call', 'wait', 1],
    ['call', 'reminder', 2],
  ])
  expect(flows.map(({ because }) => because)).toEqual([
    {},
    { 'value.negative': 1, 'wait.nothingBetter': 1 },
    { 'value.lower': 2 },
  ])
  expect([a.actions, b.actions]).toEqual([
    { wait: 1, reminder: 0, hardshipPause: 0, restructure: 0, call: 3, visit: 0 },
    { wait: 2, reminder: 2, hardshipPause: 0, restructure: 0, call: 0, visit: 0 },
  ])
  expect([a.contacts, b.contacts, a.visits, b.visits, rejected]).toEqual([3, 2, 0, 0, 0])
})

test('a rule that stops an action is told against it', () => {
  const noCalls = under({
    house: {
      tighten: true,
      rules: [
        {
          id: 'none',
          kind: 'frequency',
          count: 'attempt',
          channels: ['call'],
          over: 'account',
          window: { days: 7, type: 'rolling' },
          max: 0,
          force: 'house',
          source: 'a test',
          checked: 'none',
        },
      ],
    },
  } as Partial<PolicyInput>)
  const [flow] = comparePolicies([onlyCalls('phone')], NOW, noCalls).flows
  expect(flow).toMatchObject({ from: 'call', to: 'wait', because: { 'rule.frequency': 1 } })
})

test('visits are counted among the contacts', () => {
  const visit = { attempts: 1, spanDays: 0, dayParts: 0, letterFirst: false }
  const gentle = under({ visit } as Partial<PolicyInput>)
  const unreached = minimalCase({
    area: 'north',
    loan: { ...minimalCase().loan, outstanding: 50_000_000, overdue: 20_000_000, daysPastDue: 80 },
    contacts: [contact('2026-11-10T10:00:00Z', 'call', 'noAnswer')],
    notices: [{ kind: 'visit', at: '2026-11-20T10:00:00Z' }],
    preferences: { visit: 'agreed' },
  })
  const { flows, b } = comparePolicies([unreached], NOW, gentle)
  expect(flows.map(({ to }) => to)).toEqual(['visit'])
  expect([b.contacts, b.visits]).toEqual([1, 1])
})

test('values add up by currency, and are not added across', () => {
  const records = [
    minimalCase({ id: '1' }),
    minimalCase({ id: '2' }),
    minimalCase({ id: '3', currency: 'JPY' }),
  ]
  const [dollars, both] = [records.slice(0, 2), records].map((cases) => comparePolicies(cases, NOW, NOW).a)
  const one = comparePolicies(records.slice(0, 1), NOW, NOW).a.value
  expect(one).toBeGreaterThan(0)
  expect(dollars).toMatchObject({ value: 2 * (one ?? 0), valueByCurrency: { USD: 2 * (one ?? 0) } })
  expect(both?.value).toBeNull()
  expect(Object.keys(both?.valueByCurrency ?? {})).toEqual(['JPY', 'USD'])
})

test('what one of the two refuses is rejected, and in nothing else', () => {
  const later = minimalCase({ id: 'later', contacts: [contact('2026-11-25T09:00:00Z', 'call', 'noAnswer')] })
  const anHourBefore = under({}, '2026-11-25T08:00:00Z')
  const { flows, a, b, rejected } = comparePolicies(
    [later, { id: 'bad' }, onlyCalls('ok')],
    anHourBefore,
    NOW,
  )
  expect(rejected).toBe(2)
  expect(flows).toHaveLength(1)
  for (const { actions } of [a, b]) expect(Object.values(actions).reduce((sum, n) => sum + n)).toBe(1)
})

test('nobody', () => {
  const nothing = { value: 0, valueByCurrency: {}, contacts: 0, visits: 0 }
  expect(comparePolicies([], NOW, NOW)).toMatchObject({ flows: [], a: nothing, b: nothing, rejected: 0 })
})

describe('a programmer’s mistake is thrown', () => {
  test.each([
    ['no list', 5, NOW, 'cases.notIterable'],
    ['no context', [], {}, 'context.notMade'],
  ])('%s', (_, cases, context, code) => {
    expect(() => comparePolicies(cases as never, context as never, NOW)).toThrow(
      expect.objectContaining({ code }),
    )
  })
})
