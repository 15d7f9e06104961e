import { describe } from 'vitest'
import type { BorrowerCase } from '../../../src/input/borrowerCase.ts'
import { testEdges } from '../../helpers/edges.ts'
import { contact } from '../../helpers/minimalCase.ts'

// 2026-11-25 is a Wednesday; Boston is at −05:00.
const MA: Partial<BorrowerCase> = { jurisdiction: 'US-MA', timeZone: 'America/New_York' }
const noon = '2026-11-25T12:00:00-05:00'

describe('two calls or texts per debt in seven days, for creditors too', () => {
  const one = contact('2026-11-20T12:00:00-05:00', 'call', 'noAnswer')
  const text = contact('2026-11-22T12:00:00-05:00', 'sms', 'delivered')
  testEdges(MA, [
    { what: 'the second', at: noon, channel: 'sms', may: true, given: { contacts: [one] } },
    {
      what: 'the third, a text',
      at: noon,
      channel: 'sms',
      may: false,
      by: 'us-ma.callsAndTexts',
      opens: '2026-11-27T17:00:00+00:00',
      given: { contacts: [one, text] },
    },
    {
      what: 'the third, a call',
      at: noon,
      channel: 'call',
      may: false,
      by: 'us-ma.callsAndTexts',
      given: { contacts: [one, text] },
    },
    {
      what: 'the third, a chat message',
      at: noon,
      channel: 'messaging',
      may: false,
      by: 'us-ma.callsAndTexts',
      given: { contacts: [one, text] },
    },
    { what: 'an e-mail after two', at: noon, channel: 'email', may: true, given: { contacts: [one, text] } },
    {
      what: 'the third by an agency',
      at: noon,
      channel: 'sms',
      may: false,
      by: 'us-ma.callsAndTexts',
      given: { actor: 'agency', contacts: [one, text] },
    },
    {
      what: 'the third, the first a second less than seven times 24 hours ago',
      at: noon,
      channel: 'sms',
      may: false,
      by: 'us-ma.callsAndTexts',
      given: { contacts: [{ ...one, at: '2026-11-18T12:00:01-05:00' }, text] },
    },
    {
      what: 'the first of two exactly seven times 24 hours ago',
      at: noon,
      channel: 'sms',
      may: true,
      given: { contacts: [{ ...one, at: '2026-11-18T12:00:00-05:00' }, text] },
    },
    {
      what: 'two, one of them about another debt',
      at: noon,
      channel: 'sms',
      may: true,
      given: { contacts: [{ ...one, account: 't-2' }, text] },
    },
    {
      what: 'elsewhere in the country',
      at: noon,
      channel: 'sms',
      may: true,
      given: { jurisdiction: 'US-NY', contacts: [one, text] },
    },
  ])
})

describe('one visit in 30 days', () => {
  const announced: Partial<BorrowerCase> = {
    ...MA,
    notices: [{ kind: 'visit', at: '2026-11-20T09:00:00-05:00' }],
  }
  // 25 November less 30 days is 26 October, still in summer time there: 30 times 24 hours before noon is 13:00 −04:00.
  const visited = (at: string) => ({ contacts: [contact(at, 'visit', 'spoke')] })
  testEdges(announced, [
    {
      what: 'within 30 days',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'us-ma.visits',
      given: visited('2026-10-26T13:00:01-04:00'),
      opens: '2026-11-25T17:00:01+00:00',
    },
    {
      what: 'within 30 days of one that met nobody',
      at: noon,
      channel: 'visit',
      may: false,
      by: 'us-ma.visits',
      given: { contacts: [contact('2026-11-10T12:00:00-05:00', 'visit', 'notHome')] },
    },
    {
      what: 'within 30 days of one about another debt',
      at: noon,
      channel: 'visit',
      may: true,
      given: { contacts: [contact('2026-11-10T12:00:00-05:00', 'visit', 'spoke', { account: 't-2' })] },
    },
    {
      what: 'after 30 days',
      at: noon,
      channel: 'visit',
      may: true,
      given: visited('2026-10-26T13:00:00-04:00'),
    },
  ])
})

describe('the federal rules apply beside it', () => {
  const spoke = contact('2026-11-24T12:00:00-05:00', 'call', 'spoke')
  testEdges({ ...MA, actor: 'agency' }, [
    {
      what: 'the day after a conversation',
      at: noon,
      channel: 'call',
      may: false,
      by: 'us.afterConversation',
      given: { contacts: [spoke] },
    },
    {
      what: 'the same for a lender',
      at: noon,
      channel: 'call',
      may: true,
      given: { actor: 'lender', contacts: [spoke] },
    },
  ])
})
