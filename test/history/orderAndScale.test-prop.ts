import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FEATURES, type FeatureName } from '../../src/history/features.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { runs } from '../laws/runs.ts'
import { factsOf } from './given.ts'
import { someRecord } from './someRecord.ts'

/** A list in another order, with the old place of each item. */
function shuffled<T>(list: readonly T[], seed: number): { list: T[]; from: number[] } {
  const from = list.map((_, i) => i)
  let state = seed
  for (let i = from.length - 1; i > 0; i--) {
    state = (state * 1103515245 + 12345) % 2147483648
    const j = state % (i + 1)
    ;[from[i], from[j]] = [from[j] as number, from[i] as number]
  }
  return { list: from.map((i) => list[i] as T), from }
}

/** Two of a kind cannot be told apart, so neither can their places. */
const noTwins = (record: BorrowerCase) =>
  [record.repayments, record.contacts].every(
    (list) => new Set(list?.map((item) => JSON.stringify(item))).size === list?.length,
  )

test('the order of rows and contacts changes nothing, once their places are mapped back', () => {
  fc.assert(
    fc.property(someRecord.filter(noTwins), fc.nat(), (record, seed) => {
      const rows = shuffled(record.repayments ?? [], seed)
      const contacts = shuffled(record.contacts ?? [], seed + 1)
      const { view: _, ...expected } = factsOf(record)
      const { view: __, ...facts } = factsOf({ ...record, repayments: rows.list, contacts: contacts.list })
      const places = facts.ledger.contacts.map((one) => ({ ...one, index: contacts.from[one.index] }))
      const back = JSON.stringify({ ...facts, ledger: { ...facts.ledger, contacts: places } })
        .replace(/"\/repayments\/(\d+)"/g, (_, place) => `"/repayments/${rows.from[Number(place)]}"`)
        .replace(/"\/contacts\/(\d+)"/g, (_, place) => `"/contacts/${contacts.from[Number(place)]}"`)
      expect(back).toBe(JSON.stringify(expected))
    }),
    runs(300),
  )
})

/** All amounts of a record times a factor. */
const scaled = (record: BorrowerCase, factor: number): BorrowerCase =>
  JSON.parse(JSON.stringify(record), (key, value) =>
    ['amount', 'balance', 'outstanding', 'overdue', 'instalment', 'creditLimit'].includes(key)
      ? value * factor
      : value,
  ) as BorrowerCase

test('what says that it is scale free is, to the last digit', () => {
  fc.assert(
    fc.property(someRecord, fc.constantFrom(2, 3, 10, 97), (record, factor) => {
      const one = factsOf(record)
      const many = factsOf(scaled(record, factor))
      for (const name of Object.keys(FEATURES) as FeatureName[]) {
        const value = one.features[name]
        const expected = FEATURES[name].unit !== 'money' || value === null ? value : value * factor
        expect({ name, value: many.features[name] }).toEqual({ name, value: expected })
      }
      expect(many.profile).toEqual(one.profile)
      expect(many.promises.map(({ status }) => status)).toEqual(one.promises.map(({ status }) => status))
    }),
    runs(300),
  )
})

test('values keep to their range', () => {
  fc.assert(
    fc.property(someRecord, (record) => {
      const { features, profile, rows } = factsOf(record)
      for (const name of Object.keys(FEATURES) as FeatureName[]) {
        const value = features[name]
        if (value === null) continue
        expect(Number.isFinite(value) && !Object.is(value, -0)).toBe(true)
        const { unit } = FEATURES[name]
        const signed = unit === 'trend' || name === 'daysLateMean' || name === 'daysSinceLastPayment'
        if (!signed) expect(value).toBeGreaterThanOrEqual(0)
        if (unit === 'share' || unit === 'rate') expect(value).toBeLessThanOrEqual(1)
      }
      for (const value of [profile.willingness, profile.contactability]) {
        if (value !== null) expect(value >= 0 && value <= 1).toBe(true)
      }
      for (const row of rows) expect(row.unpaid === 0 || row.unpaid === row.amount - row.paid).toBe(true)
    }),
    runs(300),
  )
})
