import { expect, test } from 'vitest'
import { placeLines } from '../../src/cli/commands/explainCommand.ts'
import type { ListedItem } from '../../src/cli/commands/writeWorklists.ts'
import { en } from '../../src/locale/en.ts'
import type { RowAlternative } from '../../src/portfolio/decisionRow.ts'
import { call, callers, capacity, visit } from '../portfolio/given.ts'

const listed = (pool: string, perUnit: number, alternative: RowAlternative, of = 3) => ({
  item: { id: 'x', pool, area: 'a', rank: 2, perUnit, alternative, because: [] } satisfies ListedItem,
  of,
})
const told = (place: Parameters<typeof placeLines>[0], pools = [callers(10)], currency = 'CNY') =>
  placeLines(place, { language: en, currency, capacity: capacity(pools) })

test('what a unit brings is in the capacity’s currency, what is on offer in the decision’s', () => {
  const plan = { ...call(900), kind: 'restructure', plan: { instalment: 5200, count: 12 } } as const
  const specialists = callers(10, { id: 'specialists', serves: [{ action: 'restructure' }] })
  expect(told(listed('specialists', 25, plan), [specialists], 'JPY')).toEqual([
    'In the plan: on the list of pool specialists, area a, place 2 of 3. It should bring about 0.25 CNY a minute.',
    expect.stringMatching(/On offer: 12 instalments of 5,200 JPY\.$/),
  ])
})

test('of a pool of money it is what comes in for a major unit spent', () => {
  const purse = callers(100, { id: 'purse', unit: 'money', serves: [{ action: 'visit' }] })
  expect(told(listed('purse', 2.5, visit(20000)), [purse])[0]).toMatch(
    /It should bring about 2\.50 CNY for each 1\.00 CNY spent\.$/,
  )
})

test('what takes nothing of a pool, or is on no pool’s list, brings what it brings', () => {
  expect(told(listed('callers', 900, { ...call(900), use: {} }))[0]).toMatch(
    / It should bring about 9\.00 CNY\.$/,
  )
  expect(told(listed('unlimited', 900, visit(900)))[0]).toBe(
    'In the plan: on the list of what no pool limits, area a, place 2 of 3. It should bring about 9.00 CNY.',
  )
})
