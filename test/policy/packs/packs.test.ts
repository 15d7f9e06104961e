import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../src/input/rulePack.ts'
import { parseRulePack } from '../../../src/input/rulePackSchema.ts'
import { BUILT_IN_PACKS } from '../../../src/policy/packs/builtInPacks.ts'
import { HOUSE_RULES } from '../../../src/policy/packs/house.ts'
import { parseDay } from '../../../src/time/civilDay.ts'

const lawful = BUILT_IN_PACKS.flatMap((pack) => pack.rules.map((rule) => ({ pack: pack.id, rule })))
const all = [...HOUSE_RULES.map((rule) => ({ pack: 'house', rule })), ...lawful]
const name = ({ pack, rule }: { pack: string; rule: Rule }) => `${pack}.${rule.id}`

test('the packs and whom they are for', () => {
  expect(Object.fromEntries(BUILT_IN_PACKS.map((pack) => [pack.id, pack.jurisdictions]))).toEqual({
    'cn-online': ['CN'],
    'cn-bank': ['CN'],
    us: ['US'],
    'us-ma': ['US-MA'],
    gb: ['GB'],
    au: ['AU'],
    in: ['IN'],
  })
})

test.each(BUILT_IN_PACKS.map((pack) => [pack.id, pack] as const))(
  '%s says what it covers and that it is no legal advice',
  (_, pack) => {
    expect(pack.title).toContain('no legal advice')
    expect(pack.notes).toMatch(/Covers .*Not legal advice\./)
    expect(pack.version).toBe('2026-11')
  },
)

/** A pack is a data file: what is shipped is what a lender could have written. */
test.each([
  ...BUILT_IN_PACKS,
  { id: 'house', title: 'House rules', version: '1', jurisdictions: [], rules: HOUSE_RULES },
])('$id passes the checks a pack from a file has to pass', (pack) => {
  expect(parseRulePack(JSON.parse(JSON.stringify(pack)))).toEqual({ ok: true, value: pack })
})

test.each([['house', HOUSE_RULES] as const, ...BUILT_IN_PACKS.map((pack) => [pack.id, pack.rules] as const)])(
  'the rules of %s have names of their own',
  (_, rules) => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
  },
)

describe.each(all.map((entry) => [name(entry), entry.rule] as const))('%s', (_, rule) => {
  test('is honest about where it comes from', () => {
    expect(rule.source.trim()).not.toBe('')
    if (rule.force === 'house') expect([rule.checked, rule.source]).toEqual(['none', 'house default'])
    else expect(['primary', 'secondary']).toContain(rule.checked)
  })

  test('is in force on days that exist and in order', () => {
    const from = rule.effectiveFrom === undefined ? undefined : parseDay(rule.effectiveFrom)
    const until = rule.effectiveUntil === undefined ? undefined : parseDay(rule.effectiveUntil)
    if (rule.effectiveFrom !== undefined) expect(from).toBeDefined()
    if (rule.effectiveUntil !== undefined) expect(until).toBeDefined()
    if (from !== undefined && until !== undefined) expect(from).toBeLessThanOrEqual(until)
  })

  test('has figures that can be kept', () => {
    if (rule.kind === 'hours')
      for (const { days, from, to } of rule.open) {
        expect(days.length).toBeGreaterThan(0)
        expect(from).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
        expect(to).toMatch(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
        expect(from < to).toBe(true)
      }
    if (rule.kind === 'frequency') expect(rule.max).toBeGreaterThan(0)
    if ((rule.kind === 'frequency' || rule.kind === 'coolOff') && 'days' in rule.window)
      expect(rule.window.days).toBeGreaterThan(0)
    if ('overrides' in rule && rule.overrides?.some((override) => override === 'consent'))
      expect(rule.consentDays).toBeGreaterThan(0)
  })
})

/** Written down from the sources; without a day: older than the first day a record may name. */
test('the days on which each law is in force', () => {
  const day = ({ effectiveFrom, effectiveUntil }: Rule) =>
    [effectiveFrom ?? '', effectiveUntil ?? ''].join('/')
  const exceptions: Record<string, string> = {
    'cn-bank.dispute': '2011-01-13/',
    'us.automaticStay': '/',
    'gb.breathingSpace': '2021-05-04/',
    'gb.mentalHealthCrisis': '2021-05-04/',
    'au.hardshipNotice': '2013-03-01/',
    'in.hoursUntil2026': '2022-08-12/2026-12-31',
    'in.microfinanceHoursUntil2026': '2025-11-28/2026-12-31',
  }
  const usual: Record<string, string> = {
    'cn-online': '2025-02-28/',
    'cn-bank': '2026-01-30/',
    us: '2021-11-30/',
    'us-ma': '2012-03-02/',
    gb: '2014-04-01/',
    au: '2021-04-01/',
    in: '2027-01-01/',
  }
  for (const entry of lawful)
    expect([name(entry), day(entry.rule)]).toEqual([
      name(entry),
      exceptions[name(entry)] ?? usual[entry.pack],
    ])
})

test('every rule of a jurisdiction has the force of something outside the house', () => {
  for (const { rule } of lawful) expect(rule.force).not.toBe('house')
})

test('other people are at most asked how to reach the borrower, where a pack allows it', () => {
  const third = all.flatMap((entry) =>
    entry.rule.kind === 'thirdParty' ? [[entry.pack, entry.rule.only, entry.rule.when ?? []]] : [],
  )
  expect(third).toEqual([
    ['house', 'locate', ['untraceable', 'threeFailures']],
    ['cn-online', 'locate', ['untraceable']],
    ['cn-bank', 'locate', ['untraceable', 'threeFailures']],
    ['us', 'locate', ['untraceable']],
    ['in', 'none', []],
  ])
})

test('house rules are for all borrowers, always, and say why', () => {
  for (const rule of HOUSE_RULES) {
    expect([rule.binds, rule.products, rule.effectiveFrom, rule.effectiveUntil]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(rule.why?.length).toBeGreaterThan(20)
  }
})

test('the house has one rule for every hold', () => {
  const holds = HOUSE_RULES.flatMap((rule) => (rule.kind === 'hold' ? [rule.circumstance] : []))
  // The last row of the table of holds.
  const known =
    'deceased insolvency dispute represented adviserEngaged ceaseRequest moratorium mentalHealthCrisis complaint fraudClaim notTheBorrower litigation hardshipApplication minor limitedCapacity timeBarred'
  expect(holds.sort()).toEqual(known.split(' ').sort())
})

/** contact-rules: where a country gives no number, none is shipped as its law. */
test.each([
  ['gb', ['hours', 'frequency', 'coolOff']],
  ['in', ['frequency', 'coolOff']],
])('%s has no rule of the kinds for which no number is known', (id, kinds) => {
  const rules = BUILT_IN_PACKS.find((pack) => pack.id === id)?.rules ?? []
  expect(rules.filter((rule) => kinds.includes(rule.kind))).toEqual([])
})

test('only what was read in the source itself is called primary', () => {
  const secondary = lawful.filter(({ rule }) => rule.checked === 'secondary').map(name)
  expect(secondary).toEqual([
    'cn-online.quietHours',
    'cn-online.voiceCalls',
    'cn-online.thirdParty',
    'cn-bank.quietHours',
    'cn-bank.unanswered',
    'cn-bank.thirdParty',
    'cn-bank.visit',
    'cn-bank.dispute',
    'us.sevenInSeven',
    'us.afterConversation',
    'us.mediumOptOut',
    'us-ma.callsAndTexts',
    'us-ma.visits',
    'in.microfinanceHoursUntil2026',
  ])
})
