import { describe, expect, test } from 'vitest'
import type { Policy } from '../../src/input/policy.ts'
import type { HardshipKind } from '../../src/words/circumstances.ts'
import { plansIn } from '../helpers/prepared.ts'
import { contextWith, type Given, planFacts, policyWith } from './planFacts.ts'

const optionsOf = (given: Given, changes: Partial<Policy> = {}) =>
  plansIn(planFacts(given), contextWith(changes))
const pauseOf = (given: Given, changes: Partial<Policy> = {}) => optionsOf(given, changes).pause
const codeOf = (given: Given) => pauseOf(given).because.map(({ code }) => code)

const unable = { income: 100000, essentialSpending: 200000, on: '2026-11-20' }
/** 36,000 can be paid of 62,400. */
const stretched = { income: 240000, essentialSpending: 200000, on: '2026-11-20' }
const able = { income: 400000, essentialSpending: 200000, on: '2026-11-20' }

describe('nothing left to pay with', () => {
  test('a pause to the expected end of the cause, looked at a month before', () => {
    const hardships = [{ kind: 'jobLoss', since: '2026-10-15', until: '2027-01-15' } as const]
    expect(pauseOf({ budget: unable, hardships })).toEqual({
      plan: {
        kind: 'hardshipPause',
        from: '2026-11-25',
        until: '2027-01-15',
        interest: 'frozen',
        tokenPayment: 0,
        reviewOn: '2026-12-15',
        evidenceNeeded: ['jobLoss'],
      },
      viable: true,
      because: [
        {
          code: 'plan.pauseFits',
          about: 'action',
          params: { kind: 'jobLoss' },
          evidence: ['/circumstances/0', '/budget'],
        },
      ],
    })
  })
  test.each([
    ['without a known end, the longest pause', undefined, '2027-02-25', '2027-01-25'],
    ['a known end beats it', '2027-06-15', '2027-06-15', '2027-05-15'],
    ['up to a year', '2028-06-15', '2027-11-25', '2027-10-25'],
    ['to its very last day', '2027-02-25', '2027-02-25', '2027-01-25'],
    ['the review comes no sooner than a week', '2026-12-20', '2026-12-20', '2026-12-02'],
    ['nor after the end', '2026-11-27', '2026-11-27', '2026-11-27'],
  ])('%s', (_, end, until, reviewOn) => {
    const hardships = [{ kind: 'illness', ...(end === undefined ? {} : { until: end }) } as const]
    expect(pauseOf({ budget: unable, hardships }).plan).toMatchObject({ until, reviewOn })
  })
  test('months end where the month does', () => {
    const given = { today: '2026-11-30', budget: { ...unable, on: '2026-11-30' } }
    expect(pauseOf({ ...given, hardships: [{ kind: 'caring' }] }).plan).toMatchObject({
      until: '2027-02-28',
      reviewOn: '2027-01-28',
    })
  })
  test('of several causes the one that lasts longest', () => {
    const hardships = [
      { kind: 'illness', until: '2027-01-10' },
      { kind: 'caring', until: '2027-01-31' },
    ] as const
    const { plan, because } = pauseOf({ budget: unable, hardships })
    expect(plan).toMatchObject({ until: '2027-01-31', evidenceNeeded: ['illness', 'caring'] })
    expect(because[0]?.params).toEqual({ kind: 'caring' })
    const endless = [...hardships, { kind: 'separation' } as const]
    const open = pauseOf({ budget: unable, hardships: endless })
    expect(open.plan?.until).toBe('2027-02-25')
    expect(open.because[0]?.params).toEqual({ kind: 'separation' })
    for (const kinds of [['illness', 'separation'] as const, ['separation', 'illness'] as const]) {
      const { because } = pauseOf({ budget: unable, hardships: kinds.map((kind) => ({ kind })) })
      expect(because[0]?.params).toEqual({ kind: 'illness' })
    }
  })
  test('without prospect: as long as the policy lets it, for being over-indebted', () => {
    const long = { until: '2027-02-25', tokenPayment: 0, interest: 'frozen' }
    const over = pauseOf({ budget: unable, hardships: [{ kind: 'overIndebted', until: '2026-12-20' }] })
    expect(over.plan).toMatchObject({ ...long, evidenceNeeded: ['overIndebted'] })
    expect(over.because[0]).toMatchObject({ params: { kind: 'overIndebted' } })
    const none = pauseOf({ budget: unable })
    expect(none.plan).toMatchObject({ ...long, evidenceNeeded: [] })
    // No cause is known, so none is named.
    expect(none.because[0]).toMatchObject({ params: {}, evidence: ['/budget'] })
    expect(none.because[0]?.params).not.toHaveProperty('kind')
    const prospect = (...kinds: HardshipKind[]) =>
      optionsOf({ budget: unable, hardships: kinds.map((kind) => ({ kind })) }).withoutProspect
    expect([prospect(), prospect('overIndebted')]).toEqual([true, true])
    expect([prospect('jobLoss'), prospect('jobLoss', 'overIndebted')]).toEqual([false, false])
    expect(optionsOf({ budget: able }).withoutProspect).toBe(false)
  })
  test('a temporary cause beside over-indebtedness is what is bridged', () => {
    const hardships = [{ kind: 'overIndebted' }, { kind: 'illness', until: '2027-01-10' }] as const
    const { plan } = pauseOf({ budget: unable, hardships })
    expect(plan).toMatchObject({ until: '2027-01-10', evidenceNeeded: ['illness'] })
  })
  test('evidence is asked for once a kind, and not where it is documented', () => {
    const hardships = [
      { kind: 'illness', evidence: 'stated' },
      { kind: 'illness', evidence: 'estimated' },
      { kind: 'jobLoss', evidence: 'documented' },
      { kind: 'caring' },
      { kind: 'caring', evidence: 'documented' },
    ] as const
    expect(pauseOf({ budget: unable, hardships }).plan?.evidenceNeeded).toEqual(['illness'])
  })
  test('interest goes on where the policy does not freeze it', () => {
    const relief = { ...policyWith().relief, interestFreeze: false }
    expect(pauseOf({ budget: unable }, { relief }).plan?.interest).toBe('accrues')
  })
  test('nothing to bridge on the cause’s last day, or under a policy without pauses', () => {
    const ending = pauseOf({ budget: unable, hardships: [{ kind: 'illness', until: '2026-11-25' }] })
    expect(ending).toMatchObject({ viable: false, because: [{ code: 'plan.notViable' }] })
    const relief = { ...policyWith().relief, pauseMonths: 0 }
    expect(pauseOf({ budget: unable }, { relief })).toMatchObject({ plan: undefined, viable: false })
  })
})

describe('something left to pay with', () => {
  const hardships = [{ kind: 'jobLoss' } as const]

  test('a plan comes before a pause', () => {
    expect(pauseOf({ budget: stretched, hardships })).toMatchObject({
      viable: false,
      because: [{ code: 'plan.canPay', params: { sustainable: 36000 } }],
    })
    expect(codeOf({ budget: able, hardships })).toEqual(['plan.canPay'])
  })
  test('too little for any plan: a pause with that much a period', () => {
    const given = { budget: stretched, loan: { outstanding: 9000000 } }
    expect(pauseOf({ ...given, hardships }).plan).toMatchObject({ until: '2027-02-25', tokenPayment: 36000 })
    expect(codeOf(given)).toEqual(['plan.pauseFits'])
  })
  test('a plan too soon after the last, or refused before, makes no pause', () => {
    const arrangement = { kind: 'restructure', from: '2026-11-20', instalment: 20000 } as const
    const given = { budget: stretched, hardships }
    expect(codeOf({ ...given, arrangements: [{ ...arrangement, status: 'broken' }] })).toEqual([
      'plan.tooSoon',
    ])
    expect(codeOf({ ...given, arrangements: [{ ...arrangement, status: 'cancelled' }] })).toEqual([
      'plan.refusedBefore',
    ])
  })
  test('affordable as it is', () => {
    expect(codeOf({ budget: able })).toEqual(['plan.notNeeded'])
  })
})

describe('the budget is not known', () => {
  const kindsOf = (viable: boolean) =>
    (
      [
        ...['jobLoss', 'incomeDrop', 'illness', 'bereavement', 'disaster', 'separation', 'caring'],
        ...['militaryService', 'overIndebted', 'imprisoned', 'hardshipDeclared'],
      ] as HardshipKind[]
    ).filter((kind) => pauseOf({ hardships: [{ kind }] }).viable === viable)

  test('the lender pauses without an application for what can happen to any person, and finds out first otherwise', () => {
    expect(kindsOf(true)).toEqual(['illness', 'bereavement', 'disaster', 'imprisoned'])
    for (const kind of kindsOf(false))
      expect(codeOf({ hardships: [{ kind }] })).toEqual(['plan.budgetUnknown'])
  })
  test.each([
    ['month', '2026-12-25'],
    ['fortnight', '2026-12-09'],
    ['week', '2026-12-02'],
  ] as const)('for one %s, then review', (period, until) => {
    const { plan } = pauseOf({ loan: { period }, hardships: [{ kind: 'bereavement' }] })
    expect(plan).toMatchObject({ from: '2026-11-25', until, reviewOn: until, tokenPayment: 0 })
  })
  test('or until it is over', () => {
    const { plan } = pauseOf({ hardships: [{ kind: 'illness', until: '2026-12-10' }] })
    expect(plan).toMatchObject({ until: '2026-12-10', reviewOn: '2026-12-10' })
  })
  test('a budget from before is overtaken, so that the same pause comes first', () => {
    const hardships = [{ kind: 'disaster', since: '2026-11-22' } as const]
    expect(pauseOf({ budget: able, hardships })).toMatchObject({
      viable: true,
      plan: { until: '2026-12-25' },
    })
  })
  test('nothing to bridge without hardship', () => {
    expect(codeOf({})).toEqual(['plan.noTemporaryCause'])
    expect(codeOf({ sustained: 70000 })).toEqual(['plan.notNeeded'])
  })
})

describe('no pause', () => {
  test('out of arrears without hardship', () => {
    expect(codeOf({ budget: unable, loan: { overdue: 0 } })).toEqual(['plan.noTemporaryCause'])
    expect(codeOf({ budget: unable, loan: { overdue: 0 }, hardships: [{ kind: 'jobLoss' }] })).toEqual([
      'plan.pauseFits',
    ])
  })
  test('of nothing', () => {
    expect(codeOf({ budget: unable, loan: { outstanding: 0, overdue: 0 } })).toEqual(['plan.nothingToRepay'])
  })
  test('within a pause; within a plan that can no longer be paid there is', () => {
    const running = (kind: 'hardshipPause' | 'restructure') => ({
      budget: unable,
      arrangements: [{ kind, from: '2026-11-01', status: 'active', instalment: 30000 } as const],
    })
    expect(codeOf(running('hardshipPause'))).toEqual(['plan.arrangementRunning'])
    expect(codeOf(running('restructure'))).toEqual(['plan.pauseFits'])
    expect(codeOf({ ...running('restructure'), budget: stretched })).toEqual(['plan.arrangementRunning'])
  })
})

describe('the value of the paused contract', () => {
  test('every payment comes later by the days of the pause, both ends counted', () => {
    const hardships = [{ kind: 'jobLoss', until: '2027-01-15' } as const]
    const { contractValue, pausedValue } = optionsOf({ budget: unable, hardships })
    expect(pausedValue / contractValue).toBeCloseTo(1.1 ** (-52 / 365), 12) // 25 November to 15 January
  })
  test('bears interest where that goes on', () => {
    const relief = { ...policyWith().relief, interestFreeze: false }
    const hardships = [{ kind: 'jobLoss', until: '2027-01-15' } as const]
    const given = { budget: unable, hardships, loan: { annualRate: 0.1825 } }
    const { contractValue, pausedValue } = optionsOf(given, { relief })
    // 520,000 × 0.1825 × 52 ÷ 365 = 13,520
    expect(pausedValue).toBeCloseTo((contractValue + 13520) * 1.1 ** (-52 / 365), 6)
  })
  test('is the contract’s where there is no pause', () => {
    const { contractValue, pausedValue } = optionsOf({})
    expect(pausedValue).toBe(contractValue)
  })
})
