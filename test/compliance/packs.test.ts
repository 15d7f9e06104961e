import { describe, expect, test } from 'vitest'
import { permissionsFor } from '../../src/compliance/permissionsFor.ts'
import { ruleLibrary } from '../../src/compliance/ruleBook.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import type { Context } from '../../src/input/context.ts'
import type { RuleKind } from '../../src/input/rulePack.ts'
import { CHANNELS, type Channel } from '../../src/words/channels.ts'
import { type BareRule, contact, contextOf, factsOf, permitted, type Setting } from './given.ts'

const ASOF = '2026-11-25T05:00:00Z'
const hours = (id: string, from: string, more: Partial<BareRule> = {}): BareRule =>
  ({ id, kind: 'hours', open: [{ days: ['*'], from, to: '20:00' }], ...more }) as BareRule
/** When a call may first be made: the latest of the hours that apply. */
const opens = (given: Partial<BorrowerCase>, setting: Omit<Setting, 'asOf'>, channel: Channel = 'call') => {
  const { opensAt } = permitted(given, { asOf: ASOF, ...setting }).demand[channel]
  return opensAt === undefined ? 'never' : new Date(opensAt * 1000).toISOString().slice(11, 16)
}

describe('which packs apply', () => {
  const packs = {
    XA: [hours('country', '09:00')],
    'XA-N': [hours('part', '10:00')],
    XB: [hours('abroad', '11:00')],
  }
  const named = (given: Partial<BorrowerCase>) => {
    const { packs: ids, notes } = permitted(given, { asOf: ASOF, packs })
    return [ids, notes.map(({ params }) => ('jurisdiction' in params ? params.jurisdiction : params))]
  }
  test('the country’s in its parts, a part’s there only', () => {
    expect(named({ jurisdiction: 'XA' })).toEqual([['house', 'xa'], []])
    expect(named({ jurisdiction: 'XA-N' })).toEqual([['house', 'xa', 'xa-n'], []])
    expect(opens({ jurisdiction: 'XA' }, { packs })).toBe('09:00')
    expect(opens({ jurisdiction: 'XA-N' }, { packs })).toBe('10:00')
    expect(opens({ jurisdiction: 'XA-S' }, { packs })).toBe('09:00')
  })
  test('none where nobody knows the place, and a note says so', () => {
    expect(named({ jurisdiction: 'ZZ' })).toEqual([['house'], ['ZZ']])
    const { notes } = permitted({ jurisdiction: undefined as never }, { asOf: ASOF, packs })
    expect(notes).toEqual([
      { code: 'data.jurisdictionUnknown', about: 'action', params: { jurisdiction: '' }, evidence: [] },
    ])
  })
  test('those the policy adds to every case', () => {
    const setting = { packs, added: [hours('added', '12:00')] }
    expect(opens({ jurisdiction: 'ZZ' }, setting)).toBe('12:00')
    expect(permitted({ jurisdiction: 'ZZ' }, { asOf: ASOF, ...setting })).toMatchObject({
      packs: ['house', 'added'],
      notes: [{}],
    })
    expect(opens({ jurisdiction: 'XB' }, setting)).toBe('12:00')
  })
})

describe('who is bound', () => {
  const packs = {
    XA: [
      hours('lender', '09:00', { binds: ['lender'] }),
      hours('agency', '10:00', { binds: ['agency'] }),
      hours('cards', '11:00', { products: ['revolving'] }),
    ],
  }
  const loan = { product: 'revolving', outstanding: 500000, overdue: 100000, daysPastDue: 40 } as const
  test('an agency obeys the lender’s rules and its own', () => {
    expect(opens({ actor: 'lender' }, { packs })).toBe('09:00')
    expect(opens({ actor: 'agency' }, { packs })).toBe('10:00')
    expect(opens({ actor: 'agency' }, { packs: { XA: [packs.XA[0]!] } })).toBe('09:00')
  })
  test('rules for a product bind that product', () => {
    expect(opens({ loan }, { packs })).toBe('11:00')
  })
})

describe('house rules fill', () => {
  const house = [hours('house', '08:00')]
  test('what no law covers, channel by channel', () => {
    const packs = { XA: [hours('calls', '06:00', { channels: ['call'] })] }
    expect([opens({}, { house, packs }), opens({}, { house, packs }, 'sms')]).toEqual(['06:00', '08:00'])
  })
  test('what the law covers for others only', () => {
    expect(opens({}, { house, packs: { XA: [hours('agency', '06:00', { binds: ['agency'] })] } })).toBe(
      '08:00',
    )
    expect(opens({}, { house, packs: { XA: [hours('cards', '06:00', { products: ['revolving'] })] } })).toBe(
      '08:00',
    )
  })
  test('what the law covers on other days only', () => {
    const over = hours('over', '06:00', { effectiveUntil: '2026-11-24' })
    const coming = hours('coming', '06:00', { effectiveFrom: '2026-11-26' })
    expect(opens({}, { house, packs: { XA: [over] } })).toBe('08:00')
    expect(opens({}, { house, packs: { XA: [coming] } })).toBe('08:00')
    expect(opens({}, { house, packs: { XA: [coming, { ...over, effectiveUntil: '2026-11-25' }] } })).toBe(
      '06:00',
    )
  })
  test('beside the law where the policy tightens, and never loosen it', () => {
    const packs = { XA: [hours('law', '09:00')] }
    expect(opens({}, { house, packs, tighten: true })).toBe('09:00')
    expect(opens({}, { house, packs: { XA: [hours('law', '06:00')] }, tighten: true })).toBe('08:00')
  })
  test('a pack that is merely added silences nothing: a policy can only add', () => {
    expect(opens({ jurisdiction: 'ZZ' }, { house, added: [hours('added', '06:00')] })).toBe('08:00')
    expect(opens({ jurisdiction: 'ZZ' }, { house, added: [hours('added', '10:00')] })).toBe('10:00')
  })

  // One contact that reaches each of these caps; a law of another kind on the same channel silences nothing.
  const CAPS = {
    frequency: {
      id: 'f',
      kind: 'frequency',
      count: 'attempt',
      over: 'borrower',
      window: { type: 'rolling', days: 7 },
      max: 1,
    },
    coolOff: {
      id: 'c',
      kind: 'coolOff',
      after: 'attempt',
      over: 'borrower',
      window: { type: 'rolling', days: 7 },
    },
  } as const satisfies Partial<Record<RuleKind, BareRule>>
  const contacts = CHANNELS.map((channel) => contact('2026-11-25T04:00:00Z', channel, 'spoke'))
  test.each(['frequency', 'coolOff'] as const)('%s by its own kind', (kind) => {
    const other = kind === 'frequency' ? 'coolOff' : 'frequency'
    const loose = (rule: BareRule): BareRule =>
      ({ ...rule, window: { type: 'rolling', days: 1 }, channels: ['call'] }) as BareRule
    const days = (packs: BareRule[], channel: Channel) => {
      const at = permitted({ contacts }, { asOf: ASOF, house: [CAPS[kind]], packs: { XA: packs } }).demand[
        channel
      ].opensAt
      return at === undefined ? undefined : Math.round((at - Date.parse(ASOF) / 1000) / 86400)
    }
    expect(days([loose(CAPS[kind])], 'call')).toBe(1)
    expect(days([loose(CAPS[kind])], 'sms')).toBe(7)
    expect(days([loose(CAPS[other])], 'call')).toBe(7)
  })
  test('opt-outs: the law’s reason goes before the house’s', () => {
    const optOut = (id: string): BareRule => ({ id, kind: 'optOut', channels: ['*'] })
    const reasons = (packs: BareRule[], tighten = false) =>
      permitted(
        { preferences: { channelsOptedOut: ['sms'] } },
        { asOf: ASOF, house: [optOut('mine')], tighten, packs: { XA: packs } },
      ).demand.sms.because.map(({ rule }) => rule?.id)
    expect(reasons([])).toEqual(['mine'])
    expect(reasons([optOut('law')])).toEqual(['law'])
    expect(reasons([optOut('law')], true)).toEqual(['law', 'mine'])
  })
})

test('third parties: no rule about them opens or closes anything for the borrower', () => {
  const rule: BareRule = { id: 't', kind: 'thirdParty', only: 'none' }
  expect(permitted({}, { asOf: ASOF, packs: { XA: [rule] } }).demand).toEqual(
    permitted({}, { asOf: ASOF, packs: { XA: [] } }).demand,
  )
})

describe('what is prepared once', () => {
  const packs = {
    XA: [
      hours('old', '08:00', { effectiveUntil: '2026-11-25', holidays: 'closed' }),
      hours('new', '10:00', { effectiveFrom: '2026-11-26', holidays: 'closed' }),
    ],
  }
  const first = contextOf({ asOf: '2027-11-25T05:00:00Z', packs })
  const library = ruleLibrary(first)
  const opensIn = (context: Context) => {
    const from = permissionsFor(factsOf({}, context), library).demand.call.opensAt ?? 0
    return new Date(from * 1000).toISOString().slice(0, 16)
  }
  test('serves instants on both sides of a date, in any order', () => {
    const at = (asOf: string) => opensIn({ ...first, asOf, asOfSecond: Date.parse(asOf) / 1000 })
    expect(at('2027-11-25T05:00:00Z')).toBe('2027-11-25T10:00')
    expect(at('2026-11-24T05:00:00Z')).toBe('2026-11-24T08:00')
    expect(at('2026-11-26T05:00:00Z')).toBe('2026-11-26T10:00')
    expect(at('2026-11-25T05:00:00Z')).toBe('2026-11-25T08:00')
  })
})
