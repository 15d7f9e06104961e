import { describe, expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'
import { reasonsOf, scoreTold } from '../../src/explain/reasons.ts'
import { FEATURES } from '../../src/history/features.ts'
import type { Characteristic, Model } from '../../src/input/model.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { factsAndScore } from '../helpers/scoreOf.ts'
import { action, choiceOf, contribution, scoreOf } from './choice.ts'

const record = {
  id: 'b-1',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  loan: {
    product: 'instalment',
    outstanding: 520000,
    overdue: 104000,
    overdueSince: '2026-09-24',
    instalment: 52000,
  },
  // Out of order on purpose: evidence points at the input as it came. Late: August (4 days), September and October (unpaid).
  repayments: [
    { due: '2026-10-24', amount: 52000 },
    { due: '2026-07-24', amount: 52000, paid: [{ on: '2026-07-24', amount: 52000 }] },
    { due: '2026-09-24', amount: 52000, paid: [{ on: '2026-10-02', amount: 10000 }] },
    { due: '2026-08-24', amount: 52000, paid: [{ on: '2026-08-28', amount: 52000 }] },
  ],
  features: { 'bureau/score': 612 },
}
const { facts } = factsAndScore(record, createContext({ asOf: '2026-11-25T02:00:00+08:00' }))

/** A model that only says which characteristics belong together. */
const modelOf = (groups: Readonly<Record<string, string>>): Model => ({
  ...DEFAULT_MODEL,
  characteristics: Object.entries(groups).map(
    ([feature, group]): Characteristic => ({
      feature,
      group,
      direction: 'down',
      prior: true,
      bins: [{ points: 0 }],
      missing: { points: 0 },
    }),
  ),
})

const GROUPS = {
  shareLate6: 'a',
  worstBehind6: 'a',
  daysPastDue: 'b',
  paidShare3: 'c',
  periodsKnown: 'd',
  daysLateMean: 'e',
}
const model = modelOf(GROUPS)
const codesFor = (contributions: Parameters<typeof scoreOf>[0], changes = {}) =>
  reasonsOf(choiceOf({ score: scoreOf(contributions), ...changes }), facts, scoreTold(model, FEATURES)).map(
    ({ code }) => code,
  )

describe('the score’s reasons', () => {
  test('come after those of the action, most points lost first, one a group, at most four', () => {
    const contributions = [
      contribution('shareLate6', -29, 38),
      contribution('worstBehind6', -40, 60),
      contribution('daysPastDue', -70, 150),
      contribution('paidShare3', -5, 10),
      contribution('periodsKnown', 0, 10),
      contribution('daysLateMean', -20, 35),
    ]
    // 150, then 60 (of group a; the 38 of the same group is left out), 35, and of the two tens the first of the model.
    expect(codesFor(contributions)).toEqual([
      'arrears.since',
      'value.highest',
      'history.daysPastDue',
      'history.worstBehind',
      'history.daysLate',
      'history.paidShare',
    ])
  })

  test('are filled up with what helped most when fewer lost points; not known and no worse for it comes last', () => {
    const contributions = [
      contribution('shareLate6', 15, 0),
      contribution('worstBehind6', 20, 0),
      contribution('daysPastDue', 75, 5),
      contribution('paidShare3', 30, 12, null),
      contribution('periodsKnown', 10, 0),
      contribution('daysLateMean', 12, 0),
    ]
    expect(codesFor(contributions).slice(2)).toEqual([
      'history.daysPastDue',
      'history.worstBehind',
      'history.daysLate',
      'history.periodsKnown',
    ])
  })

  test('tell what is not known before the rest where that cost points', () => {
    const contributions = [contribution('daysPastDue', -10, 20), contribution('paidShare3', -5, 30, null)]
    const both = modelOf({ daysPastDue: 'b', paidShare3: 'c' })
    const reasons = reasonsOf(
      choiceOf({ why: [], score: scoreOf(contributions) }),
      facts,
      scoreTold(both, FEATURES),
    )
    expect(reasons.map(({ code }) => code)).toEqual(['history.unknown', 'history.daysPastDue'])
  })

  test('carry params, evidence and the points of their characteristic', () => {
    const reasons = reasonsOf(
      choiceOf({
        why: [],
        score: scoreOf([contribution('shareLate6', -15, 30), contribution('daysPastDue', -70, 150)]),
      }),
      facts,
      scoreTold(modelOf({ shareLate6: 'a', daysPastDue: 'b' }), FEATURES),
    )
    expect(reasons).toEqual([
      // 2026-09-24 to 2026-11-25: 6 days of September, 31 of October, 25 of November.
      {
        code: 'history.daysPastDue',
        about: 'score',
        params: { days: 62 },
        evidence: ['/loan/overdueSince'],
        points: -70,
      },
      {
        code: 'history.shareLate',
        about: 'score',
        params: { late: 3, of: 4 },
        evidence: ['/repayments/0', '/repayments/2', '/repayments/3'],
        points: -15,
      },
    ])
    expect(Object.keys(reasons[0]!)).toEqual(['code', 'about', 'params', 'evidence', 'points'])
  })

  test('of what is not known and of a lender’s own figure name it', () => {
    const reasons = reasonsOf(
      choiceOf({
        why: [],
        score: scoreOf([
          contribution('utilisation', -4, 24, null),
          contribution('bureau/score', -10, 20, 612),
        ]),
      }),
      facts,
      scoreTold(modelOf({ utilisation: 'a', 'bureau/score': 'b' }), FEATURES),
    )
    expect(reasons).toEqual([
      {
        code: 'history.unknown',
        about: 'score',
        params: { feature: 'utilisation' },
        evidence: [],
        points: -4,
      },
      {
        code: 'features.own',
        about: 'score',
        params: { feature: 'bureau/score', value: 612 },
        evidence: ['/features/bureau~1score'],
        points: -10,
      },
    ])
  })
})

describe('remarks on the data', () => {
  const remarks = [action('data.differs', { by: 100 })]

  test('come last', () => {
    const contributions = Object.keys(GROUPS).map((feature) => contribution(feature, -5, 10))
    const codes = codesFor(contributions, { remarks })
    expect(codes.indexOf('data.differs')).toBe(codes.length - 1)
    expect(codes).toHaveLength(2 + 4 + 1)
  })

  test('are never among the first four, not even where the model gives no reasons', () => {
    const codes = codesFor([], { remarks })
    expect(codes).toEqual(['arrears.since', 'value.highest', 'value.lower', 'value.lower', 'data.differs'])
    expect(codesFor([], { remarks, why: [] }).indexOf('data.differs')).toBe(4)
  })

  test('and without them nothing is filled up', () => {
    expect(codesFor([])).toEqual(['arrears.since', 'value.highest'])
  })
})
