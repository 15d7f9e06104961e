import { describe, expect, test } from 'vitest'
import type { Phrase, PhraseCode } from '../../src/explain/line.ts'
import { en } from '../../src/locale/en.ts'
import type { Language } from '../../src/locale/language.ts'
import { renderPhrase } from '../../src/locale/render.ts'
import { zhCN } from '../../src/locale/zh-CN.ts'
import type { Params } from '../../src/words/issue.ts'

const say = (language: Language, code: PhraseCode, params: Params, currency = 'CNY') =>
  renderPhrase({ code, params } as Phrase, language, currency)

describe('amounts', () => {
  // The host's own number format is the witness; ours must not depend on it.
  test.each([
    ['CNY', 2, 104000],
    ['USD', 2, 5],
    ['USD', 2, 123456789012],
    ['JPY', 0, 5200],
    ['JPY', 0, 999],
    ['KWD', 3, 1234567],
    ['KWD', 3, 12],
  ])('%s with %i decimals: %i', (currency, decimals, minor) => {
    const format = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    const amount = format.format(minor / 10 ** decimals)
    expect(say(en, 'you.due', { overdue: minor }, currency)).toBe(
      `${amount} ${currency} of your loan is past its due day.`,
    )
  })

  test('CNY is 元 in Chinese, others keep their code', () => {
    expect(say(zhCN, 'you.due', { overdue: 104000 })).toContain('1,040.00元')
    expect(say(zhCN, 'you.due', { overdue: 104000 }, 'USD')).toContain('1,040.00 USD')
  })
})

describe('days and hours', () => {
  test.each(['2026-11-25', '2028-02-29', '2027-01-01', '1990-12-31', '2100-03-01', '2101-05-09'])(
    '%s',
    (day) => {
      const date = new Date(`${day}T00:00:00Z`)
      const witness = (language: string, options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(date)
      const full = witness('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
      const noYear = `${witness('en-GB', { weekday: 'long' })} ${witness('en-GB', { day: 'numeric', month: 'long' })}`
      expect(say(en, 'do.review', { on: day })).toBe(`Look again on ${full}.`)
      expect(say(en, 'do.window', { window: `${day}T18:00:00+08:00/${day}T20:00:00+08:00` })).toBe(
        `When: between 18:00 and 20:00 on ${noYear}.`,
      )
      const chinese = witness('zh-CN', { day: 'numeric', month: 'long', year: 'numeric' })
      expect(say(zhCN, 'do.review', { on: day })).toBe(`${chinese}再看。`)
      expect(say(zhCN, 'do.window', { window: `${day}T18:00:00+08:00/${day}T20:00:00+08:00` })).toContain(
        witness('zh-CN', { weekday: 'long' }),
      )
    },
  )

  test('a clock is the one the borrower’s wall shows, whatever the offset', () => {
    const said = (offset: string) => say(en, 'other.until', { at: `2026-11-26T08:00:00${offset}` })
    expect(said('+08:00')).toBe('It becomes possible at 08:00 on Thursday 26 November 2026.')
    expect([said('Z'), said('-05:00'), said('+05:45')]).toEqual([
      said('+08:00'),
      said('+08:00'),
      said('+08:00'),
    ])
  })

  test('seconds never make a window wider than it is', () => {
    const said = (from: string, to: string) => say(en, 'do.window', { window: `${from}/${to}` })
    expect(said('2026-11-25T10:02:33+08:00', '2026-11-25T19:59:59+08:00')).toBe(
      'When: between 10:03 and 19:59 on Wednesday 25 November.',
    )
    expect(said('2026-11-25T23:59:30-03:00', '2026-11-26T09:00:00-03:00')).toBe(
      'When: between 00:00 and 09:00 on Thursday 26 November.',
    )
    // Shorter than a minute: nothing better can be said than the minute itself.
    expect(said('2026-11-25T19:59:30+08:00', '2026-11-25T20:00:00+08:00')).toBe(
      'When: between 19:59 and 20:00 on Wednesday 25 November.',
    )
  })
})

test('a value with no word takes the sentence that needs none, or is left out', () => {
  expect(say(en, 'relief.ownPause', { kind: 'constructor' })).toBe(
    'The lender may grant it without an application.',
  )
  expect(say(zhCN, 'relief.ownPause', { kind: 'constructor' })).toBe('可以主动给予，不必等借款人提出。')
  expect(say(en, 'hardship.known', { kind: 'constructor' })).toBe('')
  expect(say(en, 'history.unknown', { feature: 'constructor' })).toBe('Not known: “constructor”.')
})
