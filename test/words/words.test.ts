import { describe, expect, test } from 'vitest'
import {
  ACTION_ORDER,
  CONTACT_KINDS,
  KIND_PLACE,
  MINUTES_KINDS,
  RELIEF_KINDS,
} from '../../src/words/actions.ts'
import { BUCKETS, bucketOf, lastDayOfBucket } from '../../src/words/buckets.ts'
import {
  CHANNEL_WORDS,
  CHANNELS,
  channelBit,
  channelBits,
  coversChannel,
  isLive,
  meaningOf,
} from '../../src/words/channels.ts'
import { CIRCUMSTANCE_KINDS, classOf, HOLD_KINDS, isCircumstance } from '../../src/words/circumstances.ts'
import { COUNTS_AS } from '../../src/words/countsAs.ts'
import { IMPLIED_CIRCUMSTANCES, OUTCOMES, outcomeMeaning, outcomePlace } from '../../src/words/outcomes.ts'
import { PURPOSES, purposeClass } from '../../src/words/purposes.ts'
import { POOL_UNITS, takes, USED_UNITS } from '../../src/words/units.ts'

describe('channels', () => {
  test('every channel has a positive bit of its own', () => {
    const bits = CHANNELS.map(channelBit)
    expect(new Set(bits).size).toBe(CHANNELS.length)
    expect(bits.every((bit) => bit > 0)).toBe(true)
    expect(channelBits(CHANNELS)).toBe(bits.reduce((sum, bit) => sum + bit, 0))
  })

  test('every channel is in exactly one of written and live, and only messages and letters are written', () => {
    for (const channel of CHANNELS) {
      expect(coversChannel(['written'], channel)).toBe(!coversChannel(['live'], channel))
      expect(coversChannel(['live'], channel)).toBe(isLive(channel))
      expect(coversChannel(['*'], channel)).toBe(true)
      expect(coversChannel(undefined, channel)).toBe(true)
      expect(coversChannel([], channel)).toBe(false)
      expect(coversChannel([channel], channel)).toBe(true)
      if (coversChannel(['messages'], channel)) expect(coversChannel(['written'], channel)).toBe(true)
    }
  })

  test('a rule over a group takes in what it did when the channels were written out', () => {
    const known = ['sms', 'app', 'messaging', 'email', 'letter', 'call', 'visit'] as const
    const of = (word: 'messages' | 'written' | 'live' | 'disturbing') =>
      known.filter((channel) => coversChannel([word], channel))
    expect(of('messages')).toEqual(['sms', 'app', 'messaging', 'email'])
    expect(of('written')).toEqual(['sms', 'app', 'messaging', 'email', 'letter'])
    expect(of('live')).toEqual(['call', 'visit'])
    expect(of('disturbing')).toEqual(['sms', 'app', 'messaging', 'call', 'visit'])
  })

  test('no word is both a channel and a group', () => {
    expect(new Set(CHANNEL_WORDS).size).toBe(CHANNEL_WORDS.length)
  })

  test('places for relief are told apart', () => {
    const places = CHANNELS.map((channel) => meaningOf(channel).reliefPlace).filter(
      (place) => place !== undefined,
    )
    expect(new Set(places).size).toBe(places.length)
  })
})

describe('what contacts count as', () => {
  test('every word has a positive bit of its own', () => {
    const bits = Object.values(COUNTS_AS)
    expect(new Set(bits).size).toBe(bits.length)
    for (const bit of bits) expect(bit > 0 && Number.isInteger(Math.log2(bit))).toBe(true)
  })

  test('an outcome that reached nobody is no contact and no conversation', () => {
    for (const outcome of OUTCOMES) {
      const { unanswered, contactMade, conversation } = outcomeMeaning(outcome)
      if (unanswered) expect([contactMade, conversation]).toEqual([false, false])
      if (conversation) expect(contactMade).toBe(true)
      expect(OUTCOMES[outcomePlace(outcome)]).toBe(outcome)
    }
  })

  test('what outcomes imply are circumstances, each of one outcome', () => {
    expect(IMPLIED_CIRCUMSTANCES.every(isCircumstance)).toBe(true)
    expect(new Set(IMPLIED_CIRCUMSTANCES).size).toBe(IMPLIED_CIRCUMSTANCES.length)
    expect(IMPLIED_CIRCUMSTANCES).not.toContain('visitRefused')
  })
})

describe('actions, purposes and units', () => {
  test('go from gentle to harsh', () => {
    expect(ACTION_ORDER).toEqual(['wait', 'reminder', 'hardshipPause', 'restructure', 'call', 'visit'])
    expect(ACTION_ORDER.map((kind) => KIND_PLACE[kind])).toEqual(ACTION_ORDER.map((_, place) => place))
  })

  test('every kind but waiting is a contact or relief', () => {
    expect([...CONTACT_KINDS, ...RELIEF_KINDS].sort()).toEqual(
      ACTION_ORDER.filter((kind) => kind !== 'wait').sort(),
    )
    expect(MINUTES_KINDS).toEqual(['hardshipPause', 'restructure', 'call'])
  })

  test('relief is found out about and offered, everything else is a demand', () => {
    expect(PURPOSES.filter((purpose) => purposeClass(purpose) === 'relief')).toEqual(['findOut', 'offerPlan'])
  })

  test('of money an action takes its cost, of the rest what it says', () => {
    expect(POOL_UNITS.filter((unit) => !(USED_UNITS as readonly string[]).includes(unit))).toEqual(['money'])
    expect(takes('money', { minute: 6 }, 600)).toBe(600)
    expect(takes('minute', { minute: 6 }, 600)).toBe(6)
    expect(takes('visit', { minute: 6 }, 600)).toBe(0)
    expect(takes('message', undefined, 600)).toBe(0)
  })
})

describe('buckets and circumstances', () => {
  test('day 30 is still 1-30', () => {
    expect([0, 1, 30, 31, 60, 61, 90, 91, 180, 181, 5000].map(bucketOf)).toEqual([
      '0',
      '1-30',
      '1-30',
      '31-60',
      '31-60',
      '61-90',
      '61-90',
      '91-180',
      '91-180',
      '181+',
      '181+',
    ])
    expect([0, 1, 62, 180, 181].map(lastDayOfBucket)).toEqual([0, 30, 90, 180, undefined])
    expect(BUCKETS).toEqual(['0', '1-30', '31-60', '61-90', '91-180', '181+'])
  })

  test('every circumstance is of one class', () => {
    for (const kind of CIRCUMSTANCE_KINDS)
      expect((HOLD_KINDS as readonly string[]).includes(kind)).toBe(classOf(kind) === 'hold')
    expect(isCircumstance('toString')).toBe(false)
  })
})
