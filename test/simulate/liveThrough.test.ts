import { describe, expect, test } from 'vitest'
import { simulate } from '../../src/entry/simulate.ts'
import { type Book, recordOf } from '../../src/simulate/book.ts'
import { beginners, type LifeOptions, liveThrough } from '../../src/simulate/liveThrough.ts'
import { decidedPolicy, nobodyCalls } from '../../src/simulate/policies.ts'
import type { AdvisedAction } from '../../src/simulate/proposals.ts'
import type { Deed } from '../../src/simulate/world.ts'
import { library } from './library.ts'
import { CAPACITY, CONTEXT, paidOn, START, WORLD } from './livedThrough.ts'

const OPTIONS: LifeOptions = {
  start: START,
  days: 45,
  seed: 5,
  capacity: CAPACITY,
  rateOf: () => 1,
  turns: 'nightly',
  discountRate: 0.1,
}
const begun = beginners(WORLD, 60, OPTIONS)
/** All but the dice, which are a function. */
const plain = (people: typeof begun) =>
  people.map(({ dice: _, ...one }) => ({ ...one, book: { ...one.book, kept: undefined } }))
const asBegun = structuredClone(
  plain(begun).map(({ book: { zone: _, ...book }, ...one }) => ({ ...one, book })),
)
const built = decidedPolicy('default', library(CONTEXT))

/** One life, with all that was carried out in it. */
function lived(options: Partial<LifeOptions> = {}, policy = built) {
  const deeds: { deed: Deed; book: Book; action: AdvisedAction }[] = []
  const life = liveThrough(WORLD, begun, policy, {
    ...OPTIONS,
    onDeed: (deed, book, action) => void deeds.push({ deed, book, action }),
    ...options,
  })
  return { ...life, deeds }
}
const life = lived()

test('something is done, and the beginners are left as they were', () => {
  expect(life.deeds.length).toBeGreaterThan(50)
  expect(plain(begun)).toMatchObject(asBegun)
  expect(plain(beginners(WORLD, 60, OPTIONS))).toEqual(plain(begun))
})

test('the same seed lives the same, another one otherwise', () => {
  expect(lived()).toEqual(life)
  const other = liveThrough(WORLD, beginners(WORLD, 60, { ...OPTIONS, seed: 6 }), built, OPTIONS)
  expect(other.figures).not.toEqual(life.figures)
})

test('the same luck for everybody: who was never contacted lives as if nobody had been', () => {
  const alone = liveThrough(WORLD, begun, nobodyCalls, OPTIONS)
  const touched = new Set(life.deeds.map(({ book }) => book.id))
  const untouched = life.books.filter(({ id }) => !touched.has(id))
  expect(untouched.length).toBeGreaterThan(5)
  const same = new Map(alone.books.map((book) => [book.id, book]))
  for (const book of untouched) expect(paidOn(book)).toBe(paidOn(same.get(book.id) as Book))
})

test('who is first of many is whoever they are of few', () => {
  expect(plain(beginners(WORLD, 3, OPTIONS))).toEqual(plain(begun).slice(0, 3))
})

test('a host that decides every night and one that waits for reviewOn live the same', () => {
  const waiting = lived({ turns: 'reviewOn' })
  expect(waiting.deeds.map(({ deed }) => deed)).toEqual(life.deeds.map(({ deed }) => deed))
  expect(waiting.figures).toEqual(life.figures)
})

test('a record that is kept is the one that would be written anew', () => {
  for (const { book } of begun)
    for (const day of [START, START + 3]) {
      const kept = recordOf(book, day)
      expect(recordOf(book, day)).toBe(kept)
      expect(recordOf({ ...book, written: [], kept: undefined }, day)).toEqual(kept)
    }
})

describe('money', () => {
  test('what is paid is what is no longer outstanding', () => {
    life.books.forEach((book, at) => {
      const before = begun[at]?.book as Book
      expect(book.outstanding + paidOn(book) + book.forgiven).toBe(before.outstanding + paidOn(before))
      expect(book.rows.reduce((sum, { unpaid }) => sum + unpaid, 0)).toBe(book.outstanding)
    })
  })

  test('what was paid, of a life at no discount, is what the books gained', () => {
    const flat = lived({ discountRate: 0 })
    const gained = flat.books.reduce(
      (sum, book, at) => sum + paidOn(book) - paidOn(begun[at]?.book as Book),
      0,
    )
    expect(flat.figures.paid).toBe(gained)
    expect(flat.figures.money).toBe(flat.figures.paid - flat.figures.cost)
  })
})

test('no pool gives more on a day than it has', () => {
  const used = new Map<string, number>()
  for (const { deed, action } of life.deeds)
    for (const [unit, amount] of Object.entries(action.use ?? {})) {
      const pool = unit === 'minute' ? (action.kind === 'call' ? 'callers' : 'specialists') : unit
      const key = `${deed.at.slice(0, 10)} ${pool}`
      used.set(key, (used.get(key) ?? 0) + amount)
    }
  const most = { callers: 24, specialists: 60, message: 5, visit: 1 }
  for (const [key, amount] of used)
    expect(amount).toBeLessThanOrEqual(most[key.split(' ')[1] as keyof typeof most])
  // And it is scarce: on some day all calls are made.
  expect([...used].some(([key, amount]) => key.endsWith('callers') && amount === 24)).toBe(true)
})

test('nobody is contacted outside the window of the decision', () => {
  const outside = life.deeds.filter(
    ({ deed, action: { window } }) =>
      window !== undefined &&
      (Date.parse(deed.at) < Date.parse(window.from) || Date.parse(deed.at) >= Date.parse(window.to)),
  )
  expect(outside).toEqual([])
})

test('what was advised is on the record: purpose, ask and offer of every contact', () => {
  for (const { deed, book } of life.deeds) {
    if (deed.channel === undefined) continue
    const contact = life.books
      .find(({ id }) => id === book.id)
      ?.contacts.find(({ at, direction }) => at === deed.at && direction !== 'inbound')
    expect(contact).toMatchObject({ channel: deed.channel, purpose: deed.purpose })
    expect(contact?.ask).toEqual(deed.ask)
  }
})

test('chance of a call differs between people as the real ones: mean 0.059, weight 5.2', () => {
  const many = beginners(WORLD, 1500, OPTIONS).map(({ person }) => person.meets.call)
  const mean = many.reduce((sum, share) => sum + share, 0) / many.length
  const variance = many.reduce((sum, share) => sum + (share - mean) ** 2, 0) / many.length
  // Beta: variance = mean (1 − mean) ÷ (weight + 1) = 0.059 × 0.941 ÷ 6.2 = 0.00895, a deviation of 0.0946; the mean of
  // 1500 lies within three standard errors of 0.00244, the variance within a fifth.
  expect(Math.abs(mean - 0.059)).toBeLessThan(0.0075)
  expect(Math.abs(variance / 0.00895 - 1)).toBeLessThan(0.2)
})

test('several policies over several seeds: intervals hold their means, and the first is held against itself', () => {
  const found = simulate({
    policies: [{ name: 'default', context: CONTEXT }, 'oldest', 'oracle'],
    capacity: CAPACITY,
    days: 40,
    borrowers: 30,
    seeds: [1, 2],
  })
  const [own, oldest, seer] = found.policies
  expect(found.policies.map(({ name }) => name)).toEqual(['default', 'oldest', 'oracle'])
  expect(own?.moreThanFirst).toEqual({ mean: 0, low: 0, high: 0 })
  expect(seer?.ofOracle).toBe(1)
  const { mean, low, high } = oldest?.gain ?? { mean: 0, low: 1, high: 0 }
  expect(low).toBeLessThanOrEqual(mean)
  expect(high).toBeGreaterThanOrEqual(mean)
  expect(oldest?.bySeed.length).toBe(2)
})

test('options that are none are refused', () => {
  const policies = [{ name: 'default', context: CONTEXT }] as const
  expect(() => simulate({ policies, capacity: CAPACITY, days: 0 })).toThrow('days takes a whole number')
  expect(() => simulate({ policies: [], capacity: CAPACITY })).toThrow('at least one')
  expect(() => simulate({ policies: ['oldest'], capacity: CAPACITY })).toThrow('with a context')
  expect(() => simulate({ policies, capacity: { ...CAPACITY, currency: 'XXX', rates: {} } })).toThrow(
    'no made-up',
  )
})
