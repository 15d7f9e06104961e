import { describe, expect, it } from 'vitest'
import { createContext, type Decision, decide, explain, parseCase } from '../../src/entry/index.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { contact, minimalCase, TRIED } from '../helpers/minimalCase.ts'

const decided = (changes: Partial<BorrowerCase>): Decision => {
  const context = createContext({ asOf: '2026-11-25T10:00:00Z' })
  const parsed = parseCase(minimalCase({ contacts: TRIED, ...changes }), context)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return decide(parsed.value, context)
}
const stateOf = (changes: Partial<BorrowerCase>) => {
  const { state, action } = decided(changes)
  return [state.map(({ kind }) => kind), action.referTo]
}

describe('what calls for care', () => {
  it('is nothing where the record says nothing', () => {
    expect(decided({}).care).toEqual([])
  })

  it('comes first in the collector’s text, the gravest first, with its driver and its place in the record', () => {
    const decision = decided({
      circumstances: [
        { kind: 'vulnerable', since: '2026-10-01', driver: 'capability' },
        { kind: 'economicAbuse', since: '2026-10-01' },
      ],
      preferences: { language: 'hi' },
    })
    expect(decision.care).toEqual([
      { code: 'care.economicAbuse', params: {}, evidence: ['/circumstances/1'] },
      { code: 'care.vulnerable', params: { driver: 'capability' }, evidence: ['/circumstances/0'] },
      { code: 'care.language', params: { language: 'hi' }, evidence: ['/preferences/language'] },
    ])
    const lines = explain(decision, { language: 'en' })
    expect(lines[0]).toMatch(/^Care: another person controls/)
    expect(lines[1]).toContain('trouble with money matters')
    expect(decision.action.referTo).toBe('hardshipTeam')
  })

  it('does not speak of debt advice to somebody who has an adviser', () => {
    const decision = decided({
      circumstances: [{ kind: 'adviserEngaged', since: '2026-11-10' }],
      jurisdiction: 'GB',
    })
    expect(decision.care[0]?.code).toBe('care.adviser')
    for (const audience of ['collector', 'borrower', 'compliance'] as const) {
      expect(explain(decision, { language: 'en', audience }).join(' ')).not.toMatch(/debt advice/i)
    }
  })
})

describe('hostility', () => {
  const kindsOf = (changes: Partial<BorrowerCase>) =>
    decided(changes)
      .alternatives.filter(({ status }) => status === 'chosen' || status === 'eligible')
      .map(({ kind }) => kind)

  it('ends calls for three days after harsh words, and for thirty where it was recorded as a danger', () => {
    const since = (day: string) => ({ circumstances: [{ kind: 'hostile', since: day } as const] })
    expect(kindsOf(since('2026-10-27'))).not.toContain('call')
    expect(kindsOf(since('2026-10-25'))).toContain('call')
    const said = (at: string) => ({
      contacts: [...TRIED, contact(at, 'email', 'hostile', { direction: 'inbound' })],
    })
    expect(kindsOf(said('2026-11-23T10:00:00Z'))).not.toContain('call')
    expect(kindsOf(said('2026-11-22T10:00:00Z'))).toContain('call')
  })
})

describe('where more of the same will not move anything', () => {
  const tries = (count: number, days: number) =>
    Array.from({ length: count }, (_, i) =>
      contact(
        new Date(Date.UTC(2026, 10, 24 - i * days, 10)).toISOString().slice(0, 19).concat('Z'),
        'call',
        'noAnswer',
      ),
    )

  it('eight attempts over six weeks that reached nobody go to tracing', () => {
    expect(stateOf({ contacts: tries(8, 6) })).toEqual([['contactLost'], 'tracing'])
    expect(stateOf({ contacts: tries(7, 7) })).toEqual([[], undefined])
    expect(stateOf({ contacts: tries(8, 5) })).toEqual([[], undefined])
    const heard = [
      ...tries(8, 6),
      contact('2026-11-24T12:00:00Z', 'email', 'spoke', { direction: 'inbound' }),
    ]
    expect(stateOf({ contacts: heard })[0]).toEqual([])
  })

  it('a wish against every channel goes to somebody who answers it', () => {
    const all = ['sms', 'app', 'messaging', 'email', 'letter', 'call', 'visit'] as const
    expect(stateOf({ preferences: { channelsOptedOut: [...all] } })).toEqual([['optedOut'], 'complaints'])
    expect(stateOf({ preferences: { channelsOptedOut: all.slice(1) } })[0]).toEqual([])
  })

  it('who can pay and refuses goes to the legal desk, who cannot to debt advice', () => {
    const budget = (income: number) =>
      ({ income, essentialSpending: 100_000, evidence: 'documented', on: '2026-11-01' }) as const
    const refused = [...TRIED, contact('2026-11-10T10:00:00Z', 'call', 'refused')]
    expect(stateOf({ contacts: refused, budget: budget(900_000) })).toEqual([['willNotPay'], 'legal'])
    expect(stateOf({ contacts: refused, budget: budget(100_000) })).toEqual([['cannotPay'], 'debtAdviser'])
  })

  it('half a year before it can no longer be enforced a debt goes to the legal desk', () => {
    const loan = minimalCase().loan
    expect(stateOf({ loan: { ...loan, limitationUntil: '2027-05-24' } })[1]).toBe('legal')
    expect(stateOf({ loan: { ...loan, limitationUntil: '2027-05-25' } })[1]).toBeUndefined()
  })
})

describe('what a conversation should find out', () => {
  it('is the means, once the arrears are older than a month and nothing is known of them', () => {
    expect(decided({}).action).toMatchObject({ kind: 'call', toFindOut: ['budget', 'payday'] })
    const known = {
      income: 900_000,
      essentialSpending: 100_000,
      evidence: 'documented',
      on: '2026-11-01',
    } as const
    expect(decided({ budget: known }).action.toFindOut).toBeUndefined()
  })

  it('is when a trouble ends that has no end on record', () => {
    const open = decided({ circumstances: [{ kind: 'jobLoss', since: '2026-11-20' }] }).action
    expect(open.toFindOut).toContain('expectedEnd')
  })
})
