import { describe, expect, test } from 'vitest'
import type { RulePack } from '../../src/input/rulePack.ts'
import { parseRulePack } from '../../src/input/rulePackSchema.ts'
import { BUILT_IN_PACKS } from '../../src/policy/packs/builtInPacks.ts'
import { rulePack } from './rulePackGiven.ts'

const issuesOf = (value: unknown) => {
  const result = parseRulePack(value)
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`)
}

/** The pack with a rule changed; `undefined` takes a field away. */
function withRule(at: number, change: object): unknown {
  const pack = rulePack()
  return { ...pack, rules: pack.rules.map((rule, i) => (i === at ? { ...rule, ...change } : rule)) }
}
const [HOURS, FREQUENCY, COOL_OFF, HOLD, VISIT, THIRD_PARTY, OPT_OUT] = [0, 1, 2, 3, 4, 5, 6] as const

test('a pack with a rule of every kind', () => {
  expect(parseRulePack(rulePack())).toEqual({ ok: true, value: rulePack() })
})

test.each(BUILT_IN_PACKS.map((pack) => [pack.id, pack] as const))(
  'the built-in pack %s',
  (_, pack: RulePack) => {
    expect(issuesOf(pack)).toEqual([])
  },
)

describe('what is wrong with a pack', () => {
  test.each<readonly [what: string, pack: unknown, issue: string]>([
    ['no pack', [], 'type.wrong '],
    ['no version', { ...rulePack(), version: undefined }, 'field.missing /version'],
    ['no such country', { ...rulePack(), jurisdictions: ['USA'] }, 'string.pattern /jurisdictions/0'],
    ['an unknown kind', withRule(HOURS, { kind: 'curfew' }), 'value.unknown /rules/0/kind'],
    ['no kind', withRule(HOURS, { kind: undefined }), 'field.missing /rules/0/kind'],
    ['a kind that is a number', withRule(HOURS, { kind: 7 }), 'type.wrong /rules/0/kind'],
    ['a field of another kind', withRule(HOURS, { max: 3 }), 'field.unknown /rules/0/max'],
    ['no source', withRule(HOURS, { source: undefined }), 'field.missing /rules/0/source'],
    ['an unknown force', withRule(HOURS, { force: 'law' }), 'value.unknown /rules/0/force'],
    [
      'not said how far it was checked',
      withRule(HOURS, { checked: undefined }),
      'field.missing /rules/0/checked',
    ],
    ['binding nobody', withRule(HOURS, { binds: [] }), 'field.missing /rules/0/binds/0'],
    ['no hours', withRule(HOURS, { open: [] }), 'field.missing /rules/0/open/0'],
    [
      'hours of no day',
      withRule(HOURS, { open: [{ days: [], from: '08:00', to: '21:00' }] }),
      'field.missing /rules/0/open/0/days/0',
    ],
    [
      'hours over midnight',
      withRule(HOURS, { open: [{ days: ['*'], from: '21:00', to: '08:00' }] }),
      'order.reversed /rules/0/open/0/to',
    ],
    [
      'a consent without a term',
      withRule(HOURS, { overrides: ['consent'] }),
      'field.missing /rules/0/consentDays',
    ],
    [
      'the same of a cap',
      withRule(FREQUENCY, { consentDays: undefined }),
      'field.missing /rules/1/consentDays',
    ],
    [
      'an agreement that lifts a cap',
      withRule(FREQUENCY, { overrides: ['agreement'] }),
      'value.unknown /rules/1/overrides/0',
    ],
    [
      'a window without days',
      withRule(FREQUENCY, { window: { type: 'rolling' } }),
      'field.missing /rules/1/window/days',
    ],
    [
      'a week with days',
      withRule(FREQUENCY, { window: { type: 'week', days: 7 } }),
      'field.unknown /rules/1/window/days',
    ],
    [
      'a window of no kind',
      withRule(FREQUENCY, { window: { type: 'year' } }),
      'value.unknown /rules/1/window/type',
    ],
    ['a cap of minus one', withRule(FREQUENCY, { max: -1 }), 'number.outOfRange /rules/1/max'],
    ['something else counted', withRule(FREQUENCY, { count: 'calls' }), 'value.unknown /rules/1/count'],
    ['a cool-off after anything', withRule(COOL_OFF, { after: 'anything' }), 'value.unknown /rules/2/after'],
    [
      'a hold that is a hardship',
      withRule(HOLD, { circumstance: 'jobLoss' }),
      'value.unknown /rules/3/circumstance',
    ],
    ['a hold that allows a visit', withRule(HOLD, { allows: ['visit'] }), 'value.unknown /rules/3/allows/0'],
    ['a visit by nobody', withRule(VISIT, { staff: 0 }), 'number.outOfRange /rules/4/staff'],
    ['a third party for payment', withRule(THIRD_PARTY, { only: 'pay' }), 'value.unknown /rules/5/only'],
    [
      'an opt-out of no channel',
      withRule(OPT_OUT, { channels: ['fax'] }),
      'value.unknown /rules/6/channels/0',
    ],
    [
      'an end before the beginning',
      withRule(OPT_OUT, { effectiveFrom: '2027-01-01', effectiveUntil: '2026-12-31' }),
      'order.reversed /rules/6/effectiveUntil',
    ],
    ['two rules of one id', withRule(OPT_OUT, { id: 'hours' }), 'id.duplicate /rules/6/id'],
    ['501 rules', { ...rulePack(), rules: Array(501).fill(0) }, 'list.tooLong /rules'],
  ])('%s', (_, pack, issue) => expect(issuesOf(pack)).toEqual([issue]))

  test('closed at all hours is a rule for a time only', () => {
    expect(issuesOf(withRule(HOURS, { open: [], during: ['bereavement'] }))).toEqual([])
  })

  test('one day is long enough', () => {
    expect(issuesOf(withRule(HOURS, { effectiveFrom: '2027-01-01', effectiveUntil: '2027-01-01' }))).toEqual(
      [],
    )
  })
})
