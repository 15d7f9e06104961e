import { describe, expect, test } from 'vitest'
import type { Policy } from '../../src/input/policy.ts'
import { parsePolicy } from '../../src/input/policySchema.ts'
import { DEFAULT_POLICY } from '../../src/policy/defaultPolicy.ts'
import { rulePack } from './rulePackGiven.ts'

const least = { id: 'own', version: '2.0.0' }
const parsed = (value: unknown): Policy => {
  const result = parsePolicy(value, DEFAULT_POLICY)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.value
}
const issuesOf = (value: unknown) => {
  const result = parsePolicy(value, DEFAULT_POLICY)
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path}`)
}

describe('what a policy does not say is the built-in one’s', () => {
  test('nothing but its name', () => expect(parsed(least)).toEqual({ ...DEFAULT_POLICY, ...least }))

  test('the built-in one itself', () => expect(parsed(DEFAULT_POLICY)).toEqual(DEFAULT_POLICY))

  test('single figures of nested objects', () => {
    const policy = parsed({
      ...least,
      promise: { toleranceDays: 5 },
      capacity: { margin: { stated: 0.3 }, livingMinimum: { USD: { adult: 90000, dependant: 30000 } } },
      relief: { authority: { forgiveShare: 0.1 } },
      house: { tighten: true },
      impliedDays: { dispute: 60 },
      pace: { message: 4 },
      reviewDays: { '31-60': 2 },
      unitCosts: { CNY: { minute: 1, visit: 2, message: 3 } },
    })
    expect(policy.promise).toEqual({ ...DEFAULT_POLICY.promise, toleranceDays: 5 })
    expect(policy.capacity).toEqual({
      ...DEFAULT_POLICY.capacity,
      margin: { ...DEFAULT_POLICY.capacity.margin, stated: 0.3 },
      livingMinimum: { ...DEFAULT_POLICY.capacity.livingMinimum, USD: { adult: 90000, dependant: 30000 } },
    })
    expect(policy.relief).toEqual({ ...DEFAULT_POLICY.relief, authority: { forgiveShare: 0.1 } })
    expect(policy.house).toEqual({ ...DEFAULT_POLICY.house, tighten: true })
    expect(policy.impliedDays).toEqual({ ...DEFAULT_POLICY.impliedDays, dispute: 60 })
    expect(policy.pace).toEqual({ ...DEFAULT_POLICY.pace, message: 4 })
    expect(policy).not.toHaveProperty('reviewDays')
    expect(policy.unitCosts).toEqual({
      ...DEFAULT_POLICY.unitCosts,
      CNY: { minute: 1, visit: 2, message: 3 },
    })
  })

  test('the buckets of cure and recovery that are not given', () => {
    const policy = parsed({ ...least, cure: [{ bucket: '61-90', rate: 0.01, why: 'ours' }] })
    expect(policy.cure.find(({ bucket }) => bucket === '61-90')).toEqual({
      bucket: '61-90',
      rate: 0.01,
      why: 'ours',
    })
    expect(policy.cure.map(({ bucket }) => bucket)).toEqual(DEFAULT_POLICY.cure.map(({ bucket }) => bucket))
    expect(policy.recovery).toEqual(DEFAULT_POLICY.recovery)
  })

  test('other lists are replaced whole', () => {
    expect(parsed({ ...least, effects: [] }).effects).toEqual([])
    expect(parsed({ ...least, completion: [{ rate: 0.5 }] }).completion).toEqual([{ rate: 0.5 }])
  })

  test('a skeleton of every other kind', () => {
    const policy = parsed({
      ...least,
      packs: ['cn-online', rulePack()],
      holidays: { AU: ['2026-12-25'], 'US-MA': [] },
      effects: [
        {
          action: 'call',
          when: { bucket: ['31-60', '61-90'], purpose: 'demand' },
          lift: 0.06,
          decay: 0.6,
          why: 'x',
        },
      ],
      experiments: [
        {
          id: 'e',
          seed: 's',
          arms: [
            { id: 'a', share: 0.7 },
            { id: 'b', share: 0.1 },
            { id: 'c', share: 0.2, only: ['wait', 'call'] },
          ],
        },
      ],
    })
    expect(policy.packs).toEqual(['cn-online', rulePack()])
  })
})

describe('what is wrong with a policy', () => {
  test.each<readonly [what: string, policy: unknown, issue: string]>([
    ['no policy', 'default', 'type.wrong '],
    ['no id', { version: '1' }, 'field.missing /id'],
    ['a typo', { ...least, horizonHour: 24 }, 'field.unknown /horizonHour'],
    ['a typo inside', { ...least, visit: { attemps: 5 } }, 'field.unknown /visit/attemps'],
    ['no whole number', { ...least, askDays: 1.5 }, 'number.notInteger /askDays'],
    [
      'a share above 1',
      { ...least, promise: { toleranceShare: 1.1 } },
      'number.outOfRange /promise/toleranceShare',
    ],
    ['a lift above 1', effect({ lift: 1.01 }), 'number.outOfRange /effects/0/lift'],
    ['a decay below 0', effect({ decay: -0.1 }), 'number.outOfRange /effects/0/decay'],
    ['an effect without its reason', effect({ why: undefined }), 'field.missing /effects/0/why'],
    [
      'an effect of no such bucket',
      effect({ when: { bucket: '31–60' } }),
      'value.unknown /effects/0/when/bucket',
    ],
    [
      'an effect of such a bucket in a list',
      effect({ when: { bucket: ['0', 'x'] } }),
      'value.unknown /effects/0/when/bucket/1',
    ],
    [
      'an effect of a number for a bucket',
      effect({ when: { bucket: 31 } }),
      'type.wrong /effects/0/when/bucket',
    ],
    [
      'a holiday that does not exist',
      { ...least, holidays: { AU: ['2026-02-30'] } },
      'date.invalid /holidays/AU/0',
    ],
    [
      'holidays of no country',
      { ...least, holidays: { Australia: [] } },
      'string.pattern /holidays/Australia',
    ],
    [
      'costs in no currency',
      { ...least, unitCosts: { RMB: { minute: 1, visit: 1, message: 1 } } },
      'currency.unknown /unitCosts/RMB',
    ],
    [
      'costs without a visit',
      { ...least, unitCosts: { CNY: { minute: 1, message: 1 } } },
      'field.missing /unitCosts/CNY/visit',
    ],
    ['three bands', { ...least, bands: [0.8, 0.6, 0.4] }, 'field.missing /bands/3'],
    ['five bands', { ...least, bands: [0.8, 0.6, 0.4, 0.2, 0.1] }, 'list.tooLong /bands'],
    ['bands that rise', { ...least, bands: [0.8, 0.6, 0.7, 0.2] }, 'order.reversed /bands/2'],
    ['a band at 1', { ...least, bands: [1, 0.6, 0.4, 0.2] }, 'number.outOfRange /bands/0'],
    ['a band at 0', { ...least, bands: [0.8, 0.6, 0.4, 0] }, 'number.outOfRange /bands/3'],
    ['no completion', { ...least, completion: [] }, 'field.missing /completion/0'],
    [
      'a bound in the last completion',
      { ...least, completion: [{ shareOfSustainableBelow: 0.8, rate: 0.7 }] },
      'field.unknown /completion/0/shareOfSustainableBelow',
    ],
    [
      'no bound in the first',
      { ...least, completion: [{ rate: 0.7 }, { rate: 0.5 }] },
      'field.missing /completion/0/shareOfSustainableBelow',
    ],
    [
      'bounds that fall',
      {
        ...least,
        completion: [
          { shareOfSustainableBelow: 0.8, rate: 1 },
          { shareOfSustainableBelow: 0.7, rate: 1 },
          { rate: 1 },
        ],
      },
      'order.reversed /completion/1/shareOfSustainableBelow',
    ],
    [
      'two cures of a bucket',
      {
        ...least,
        cure: [
          { bucket: '0', rate: 1 },
          { bucket: '0', rate: 0 },
        ],
      },
      'id.duplicate /cure/1/bucket',
    ],
    ['shares below 1', arms([0.5, 0.4]), 'number.outOfRange /experiments/0/arms'],
    ['no arms', arms([]), 'field.missing /experiments/0/arms/0'],
    ['two arms of one name', arms([0.5, 0.5], 'same'), 'id.duplicate /experiments/0/arms/1/id'],
    ['two experiments', { ...least, experiments: [1, 2] }, 'list.tooLong /experiments'],
    ['packs that are no list', { ...least, packs: 'all' }, 'value.unknown /packs'],
    ['a pack that is a number', { ...least, packs: [5] }, 'type.wrong /packs/0'],
    [
      'a pack at fault',
      { ...least, packs: [{ ...rulePack(), versoin: 1 }] },
      'field.unknown /packs/0/versoin',
    ],
    [
      'a pack that contradicts itself',
      { ...least, packs: ['us', { ...rulePack(), rules: [...rulePack().rules, ...rulePack().rules] }] },
      'id.duplicate /packs/1/rules/7/id',
    ],
    [
      'a house rule of no kind',
      { ...least, house: { rules: [{ id: 'x', kind: 'never' }] } },
      'value.unknown /house/rules/0/kind',
    ],
    ['a language that is none', { ...least, language: 'English!' }, 'string.pattern /language'],
  ])('%s', (_, policy, issue) => expect(issuesOf(policy)[0]).toBe(issue))

  test('all at once', () => {
    expect(issuesOf({ id: 'x', bands: [0.1, 0.2, 0.3, 0.4], askDays: '7' })).toEqual([
      'field.missing /version',
      'type.wrong /askDays',
      'order.reversed /bands/1',
      'order.reversed /bands/2',
      'order.reversed /bands/3',
    ])
  })

  test('tenths add up to 1', () => expect(issuesOf(arms(Array(10).fill(0.1)))).toEqual([]))
})

function effect(change: object): unknown {
  return { ...least, effects: [{ action: 'call', when: {}, lift: 0.1, decay: 0.5, why: 'x', ...change }] }
}

function arms(shares: readonly number[], id?: string): unknown {
  return {
    ...least,
    experiments: [{ id: 'e', seed: 's', arms: shares.map((share, i) => ({ id: id ?? `a${i}`, share })) }],
  }
}
