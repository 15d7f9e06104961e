import { describe, expect, test } from 'vitest'
import { choosingAtPrices, shadowPrices } from '../../src/entry/portfolio.ts'
import { call, callers, capacity, DAY, field, row, sms, visit } from './given.ts'

const POOLS = capacity([callers(100), field(5, ['a'])])
const at = (callersPrice: number, visitPrice: number) =>
  choosingAtPrices(POOLS, { callers: callersPrice, 'field-a': visitPrice })
const reason = (code: string, params: object) => ({ code, about: 'action', params, evidence: [] })

describe('what is taken is paid for', () => {
  // 10 minutes for the call, one visit, and a message that no pool serves.
  const decision = row('x', [visit(500), call(300), sms(40)])
  test('at no price the decision’s own choice is taken', () => {
    expect(at(0, 0)(decision)).toEqual({
      kind: 'visit',
      pool: 'field-a',
      perUnit: 500,
      net: 500,
      because: [reason('price.highest', { net: 500 })],
    })
  })
  test('where its pool is scarcer another one is, and the reasons say so', () => {
    expect(at(5, 300)(decision)).toEqual({
      kind: 'call',
      pool: 'callers',
      perUnit: 30,
      net: 250,
      because: [
        reason('price.highest', { net: 250 }),
        reason('price.lower', { by: 50 }),
        reason('capacity.short', { kind: 'visit', pool: 'field-a', price: 300, use: 1 }),
      ],
    })
  })
  test('what no pool serves is free', () => {
    expect(at(30, 460)(decision)).toMatchObject({ kind: 'reminder', pool: 'unlimited', perUnit: 40, net: 40 })
  })
  test('where everything costs more than it brings, nobody acts, whatever the decision chose', () => {
    expect(at(30, 600)(row('x', [visit(500), call(300)]))).toEqual({
      kind: null,
      because: [
        reason('capacity.short', { kind: 'visit', pool: 'field-a', price: 600, use: 1 }),
        reason('capacity.short', { kind: 'call', pool: 'callers', price: 30, use: 10 }),
      ],
    })
  })
  test('of the pools an action takes from, the one that asks most is named', () => {
    const pools = capacity([callers(9, { serves: [{ action: 'visit', use: 30 }] }), field(1, ['a'])])
    const choose = choosingAtPrices(pools, { callers: 10, 'field-a': 250 })
    expect(choose(row('x', [visit(500)])).because).toEqual([
      reason('capacity.short', { kind: 'visit', pool: 'callers', price: 10, use: 30 }),
    ])
  })
})

test('where five fit, prices that were fitted choose five', () => {
  // The sixth brings exactly what its minutes cost.
  const rows = [900, 800, 700, 650, 620, 604].map((value, i) => row(`${i}`, [call(value, 1)]))
  const given = capacity([callers(5)])
  const choose = choosingAtPrices(given, shadowPrices(rows, given).prices)
  expect(rows.filter((one) => choose(one).kind === 'call').map(({ id }) => id)).toEqual([
    '0',
    '1',
    '2',
    '3',
    '4',
  ])
})

test('of equals the gentler', () => {
  const choose = choosingAtPrices(POOLS, { callers: 20, 'field-a': 300 })
  expect(choose(row('x', [visit(500), call(400)]))).toMatchObject({ kind: 'call', net: 200 })
})

describe('nobody acts', () => {
  test.each([
    ['where the decision waits, for its own reasons', row('x', []), { code: 'wait.nothingBetter' }],
    [
      'where nothing is worth anything',
      row('x', [call(0)]),
      reason('value.notPositive', { kind: 'call', value: 0 }),
    ],
    [
      'where no pool serves the area',
      row('x', [visit(9)], { area: 'far' }),
      reason('capacity.notHere', { kind: 'visit' }),
    ],
    [
      'where it opens too late',
      row('x', [
        { ...call(9), window: { from: '2026-11-26T08:00:00+08:00', to: '2026-11-26T09:00:00+08:00' } },
      ]),
      reason('window.later', { kind: 'call', from: '2026-11-26T08:00:00+08:00' }),
    ],
    [
      'in a currency without a rate',
      row('x', [call(9)], { currency: 'JPY' }),
      reason('currency.noRate', { currency: 'JPY' }),
    ],
  ])('%s', (_, decision, because) => {
    expect(at(0, 0)(decision)).toEqual({ kind: null, because: [because] })
  })
})

test('where the own choice cannot be made here, that is why another one is', () => {
  expect(at(1, 1)(row('x', [visit(500), call(300)], { area: 'far' }))).toMatchObject({
    kind: 'call',
    because: [{ code: 'price.highest' }, reason('capacity.notHere', { kind: 'visit' })],
  })
})

test('nothing that is blocked or unsuitable is chosen, whatever it would bring', () => {
  const decision = row('x', [call(300)])
  const more = { ...visit(9e9), status: 'blocked' as const }
  const choose = at(29, 0)
  expect(choose({ ...decision, alternatives: [...decision.alternatives, more] }).kind).toBe('call')
  const unsuitable = { ...decision, alternatives: [{ ...more, status: 'unsuitable' as const }] }
  expect(choose(unsuitable).kind).toBeNull()
})

test('prices are of the capacity’s currency: 1,000 yen at 0.05 are 5,000 of its smallest unit', () => {
  const yen = capacity([callers(9, { unit: 'money' })], { rates: { JPY: 0.05 } })
  const decision = row('j', [{ ...call(1000), cost: 100 }], { currency: 'JPY' })
  // 100 yen of cost are 500, at a price of 2.
  expect(choosingAtPrices(yen, { callers: 2 })(decision)).toMatchObject({ net: 4000, perUnit: 10 })
})

describe('what cannot be read is refused with a code', () => {
  test.each([
    ['no prices', POOLS, undefined],
    ['a pool without one', POOLS, { callers: 1 }],
    ['a price below nothing', POOLS, { callers: -1, 'field-a': 1 }],
    ['a capacity that is none', { day: DAY }, {}],
  ])('%s', (_, given, prices) => {
    expect(() => choosingAtPrices(given as never, prices as never)).toThrow(
      expect.objectContaining({ code: 'prices.invalid', issues: expect.anything() }),
    )
  })
  test('no decision', () => {
    expect(() => at(0, 0)({ id: 'x' } as never)).toThrow(
      expect.objectContaining({ code: 'decision.notMade' }),
    )
  })
})
