import { describe, expect, test, vi } from 'vitest'
import { SAMPLE_JURISDICTIONS, sampleAccount } from '../../src/sample/sampleAccount.ts'
import { ACTION_ORDER } from '../../src/words/actions.ts'
import { decided, sampled, sampleOptions } from './sampled.ts'

vi.setConfig({ testTimeout: 30_000 }) // hundreds of decisions in a test, beside other tests

const options = sampleOptions(41)
const accounts = sampled(options, 1500)
const records = accounts.map(({ record }) => record)

describe('the same again', () => {
  test('an account depends on the seed and its place, not on what was made before', () => {
    for (const place of [1499, 700, 3, 0])
      expect(sampleAccount(sampleOptions(41), place)).toEqual(accounts[place])
  })

  test('another seed makes other borrowers, with other ids', () => {
    const others = new Set(sampled(sampleOptions(42), 1500).map(({ record }) => record.id))
    expect(records.filter(({ id }) => others.has(id))).toEqual([])
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
  })
})

describe('every record', () => {
  // As of a summer's night and a leap day too: clocks, ends of months, and who lives in which day.
  test.each(['2026-01-01T00:00:00Z', '2028-02-29T23:30:00-05:00', '2026-07-05T12:00:00+08:00'])(
    'made for %s parses with it and is decided',
    (asOf) => {
      for (const { record } of sampled(sampleOptions(5, asOf), 400))
        expect(() => decided(record)).not.toThrow()
    },
  )

  test('has an overdue amount and an age that its rows agree with, but for a few with fees', () => {
    const differing = records.filter((record) =>
      decided(record).reasons.some(({ code }) => code === 'data.differs'),
    )
    expect(differing.length / records.length).toBeLessThan(0.05)
    for (const { loan } of differing) expect(loan.charges).toBeGreaterThan(0)
  })

  test('has payments, promises and contacts in order with each other', () => {
    for (const { repayments = [], contacts = [] } of records) {
      for (const { due, amount, paid = [] } of repayments) {
        const kept = paid.filter(({ reversedOn }) => reversedOn === undefined)
        expect(kept.reduce((sum, one) => sum + one.amount, 0)).toBeLessThanOrEqual(amount)
        for (const { reversedOn } of paid) if (reversedOn) expect(reversedOn > due).toBe(true)
      }
      // A borrower reported dead is not spoken with afterwards.
      const died = contacts.findIndex(({ outcome }) => outcome === 'deceasedReported')
      const after = died < 0 ? [] : contacts.slice(died + 1).filter(({ account }) => account === undefined)
      expect(after.filter(({ party }) => party === 'borrower')).toEqual([])
    }
  })
})

describe('a portfolio', () => {
  test('has every jurisdiction, one without a pack and none given, every product, actor and action', () => {
    const of = (values: readonly unknown[]) => new Set(values)
    expect(of(records.map(({ jurisdiction }) => jurisdiction))).toEqual(
      new Set([...SAMPLE_JURISDICTIONS, undefined]),
    )
    expect(of(records.map(({ loan }) => loan.product)).size).toBe(4)
    expect(of(records.map(({ actor }) => actor ?? 'lender')).size).toBe(2)
    const decisions = records.map(decided)
    expect(of(decisions.map(({ action }) => action.kind))).toEqual(new Set(ACTION_ORDER))
    expect(of(decisions.map(({ bucket }) => bucket)).size).toBe(6)
    expect(of(decisions.map(({ capacity }) => capacity.verdict)).size).toBe(4)
  })

  test('has all a record can hold', () => {
    const has = (part: keyof (typeof records)[number]) => records.some((record) => record[part] !== undefined)
    for (const part of [
      'borrower',
      'area',
      'paymentProfile',
      'budget',
      'circumstances',
      'preferences',
    ] as const)
      expect([part, has(part)]).toEqual([part, true])
    const statuses = records.flatMap(({ arrangements = [] }) => arrangements.map(({ status }) => status))
    expect(new Set(statuses)).toContain('active')
    const notices = records.flatMap(({ notices: given = [] }) => given.map(({ kind }) => kind))
    expect(new Set(notices)).toEqual(
      new Set(['visit', 'agencyDetails', 'assignment', 'validation', 'default']),
    )
    const outcomes = records.flatMap(({ contacts = [] }) => contacts.map(({ outcome }) => outcome))
    for (const outcome of [
      'promise',
      'refused',
      'hardshipReported',
      'voicemail',
      'paid',
      'invalidNumber',
    ] as const)
      expect(outcomes).toContain(outcome)
  })

  test('holds some persons with two accounts, whose contacts stand on both', () => {
    const shared = records.filter(({ borrower }) => borrower !== undefined)
    expect(shared.length / records.length).toBeGreaterThan(0.03)
    for (const { id, borrower, contacts = [], timeZone } of shared) {
      const other = shared.find((one) => one.borrower === borrower && one.id !== id)
      expect(other?.timeZone).toBe(timeZone)
      const listed = contacts.filter(({ account }) => account === other?.id).length
      const own = (other?.contacts ?? []).filter(({ account }) => account === undefined).length
      expect(listed).toBe(own)
    }
  })

  test('of one jurisdiction holds nobody else', () => {
    for (const jurisdiction of SAMPLE_JURISDICTIONS) {
      const some = sampled({ ...options, jurisdiction }, 20)
      expect(new Set(some.map(({ record }) => record.jurisdiction))).toEqual(new Set([jurisdiction]))
      for (const { record } of some) expect(() => decided(record)).not.toThrow()
    }
  })

  test('of a jurisdiction nobody lives in is a mistake', () => {
    expect(() => sampleAccount({ ...options, jurisdiction: 'XX' }, 0)).toThrow('XX')
  })
})
