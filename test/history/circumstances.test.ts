import { describe, expect, test } from 'vitest'
import type { Circumstance, Contact } from '../../src/input/borrowerCase.ts'
import type { ContactOutcome } from '../../src/words/outcomes.ts'
import { factsOf, instant } from './given.ts'

const spansOf = (circumstances: Circumstance[], contacts: Contact[] = [], asOf?: string) =>
  factsOf({ circumstances, contacts }, asOf).circumstances
const said = (outcome: ContactOutcome, at: string, more: Partial<Contact> = {}): Contact => ({
  at,
  channel: 'call',
  party: 'borrower',
  outcome,
  ...more,
})

describe('a stated circumstance', () => {
  test('is in force from 00:00 of its first day to 00:00 after its last', () => {
    const [span] = spansOf([{ kind: 'jobLoss', since: '2026-10-15', until: '2027-01-15' }])
    expect(span).toMatchObject({
      from: instant('2026-10-15T00:00:00+08:00'),
      to: instant('2027-01-16T00:00:00+08:00'),
      pointer: '/circumstances/0',
      implied: false,
      now: true,
    })
    const until = (asOf: string) => spansOf([{ kind: 'jobLoss', until: '2026-11-25' }], [], asOf)[0]?.now
    expect([until('2026-11-25T23:59:59+08:00'), until('2026-11-26T00:00:00+08:00')]).toEqual([true, false])
  })

  test('begins when it was recorded where no day is given, else it always was', () => {
    const recorded = '2026-10-20T15:00:00+08:00'
    expect(spansOf([{ kind: 'illness', recorded }])[0]?.from).toBe(instant(recorded))
    expect(spansOf([{ kind: 'illness' }])[0]).toMatchObject({ from: -Infinity, to: Infinity, now: true })
  })

  test('may be announced', () => {
    expect(spansOf([{ kind: 'militaryService', since: '2026-11-26' }])[0]?.now).toBe(false)
  })

  test.each([
    // 30 and 60 days from 1 October are 31 October and 30 November.
    ['adviserEngaged', '2026-11-01T00:00:00+08:00'],
    ['moratorium', '2026-12-01T00:00:00+08:00'],
  ] as const)('%s ends by itself', (kind, to) => {
    expect(spansOf([{ kind, since: '2026-10-01' }])[0]?.to).toBe(instant(to))
    expect(spansOf([{ kind, recorded: '2026-10-01T09:00:00+08:00' }])[0]?.to).toBe(instant(to))
    expect(spansOf([{ kind, since: '2026-10-01', until: '2027-10-01' }])[0]?.to).toBe(
      instant('2027-10-02T00:00:00+08:00'),
    )
    expect(spansOf([{ kind }])[0]?.to).toBe(Infinity)
  })

  test('without an end stands', () => {
    expect(spansOf([{ kind: 'dispute', since: '2020-01-01' }])[0]).toMatchObject({ to: Infinity, now: true })
  })
})

describe('an implied circumstance', () => {
  test.each([
    ['hardshipReported', 'hardshipDeclared', 90],
    ['vulnerabilityDisclosed', 'vulnerable', 365],
    ['complaint', 'complaint', 30],
    ['hostile', 'hostile', 180],
  ] as const)('by %s begins with the contact and lasts the policy’s days', (outcome, kind, days) => {
    const at = '2026-11-01T10:00:00+08:00'
    const end = instant('2026-11-01T00:00:00+08:00') + (days + 1) * 86400
    expect(spansOf([], [said(outcome, at)])).toEqual([
      {
        kind,
        from: instant(at),
        to: end,
        lastDay: expect.any(Number),
        pointer: '/contacts/0',
        implied: true,
        now: true,
      },
    ])
  })

  test.each([
    ['disputeRaised', 'dispute'],
    ['ceaseRequested', 'ceaseRequest'],
    ['represented', 'represented'],
    ['deceasedReported', 'deceased'],
    ['insolvencyReported', 'insolvency'],
  ] as const)('by %s lasts until replaced', (outcome, kind) => {
    expect(spansOf([], [said(outcome, '2019-01-01T10:00:00Z')])).toMatchObject([
      { kind, to: Infinity, now: true },
    ])
  })

  test('comes from any direction', () => {
    expect(
      spansOf(
        [],
        [said('hardshipReported', '2026-11-01T10:00:00Z', { direction: 'inbound', channel: 'email' })],
      ),
    ).toHaveLength(1)
  })

  const at = '2026-11-01T10:00:00+08:00'
  test.each<[string, Circumstance, boolean]>([
    [
      'recorded later, and over before',
      { kind: 'dispute', until: '2026-10-01', recorded: '2026-11-01T10:00:01+08:00' },
      false,
    ],
    [
      'recorded later, beginning later',
      { kind: 'dispute', since: '2026-11-02', recorded: '2026-11-02T00:00:00+08:00' },
      true,
    ],
    ['recorded at the same instant', { kind: 'dispute', until: '2026-10-01', recorded: at }, false],
    [
      'recorded before and over before',
      { kind: 'dispute', until: '2026-10-31', recorded: '2026-10-01T00:00:00Z' },
      false,
    ],
    ['of unknown record, over before', { kind: 'dispute', until: '2026-10-31' }, false],
    ['covering its last day', { kind: 'dispute', until: '2026-11-01' }, true],
    ['covering its first day', { kind: 'dispute', since: '2026-11-01' }, true],
    ['beginning the day after', { kind: 'dispute', since: '2026-11-02' }, false],
    ['of another kind', { kind: 'litigation', since: '2026-11-01' }, false],
  ])('is replaced by one %s: %j', (_, stated, replaced) => {
    expect(spansOf([stated], [said('disputeRaised', at)])).toHaveLength(replaced ? 1 : 2)
  })

  test('said again begins anew: at no instant are there two', () => {
    const spans = spansOf(
      [],
      [said('complaint', '2026-11-01T10:00:00+08:00'), said('complaint', '2026-11-20T10:00:00+08:00')],
    )
    const again = instant('2026-11-20T10:00:00+08:00')
    expect(spans).toMatchObject([
      { from: instant('2026-11-01T10:00:00+08:00'), to: again, now: false, pointer: '/contacts/0' },
      { from: again, to: instant('2026-12-21T00:00:00+08:00'), now: true, pointer: '/contacts/1' },
    ])
  })

  test('said again after its end leaves the first as it was', () => {
    const spans = spansOf(
      [],
      [said('complaint', '2026-01-01T10:00:00+08:00'), said('complaint', '2026-11-20T10:00:00+08:00')],
    )
    expect(spans[0]?.to).toBe(instant('2026-02-01T00:00:00+08:00'))
  })

  test.each([
    ['deceasedReported', 1],
    ['insolvencyReported', 1],
    ['represented', 1],
    ['hardshipReported', 1],
    ['vulnerabilityDisclosed', 1],
    ['disputeRaised', 0],
    ['ceaseRequested', 0],
    ['complaint', 0],
    ['hostile', 1],
  ] as const)('%s by a third party counts %i', (outcome, count) => {
    expect(spansOf([], [said(outcome, at, { party: 'thirdParty' })])).toHaveLength(count)
    expect(spansOf([], [said(outcome, at, { party: 'guarantor' })])).toHaveLength(1)
  })

  test('on another account concerns the person, but for a dispute', () => {
    const other = { account: 'other' }
    expect(spansOf([], [said('disputeRaised', at, other)])).toEqual([])
    expect(
      spansOf([], [said('ceaseRequested', at, other), said('vulnerabilityDisclosed', at, other)]),
    ).toHaveLength(2)
  })
})
