import '../../src/locale/zh-CN.ts'
import { describe, expect, test } from 'vitest'
import { choosingAtPrices } from '../../src/entry/choosingAtPrices.ts'
import { explainPlace } from '../../src/entry/explainPlace.ts'
import { prioritise } from '../../src/entry/prioritise.ts'
import { call, callers, capacity, field, row, visit } from './given.ts'

const inBoth = (because: Parameters<typeof explainPlace>[0]) => [
  explainPlace(because, 'en', 'CNY'),
  explainPlace(because, 'zh-CN', 'CNY'),
]

test('of an item: that it is what the decision recommends', () => {
  const { worklists } = prioritise([row('x', [call(100)])], capacity([callers(10)]))
  expect(inBoth(worklists[0]?.items[0]?.because ?? [])).toEqual([
    ['This is what the decision recommends.'],
    ['这就是决定所建议的做法。'],
  ])
})

test('of one left: which pool was short, which is too small, and what nobody is there for', () => {
  const rows = [
    row('y', [call(300)]),
    row('x', [call(100), { ...call(90, 50), kind: 'restructure' }, { ...visit(80), status: 'eligible' }]),
  ]
  const specialists = callers(40, { id: 'specialists', serves: [{ action: 'restructure' }] })
  const { left } = prioritise(rows, capacity([callers(10), specialists, field(1, ['b'])]))
  expect(left.map(({ id }) => id)).toEqual(['x'])
  expect(inBoth(left[0]?.because ?? [])).toEqual([
    [
      'Pool callers is not enough for a call here as well: it is used where it brings more.',
      'A new payment plan alone would take more than the whole of pool specialists.',
      'Pools serve a visit, but none of them in this way and this area.',
    ],
    [
      '资源“callers”不够安排电话联系，先用在效果更好的地方。',
      '仅这一次调整还款计划，就超过资源“specialists”的总量。',
      '有资源可以安排上门拜访，但不包括这种方式或这个区域。',
    ],
  ])
})

test('of another account of one who is served, and of days that do not suit', () => {
  const early = { from: '2026-11-20T09:00:00+08:00', to: '2026-11-20T20:00:00+08:00' }
  const late = { from: '2026-11-27T09:00:00+08:00', to: '2026-11-27T20:00:00+08:00' }
  const rows = [
    row('x', [call(100)], { borrower: 'p' }),
    row('y', [call(90)], { borrower: 'p' }),
    row('z', [
      { ...call(90), window: early },
      { ...call(80), window: late },
    ]),
  ]
  const { left } = prioritise(rows, capacity([callers(100)]))
  expect(left.map(({ because }) => explainPlace(because, 'en', 'CNY'))).toEqual([
    ['The borrower is served through another account, x.'],
    [
      'A call is possible only until 20:00 on Friday 20 November 2026, and no staff are planned for it in that time.',
      'A call is not possible before 09:00 on Friday 27 November 2026, after the planned days.',
    ],
  ])
})

// The price is 20 a minute: ten minutes are worth 200 elsewhere, in whatever currency the capacity counts.
test('of a choice at prices: what it takes is worth as an amount, also where a pool is of money', () => {
  const choose = choosingAtPrices(capacity([callers(10)]), { callers: 20 })
  expect(inBoth(choose(row('x', [call(150)])).because)).toEqual([
    ['What a call takes of pool callers is worth 2.00 CNY elsewhere.'],
    ['电话联系要占用的资源“callers”，用在别处约值2.00元。'],
  ])
  expect(explainPlace(choose(row('x', [call(450)])).because, 'en', 'CNY')).toEqual([
    'At the prices of what is scarce, nothing else should bring more: about 2.50 CNY beyond what it takes.',
  ])
})

describe('reasons of the decision itself', () => {
  test('are told in its own currency', () => {
    const own = { code: 'value.lower', about: 'action', params: { by: 500 }, evidence: [] } as const
    const priced = { code: 'price.highest', about: 'action', params: { net: 500 }, evidence: [] } as const
    expect(explainPlace([own, priced], 'en', 'CNY', 'JPY')).toEqual([
      'It should bring 500 JPY less than the chosen step.',
      'At the prices of what is scarce, nothing else should bring more: about 5.00 CNY beyond what it takes.',
    ])
  })
  test('that a slim decision has no figures for, or that are not known here, point to it once', () => {
    expect(
      inBoth([{ code: 'wait.nothingBetter' }, { code: 'value.lower' }, { code: 'tomorrow.code' }]),
    ).toEqual([
      ['Nothing that may be done now should bring more than waiting.', 'The decision itself says why.'],
      ['目前能做的，预计都不如等待。', '原因见决定本身。'],
    ])
  })
})

test('refuses what is no language, and what is no list of reasons', () => {
  expect(() => explainPlace([], 'fr' as 'en', 'CNY')).toThrow(
    expect.objectContaining({ code: 'option.unknown' }),
  )
  expect(() => explainPlace({} as [], 'en', 'CNY')).toThrow(
    expect.objectContaining({ code: 'because.notGiven' }),
  )
})
