import { describe, expect, test } from 'vitest'
import { prioritise, shadowPrices, thumbRules } from '../../src/entry/prioritise.ts'
import type { Capacity } from '../../src/input/capacityFile.ts'
import type { DecisionRow } from '../../src/portfolio/decisionRow.ts'
import { call, callers, capacity, DAY, field, row, sms, visit } from './given.ts'

/** Worklists as `pool/area: ids in calling order`, and who is left with the first reason. */
function brief(decisions: readonly DecisionRow[], given: Capacity) {
  const { worklists, left } = prioritise(decisions, given)
  return {
    lists: worklists.map(
      ({ pool, area, items }) => `${pool}/${area}: ${items.map(({ id }) => id).join(' ')}`,
    ),
    left: Object.fromEntries(left.map(({ id, because }) => [id, because[0]?.code])),
  }
}

const reason = (code: string, params: object) => ({ code, about: 'action', params, evidence: [] })
const KEPT = reason('choice.kept', {})

test('the most valuable for the pool are served; the rest are left, and why', () => {
  const decisions = [row('x', [call(100)]), row('y', [call(300)]), row('z', [call(200)])]
  const found = prioritise(decisions, capacity([callers(20)]))
  expect(found).toEqual({
    worklists: [
      {
        pool: 'callers',
        area: 'a',
        items: [
          { id: 'y', rank: 1, perUnit: 30, alternative: decisions[1]?.alternatives[0], because: [KEPT] },
          { id: 'z', rank: 2, perUnit: 20, alternative: decisions[2]?.alternatives[0], because: [KEPT] },
        ],
      },
    ],
    left: [
      {
        id: 'x',
        because: [reason('capacity.short', { kind: 'call', pool: 'callers' })],
      },
    ],
    // Ten more minutes would serve the third, who brings 100: 10 a minute.
    pools: [{ id: 'callers', used: 20, available: 20, shadowPrice: expect.closeTo(10, 5) }],
    value: 500,
    bound: 500,
    gap: 0,
  })
  expect(found.worklists[0]?.items[0]?.alternative).toBe(decisions[1]?.alternatives[0])
})

test('a pool with room to spare costs nothing', () => {
  const { pools, value, gap } = prioritise([row('x', [call(100)])], capacity([callers(1000)]))
  expect([pools, value, gap]).toEqual([
    [{ id: 'callers', used: 10, available: 1000, shadowPrice: 0 }],
    100,
    0,
  ])
})

test('one action a borrower, over all accounts', () => {
  const decisions = [
    row('x-1', [call(100)], { borrower: 'x' }),
    row('y', [call(50)]),
    row('x-2', [visit(400), call(90)], { borrower: 'x' }),
    row('x-3', [], { borrower: 'x' }),
  ]
  const found = prioritise(decisions, capacity([callers(100), field(1, ['a'])]))
  expect(found.worklists.map(({ pool, items }) => [pool, items.map(({ id }) => id)])).toEqual([
    ['callers', ['y']],
    ['field-a', ['x-2']],
  ])
  expect(found.left).toEqual([
    {
      id: 'x-1',
      because: [{ code: 'borrower.served', about: 'action', params: { by: 'x-2' }, evidence: [] }],
    },
    { id: 'x-3', because: [{ code: 'wait.nothingBetter' }] },
  ])
})

describe('pools', () => {
  test('a worklist for each area; the first pool in the file that serves it is the one', () => {
    const decisions = [
      row('n', [visit(100)], { area: 'north' }),
      row('s', [visit(100)], { area: 'south' }),
      row('t', [visit(90)], { area: 'south' }),
    ]
    const pools = [field(1, ['south']), field(9, ['*'], { id: 'anywhere' })]
    expect(brief(decisions, capacity(pools))).toEqual({
      lists: ['field-south/south: s', 'anywhere/north: n'],
      left: { t: 'capacity.short' },
    })
  })
  test('a kind some pool serves, but none here, cannot be done here; one no pool serves is free', () => {
    const decisions = [row('n', [visit(100)], { area: 'north' }), row('r', [sms(5)]), row('c', [call(9)])]
    expect(brief(decisions, capacity([field(5, ['south'])]))).toEqual({
      lists: ['unlimited/a: c r'],
      left: { n: 'capacity.notHere' },
    })
  })
  test('a pool may serve one channel only', () => {
    const letter = { ...sms(50), channel: 'letter' as const }
    const pool = {
      ...callers(1),
      unit: 'message' as const,
      serves: [{ action: 'reminder' as const, channel: 'sms' as const }],
    }
    expect(brief([row('l', [letter]), row('s', [sms(9)])], capacity([pool]))).toEqual({
      lists: ['callers/a: s'],
      left: { l: 'capacity.notHere' },
    })
  })
  test('several units at once, the use the pool states, and money as the cost', () => {
    const pools = [
      field(30, ['a'], { serves: [{ action: 'visit', use: 3 }] }),
      callers(25, { id: 'desk', serves: [{ action: 'visit', use: 5 }] }),
      callers(20000, { id: 'travel', unit: 'money', serves: [{ action: 'visit' }] }),
    ]
    const decisions = ['1', '2', '3'].map((id) => row(id, [visit(100)]))
    // 8,000 of money each: two fit into 20,000.
    expect(prioritise(decisions, capacity(pools)).pools.map(({ used }) => used)).toEqual([6, 10, 16000])
  })
  test('several days multiply the pools, and windows after the last are not planned', () => {
    const on = (day: string) => ({
      ...call(100),
      window: { from: `${day}T00:30:00+08:00`, to: `${day}T20:00:00+08:00` },
    })
    const decisions = [row('1', [on(DAY)]), row('2', [on('2026-11-26')]), row('3', [on('2026-11-27')])]
    const oneDay = prioritise(decisions, capacity([callers(15)]))
    expect([oneDay.pools[0]?.available, oneDay.left.map(({ id }) => id)]).toEqual([15, ['2', '3']])
    expect(brief(decisions, capacity([callers(15)], { days: 2 }))).toEqual({
      lists: ['callers/a: 1 2'],
      left: { '3': 'window.later' },
    })
  })
  test('an empty pool serves nobody, and its price is what the first unit would bring', () => {
    const { worklists, pools } = prioritise([row('x', [call(100)])], capacity([callers(0)]))
    expect(worklists).toEqual([])
    expect(pools[0]?.shadowPrice).toBeCloseTo(10, 3)
  })
})

describe('why a borrower is where they are', () => {
  test('another action than the decision’s says why not that one', () => {
    const given = capacity([callers(10), field(1, ['a'])])
    const decisions = [row('x', [visit(100), call(90)]), row('y', [visit(300), call(20)])]
    const { worklists } = prioritise(decisions, given)
    expect(worklists.map(({ items }) => items.map(({ id, because }) => [id, because]))).toEqual([
      [['x', [reason('capacity.short', { kind: 'visit', pool: 'field-a' })]]],
      [['y', [KEPT]]],
    ])
  })
  test('of those left everything on offer, what the decision chose first', () => {
    const far = row('x', [visit(100), call(90), sms(0)], { area: 'far' })
    const { left } = prioritise([far, row('y', [call(500)])], capacity([field(9, ['a']), callers(10)]))
    expect(left).toEqual([
      {
        id: 'x',
        because: [
          reason('capacity.notHere', { kind: 'visit' }),
          reason('capacity.short', { kind: 'call', pool: 'callers' }),
          reason('value.notPositive', { kind: 'reminder', value: 0 }),
        ],
      },
    ])
  })
  test('what takes more than a whole pool can never be done', () => {
    const { left } = prioritise([row('x', [call(100, 25)])], capacity([callers(10, { available: 10 })]))
    const params = { kind: 'call', pool: 'callers', use: 25, available: 10 }
    expect(left).toEqual([{ id: 'x', because: [reason('capacity.tooSmall', params)] }])
  })
})

describe('days', () => {
  const between = (from: string, to: string) => ({ ...call(100), window: { from, to } })
  const leftOf = (window: ReturnType<typeof between>, changes = {}) =>
    brief([row('x', [window])], capacity([callers(99)], changes)).left
  test('what had to be done before the first planned day is not planned', () => {
    const old = between('2026-11-24T09:00:00+08:00', '2026-11-24T20:00:00+08:00')
    expect(leftOf(old)).toEqual({ x: 'window.over' })
    expect(leftOf(between('2026-11-24T09:00:00+08:00', '2026-11-25T09:30:00+08:00'))).toEqual({})
    // The evening before in Los Angeles is the planned day in Shanghai.
    expect(leftOf(between('2026-11-24T16:00:00-08:00', '2026-11-24T20:00:00-08:00'))).toEqual({})
  })
  test('a pool for one day serves what may be done on it, however many days are planned', () => {
    const next = {
      ...visit(100),
      window: { from: '2026-11-27T09:00:00+08:00', to: '2026-11-27T20:00:00+08:00' },
    }
    const decisions = ['1', '2', '3'].map((id) => row(id, [next]))
    const today = [
      field(9, ['a'], { id: 'today', day: DAY }),
      field(2, ['a'], { id: 'friday', day: '2026-11-27' }),
    ]
    const found = prioritise(decisions, capacity(today, { days: 2 }))
    expect(found.pools.map(({ id, used, available }) => [id, used, available])).toEqual([
      ['today', 0, 9],
      ['friday', 2, 2],
    ])
    const late = capacity([today[0] as never])
    expect(brief(decisions.slice(0, 1), late)).toEqual({ lists: [], left: { 1: 'window.later' } })
    const early = capacity([field(9, ['a'], { day: '2026-11-28' })])
    expect(brief(decisions.slice(0, 1), early)).toEqual({ lists: [], left: { 1: 'window.over' } })
  })
  test('one beside it that is for all days makes what opens later no earlier', () => {
    const next = {
      ...visit(100),
      window: { from: '2026-11-30T09:00:00+08:00', to: '2026-11-30T20:00:00+08:00' },
    }
    const travel = callers(90000, { id: 'travel', unit: 'money', serves: [{ action: 'visit' }] })
    const given = capacity([field(9, ['a'], { day: '2026-11-27' }), travel])
    expect(brief([row('x', [next])], given).left).toEqual({ x: 'window.later' })
  })
  test('it needs every unit on that day', () => {
    const travel = callers(90000, {
      id: 'travel',
      unit: 'money',
      serves: [{ action: 'visit' }],
      day: '2026-11-26',
    })
    const given = capacity([field(9, ['a'], { day: DAY }), travel])
    expect(brief([row('x', [visit(9)])], given).left).toEqual({ x: 'window.over' })
  })
})

test('nothing that is worth nothing is placed', () => {
  const decisions = [row('x', [call(0)]), row('y', [call(-5)]), row('w', [])]
  expect(brief(decisions, capacity([callers(100)]))).toEqual({
    lists: [],
    left: { x: 'value.notPositive', y: 'value.notPositive', w: 'wait.nothingBetter' },
  })
})

test('equals: the gentler, then the older, then by id', () => {
  const decisions = [
    row('b', [call(100)]),
    row('a', [call(100)]),
    row('old', [call(100)], { daysPastDue: 99 }),
    row('both', [visit(100), call(100)]),
  ]
  const { worklists } = prioritise(decisions, capacity([callers(100), field(9, ['a'])]))
  expect(worklists.map(({ pool, items }) => `${pool}: ${items.map(({ id }) => id)}`)).toEqual([
    'callers: old,a,b,both',
  ])
})

describe('currencies', () => {
  const yen = row('j', [{ ...call(1000), cost: 100 }], { currency: 'JPY' })
  test('several are refused where no rate is given', () => {
    expect(() => prioritise([row('c', [call(1)]), yen], capacity([]))).toThrow(
      expect.objectContaining({ code: 'currency.mixed', message: expect.stringContaining('JPY') }),
    )
  })
  test('rates are between major units: 1,000 yen at 0.05 are 50.00 yuan, 5,000 of the smallest unit', () => {
    const money = callers(600, { unit: 'money' })
    const found = prioritise([yen], capacity([money], { rates: { JPY: 0.05 } }))
    expect([found.value, found.pools[0]?.used]).toEqual([5000, 500])
  })
})

describe('what cannot be read is refused with a code', () => {
  const sound = row('x', [call(1)])
  test.each([
    ['no list', 5, capacity([]), 'decisions.notIterable'],
    ['text', 'abc', capacity([]), 'decisions.notIterable'],
    ['null', [null], capacity([]), 'decision.notMade'],
    ['no borrower', [{ ...sound, borrower: undefined }], capacity([]), 'decision.notMade'],
    [
      'a kind that is none',
      [{ ...sound, alternatives: [{ ...call(1), kind: 'cal' }] }],
      capacity([]),
      'decision.notMade',
    ],
    [
      'more alternatives than there can be',
      [{ ...sound, alternatives: Array.from({ length: 256 }, () => call(1)) }],
      capacity([]),
      'decision.notMade',
    ],
    [
      'a value no case could have',
      [{ ...sound, alternatives: [call(1e300)] }],
      capacity([]),
      'decision.notMade',
    ],
    [
      'a value that is none',
      [{ ...sound, alternatives: [{ ...call(1), value: 'much' }] }],
      capacity([]),
      'decision.notMade',
    ],
    ['a capacity that is none', [sound], { currency: 'CNY' }, 'capacity.invalid'],
    [
      'a pool called as what no pool serves',
      [sound],
      capacity([callers(1, { id: 'unlimited' })]),
      'capacity.invalid',
    ],
  ])('%s', (_, decisions, given, code) => {
    expect(() => prioritise(decisions as never, given as never)).toThrow(expect.objectContaining({ code }))
  })
})

describe('floors', () => {
  const young = ['1', '2', '3', '4'].map((id) => row(`young-${id}`, [call(500)], { daysPastDue: 5 }))
  const old = ['1', '2', '3', '4'].map((id) =>
    row(`old-${id}`, [call(10 + Number(id))], { daysPastDue: 300, area: 'far' }),
  )
  test('without them the many starve the few', () => {
    expect(brief([...young, ...old], capacity([callers(40)])).lists).toEqual([
      'callers/a: young-1 young-2 young-3 young-4',
    ])
  })
  test.each(['bucket', 'area'] as const)('a floor by %s keeps a share for each, its best first', (by) => {
    const found = prioritise([...young, ...old], capacity([callers(40)], { floors: { [by]: 0.25 } }))
    expect(found.worklists.map(({ items }) => items.map(({ id }) => id))).toEqual([
      ['young-1', 'young-2', 'young-3'],
      ['old-4'],
    ])
    // What fairness costs stays visible: the bound knows no floors.
    expect([found.value, found.bound, found.gap]).toEqual([1514, 2000, 0.243])
  })
  test('classes take turns, so that none has all where the pool reaches for some', () => {
    const given = capacity([callers(20)], { floors: { bucket: 1 } })
    expect(prioritise([...young, ...old], given).floors).toEqual([
      { by: 'bucket', name: '181+', borrowers: 4, asked: 4, served: 1 },
      { by: 'bucket', name: '1-30', borrowers: 4, asked: 4, served: 1 },
    ])
    expect(brief([...young, ...old], given).lists).toEqual(['callers/a: young-1', 'callers/far: old-4'])
  })
  test('they never overdraw a pool', () => {
    const found = prioritise([...young, ...old], capacity([callers(15)], { floors: { bucket: 1, area: 1 } }))
    expect(found.pools[0]?.used).toBe(10)
  })
})

test('nobody, and no pools', () => {
  expect(prioritise([], capacity([callers(5)]))).toEqual({
    worklists: [],
    left: [],
    pools: [{ id: 'callers', used: 0, available: 5, shadowPrice: 0 }],
    value: 0,
    bound: 0,
    gap: 0,
  })
  expect(prioritise([row('x', [call(7)])], capacity([]))).toMatchObject({
    value: 7,
    bound: 7,
    gap: 0,
    pools: [],
  })
})

test('prices on their own are those of the plan', () => {
  const decisions = [row('x', [call(100)]), row('y', [call(300, 20)]), row('z', [call(200)])]
  const given = capacity([callers(25)])
  const { pools, value, bound } = prioritise(new Set(decisions), given)
  expect(shadowPrices(decisions, given)).toEqual({ prices: { callers: pools[0]?.shadowPrice }, value, bound })
  // z first (20 a minute), then 15 of the 20 minutes of y, which bring 15 each.
  expect(pools[0]?.shadowPrice).toBeCloseTo(15, 4)
  expect(bound).toBe(200 + 15 * 15)
})

test('balances are compared in one currency', () => {
  const yen = row('yen', [call(30)], { currency: 'JPY', outstanding: 9000 })
  const yuan = row('yuan', [call(20)], { outstanding: 50000 })
  // 9,000 yen at 0.05 are 450.00 yuan, less than 500.00.
  const given = capacity([callers(10)], { rates: { JPY: 0.05 } })
  expect(thumbRules([yen, yuan], given).largestBalanceFirst).toBe(20)
})

test('the three rules people go by', () => {
  const decisions = [
    row('rich', [call(10)], { outstanding: 9e6 }),
    row('old', [call(20)], { daysPastDue: 400 }),
    row('poor', [call(30)], { score: { points: 300 } }),
    row('best', [call(99)]),
  ]
  expect(thumbRules(decisions, capacity([callers(10)]))).toEqual({
    largestBalanceFirst: 10,
    oldestFirst: 20,
    lowestScoreFirst: 30,
  })
})
