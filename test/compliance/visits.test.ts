import { describe, expect, test } from 'vitest'
import type { BorrowerCase, Contact, Preferences } from '../../src/input/borrowerCase.ts'
import { type BareRule, contact, permitted, type Setting, short } from './given.ts'

type VisitBare = Extract<BareRule, { kind: 'visit' }>
const rule = (changes: Partial<VisitBare>): VisitBare => ({ id: 'visit', kind: 'visit', ...changes })
const HOURS: BareRule = { id: 'hours', kind: 'hours', open: [{ days: ['*'], from: '08:00', to: '20:00' }] }
const NOON = '2026-11-25T12:00:00Z'
const setting = (...rules: BareRule[]): Setting => ({ asOf: NOON, packs: { XA: [HOURS, ...rules] } })
const visit = (given: Partial<BorrowerCase>, ...rules: BareRule[]) =>
  permitted(given, setting(...rules)).demand.visit
const appointment = (from: string, to: string): Preferences => ({ visitAppointment: { from, to } })

describe('the horizon', () => {
  test('is ten days for visits, and the window is cut there', () => {
    const { demand } = permitted({}, { asOf: NOON })
    expect(short(demand.visit)).toBe('open 2026-11-25T12:00:00+00:00 – 2026-12-05T12:00:00+00:00')
    expect(short(demand.call)).toBe('open 2026-11-25T12:00:00+00:00 – 2026-11-26T12:00:00+00:00')
  })
})

describe('circumstances that bar them', () => {
  const barred = (
    notWhen: VisitBare['notWhen'],
    kind: 'vulnerable' | 'economicAbuse' | 'jobLoss' | 'hostile',
  ) => visit({ circumstances: [{ kind, since: '2026-11-01' }] }, rule({ notWhen: notWhen ?? [] }))
  test.each([
    ['vulnerable', 'vulnerable', 'blocked'],
    ['vulnerable', 'economicAbuse', 'blocked'],
    ['economicAbuse', 'vulnerable', 'open'],
    ['hardship', 'jobLoss', 'blocked'],
    ['hardship', 'vulnerable', 'open'],
    ['jobLoss', 'jobLoss', 'blocked'],
  ] as const)('not when %s: %s', (word, kind, status) => {
    expect(barred([word], kind).status).toBe(status)
  })
  test('the reason names the fact', () => {
    expect(barred(['vulnerable'], 'economicAbuse').because[0]).toMatchObject({
      code: 'rule.visit',
      params: { because: 'economicAbuse' },
      evidence: ['/circumstances/0'],
      rule: { id: 'visit' },
    })
  })
  test('until they end, and from when they begin', () => {
    const over = { circumstances: [{ kind: 'vulnerable', until: '2026-11-26' }] } as const
    expect(short(visit(over, rule({ notWhen: ['vulnerable'] })))).toContain('open 2026-11-27T08:00:00')
    const coming = { circumstances: [{ kind: 'vulnerable', since: '2026-11-26' }] } as const
    const late = permitted(coming, { asOf: NOON, packs: { XA: [rule({ notWhen: ['vulnerable'] })] } }).demand
      .visit
    expect(short(late)).toBe('open 2026-11-25T12:00:00+00:00 – 2026-11-26T00:00:00+00:00')
  })
})

describe('notice', () => {
  const twoDays = rule({ noticeDays: 2 })
  const given = (at: string, kind: 'visit' | 'agencyDetails' = 'visit') => ({ notices: [{ kind, at }] })
  test('still to be given: tomorrow, and the visit so many days after it', () => {
    const { prerequisites, because, ...rest } = visit({}, twoDays)
    expect(short({ ...rest, prerequisites, because })).toBe(
      'open 2026-11-28T08:00:00+00:00 – 2026-11-28T20:00:00+00:00 (rule.visit rule.hours)',
    )
    expect(prerequisites).toEqual([{ code: 'visit.notice', by: '2026-11-26' }])
    expect(because[0]?.params).toEqual({ because: 'notice' })
  })
  test('given: so many days after its own', () => {
    expect(short(visit(given('2026-11-23T23:59:00Z'), twoDays))).toContain('open 2026-11-25T12:00:00')
    expect(visit(given('2026-11-23T23:59:00Z'), twoDays).prerequisites).toEqual([])
    expect(short(visit(given('2026-11-24T00:00:00Z'), twoDays))).toContain('open 2026-11-26T08:00:00')
  })
  test('for thirty days', () => {
    expect(visit(given('2026-10-26T09:00:00Z'), twoDays).prerequisites).toEqual([])
    expect(short(visit(given('2026-10-25T09:00:00Z'), twoDays))).toContain('open 2026-11-28T08:00:00')
  })
  test('a window does not outlast the notice it stands on', () => {
    const noHours: Setting = { asOf: NOON, packs: { XA: [twoDays] } }
    const { visit: last } = permitted(given('2026-10-26T09:00:00Z'), noHours).demand
    expect(short(last)).toBe('open 2026-11-25T12:00:00+00:00 – 2026-11-26T00:00:00+00:00')
  })
  test('nor does it where another could be given for the next day', () => {
    const sameDay: Setting = { asOf: NOON, packs: { XA: [rule({ noticeDays: 0 })] } }
    const { visit: last } = permitted(given('2026-10-26T09:00:00Z'), sameDay).demand
    expect(short(last)).toBe('open 2026-11-25T12:00:00+00:00 – 2026-11-26T00:00:00+00:00')
    expect(last.prerequisites).toEqual([])
  })
  test('of the right kind', () => {
    expect(visit(given('2026-11-20T09:00:00Z', 'agencyDetails'), twoDays).prerequisites).toHaveLength(1)
    const details = rule({ noticeDays: 1, notice: 'agencyDetails' })
    expect(visit({}, details).prerequisites).toEqual([{ code: 'visit.agencyDetails', by: '2026-11-26' }])
    expect(visit(given('2026-11-20T09:00:00Z', 'agencyDetails'), details).prerequisites).toEqual([])
  })
  test('for the first visit only: by the same actor, on this account, or an old notice', () => {
    const first = rule({ noticeDays: 1, notice: 'agencyDetails', firstOnly: true })
    const visited = (changes: Partial<Contact>) =>
      visit({ contacts: [contact('2026-06-01T09:00:00Z', 'visit', 'notHome', changes)] }, first).prerequisites
        .length
    expect([
      visited({}),
      visited({ account: 'other' }),
      visited({ by: 'agency' }),
      visited({ direction: 'inbound' }),
    ]).toEqual([0, 1, 1, 1])
    expect(visit(given('2026-01-01T09:00:00Z', 'agencyDetails'), first).prerequisites).toEqual([])
    expect(short(visit(given('2026-11-25T09:00:00Z', 'agencyDetails'), first))).toContain(
      'open 2026-11-26T08:00:00',
    )
  })
  test('two rules: the longer wait, the earlier day', () => {
    const other = rule({ id: 'other', noticeDays: 1 })
    expect(visit({}, twoDays, other).prerequisites).toEqual([{ code: 'visit.notice', by: '2026-11-26' }])
    expect(short(visit({}, twoDays, other))).toContain('open 2026-11-28T08:00:00')
  })
})

describe('an appointment of the borrower’s', () => {
  test('is the only time', () => {
    expect(short(visit({ preferences: appointment('2026-11-27T07:00:00Z', '2026-11-27T09:00:00Z') }))).toBe(
      'open 2026-11-27T08:00:00+00:00 – 2026-11-27T09:00:00+00:00 (wish.hours rule.hours)',
    )
    expect(short(visit({ preferences: appointment('2026-11-25T11:00:00Z', '2026-11-25T13:00:00Z') }))).toBe(
      'open 2026-11-25T12:00:00+00:00 – 2026-11-25T13:00:00+00:00',
    )
  })
  test('never beats the rules', () => {
    expect(short(visit({ preferences: appointment('2026-11-27T20:00:00Z', '2026-11-27T22:00:00Z') }))).toBe(
      'blocked until ? (wish.hours rule.hours)',
    )
  })
  test('beats wishes', () => {
    const preferences = {
      ...appointment('2026-11-27T09:00:00Z', '2026-11-27T10:00:00Z'),
      avoidHours: [{ days: ['fri'], from: '00:00', to: '24:00' }],
    } as const
    expect(short(visit({ preferences }))).toContain('open 2026-11-27T09:00:00+00:00 – 2026-11-27T10:00:00')
  })
  test('of the past says nothing', () => {
    expect(
      short(visit({ preferences: appointment('2026-11-25T10:00:00Z', '2026-11-25T12:00:00Z') })),
    ).toContain('open 2026-11-25T12:00:00')
  })
  test('leaves other channels alone', () => {
    const { call } = permitted(
      { preferences: appointment('2026-11-27T09:00:00Z', '2026-11-27T10:00:00Z') },
      setting(),
    ).demand
    expect(short(call)).toContain('open 2026-11-25T12:00:00')
  })
  const notice = rule({ noticeDays: 2 })
  const far = { preferences: appointment('2026-11-28T09:00:00Z', '2026-11-28T10:00:00Z') }
  const near = { preferences: appointment('2026-11-27T09:00:00Z', '2026-11-27T10:00:00Z') }
  test('does not stand in for a notice the law asks for', () => {
    expect(visit(far, notice).prerequisites).toEqual([{ code: 'visit.notice', by: '2026-11-26' }])
    expect(visit(near, notice).status).toBe('blocked')
  })
  test('but for the house’s own, which is there to warn of the visit', () => {
    for (const given of [far, near]) {
      const { visit: made } = permitted(given, { asOf: NOON, house: [HOURS, notice] }).demand
      expect([made.status, made.prerequisites]).toEqual(['open', []])
    }
  })
  test('but the agency’s details still', () => {
    const details = rule({ noticeDays: 2, notice: 'agencyDetails' })
    const soon = visit({ preferences: appointment('2026-11-27T09:00:00Z', '2026-11-27T10:00:00Z') }, details)
    expect(soon.status).toBe('blocked')
  })
})

describe('consent, staff and place', () => {
  test('agreed to before the visit, or still to be asked for', () => {
    const asks = rule({ consent: 'toVisit' })
    expect(visit({}, asks).prerequisites).toEqual([{ code: 'visit.consent', by: '2026-11-25' }])
    expect(short(visit({}, asks))).toBe(
      'open 2026-11-26T08:00:00+00:00 – 2026-11-26T20:00:00+00:00 (rule.visit rule.hours)',
    )
    expect(visit({ preferences: { visit: 'agreed' } }, asks)).toMatchObject({
      because: [],
      prerequisites: [],
    })
    expect(
      visit({ preferences: { consents: [{ to: 'visit', at: '2026-11-01T00:00:00Z' }] } }, asks).prerequisites,
    ).toEqual([])
    expect(
      visit({ preferences: appointment('2026-11-25T14:00:00Z', '2026-11-25T15:00:00Z') }, asks).prerequisites,
    ).toEqual([])
  })
  test('asked for at the door', () => {
    expect(visit({}, rule({ consent: 'toEnter' })).prerequisites).toEqual([{ code: 'visit.consentToEnter' }])
  })
  test('refused is refused', () => {
    const refused = visit({ preferences: { visit: 'refused' } })
    expect(short(refused)).toBe('blocked until ? (wish.visitRefused)')
    expect(refused.because[0]?.evidence).toEqual(['/preferences/visit'])
  })
  test('the most people any rule asks for', () => {
    expect(visit({}, rule({ staff: 2 }), rule({ id: 'b', staff: 3 })).prerequisites).toEqual([
      { code: 'visit.staff', params: { staff: 3 } },
    ])
    expect(visit({}, rule({ staff: 1 })).prerequisites).toEqual([])
  })
  test('the borrower’s place until so many visits in a row met nobody', () => {
    const place = rule({ placeChosenUntilNoShows: 2 })
    const seen = (...outcomes: ('notHome' | 'spoke')[]) =>
      visit(
        {
          contacts: outcomes.map((outcome, day) =>
            contact(`2026-11-0${day + 1}T09:00:00Z`, 'visit', outcome),
          ),
        },
        place,
      ).prerequisites.length
    expect([
      seen('notHome'),
      seen('notHome', 'notHome'),
      seen('notHome', 'notHome', 'spoke'),
      seen('notHome', 'spoke', 'notHome'),
    ]).toEqual([1, 0, 1, 1])
  })
  test('all of them, in a fixed order', () => {
    const all = rule({ staff: 2, noticeDays: 1, consent: 'toVisit', placeChosenUntilNoShows: 1 })
    const enter = rule({ id: 'b', consent: 'toEnter', notice: 'agencyDetails', noticeDays: 1 })
    expect(visit({}, enter, all).prerequisites.map(({ code }) => code)).toEqual([
      'visit.notice',
      'visit.agencyDetails',
      'visit.consent',
      'visit.consentToEnter',
      'visit.staff',
      'visit.placeOfChoice',
    ])
  })
  test('nothing is asked before a visit that cannot be', () => {
    expect(
      visit({ preferences: { visit: 'refused' } }, rule({ staff: 2, noticeDays: 1 })).prerequisites,
    ).toEqual([])
  })
})

describe('the house beside a law', () => {
  const house = [rule({ id: 'mine', staff: 3, noticeDays: 3, consent: 'toEnter', notWhen: ['vulnerable'] })]
  const beside = (law: Partial<VisitBare>, given: Partial<BorrowerCase> = {}) =>
    permitted(given, { asOf: NOON, house, packs: { XA: [HOURS, rule(law)] } }).demand.visit
  test('fills what the law does not speak of', () => {
    expect(beside({ staff: 2 }).prerequisites).toEqual([
      { code: 'visit.notice', by: '2026-11-26' },
      { code: 'visit.consentToEnter' },
      { code: 'visit.staff', params: { staff: 2 } },
    ])
    expect(beside({ noticeDays: 1 }).prerequisites).toContainEqual({
      code: 'visit.staff',
      params: { staff: 3 },
    })
  })
  test('a notice of one kind is not one of another', () => {
    expect(beside({ noticeDays: 1, notice: 'agencyDetails' }).prerequisites.slice(0, 2)).toEqual([
      { code: 'visit.notice', by: '2026-11-26' },
      { code: 'visit.agencyDetails', by: '2026-11-28' },
    ])
  })
  test('and keeps its own bars beside the law’s', () => {
    const circumstances = [{ kind: 'vulnerable', since: '2026-11-01' }] as const
    expect(beside({ notWhen: ['bereavement'] }, { circumstances }).status).toBe('blocked')
  })
})

test('a rule that begins ends the window before it', () => {
  const asks = rule({ staff: 2, effectiveFrom: '2026-11-26' })
  const { visit: before } = permitted({}, { asOf: NOON, packs: { XA: [asks] } }).demand
  expect(short(before)).toBe('open 2026-11-25T12:00:00+00:00 – 2026-11-26T00:00:00+00:00')
  expect(before.prerequisites).toEqual([])
})
