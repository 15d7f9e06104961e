import { describe, expect, test } from 'vitest'
import type { PlacePhrase } from '../../src/explain/placePhrases.ts'
import type { Language } from '../../src/locale/language.ts'
import { LANGUAGES } from '../../src/locale/languages.ts'
import { registeredLanguage } from '../../src/locale/register.ts'
import { renderPhrase } from '../../src/locale/render.ts'
import type { Params } from '../../src/words/issue.ts'
import { bannedFor, faultsOf } from './laws.ts'
import { SAMPLES } from './samples.ts'

const codes = Object.keys(SAMPLES) as (keyof typeof SAMPLES)[]
const say = (code: string, params: Params, language: Language): string =>
  renderPhrase({ code, params } as PlacePhrase, language, 'CNY')
const languages = LANGUAGES.map((language) => [language.code, language] as const)

test('every language but English, which needs no import, registers itself when it is imported', () => {
  const others = LANGUAGES.filter(({ code }) => code !== 'en')
  expect(others.map(({ code }) => registeredLanguage(code))).toEqual(others)
})

describe.each(languages)('every text in %s', (name, language) => {
  const rendered = codes.flatMap((code) =>
    SAMPLES[code].map((params) => ({ code, text: say(code, params, language) })),
  )

  // To be read: a change of a sentence is a change of this file.
  test('is what was read and approved', async () => {
    const page = rendered.map(({ code, text }) => `${code}\n  ${text}`).join('\n')
    await expect(`${page}\n`).toMatchFileSnapshot(`./texts.${name}.txt`)
  })

  test('is a whole sentence without left-overs', () => {
    expect(
      rendered.flatMap(({ code, text }) => faultsOf(text).map((fault) => `${code}: ${fault}: ${text}`)),
    ).toEqual([])
  })

  test('is whole or left out when figures are missing', () => {
    for (const code of codes) {
      const text = say(code, {}, language)
      if (text !== '') expect([code, text, faultsOf(text)]).toEqual([code, text, []])
    }
  })

  test('says nothing to the borrower that is not for them', () => {
    const found = rendered
      .filter(({ code }) => code.startsWith('you.'))
      .flatMap(({ code, text }) => bannedFor(name, text) ?? [].map(() => code))
    expect(found).toEqual([])
  })

  test('of a code it does not know is nothing', () => {
    expect(say('tomorrow.code', {}, language)).toBe('')
    expect(say('constructor', {}, language)).toBe('')
  })
})

// What the checks themselves are worth.
test.each([
  ['en', 'Your score is low.'],
  ['en', 'You must pay or we go to court.'],
  ['zh-CN', '您的评分较低。'],
  ['zh-CN', '不还款将起诉您。'],
] as const)('a banned word is found: %s %s', (language, text) => {
  expect(bannedFor(language, text)).toBeDefined()
})
test.each(['Paid undefined.', 'Paid {amount}.', 'See history.shareLate.', 'No stop', 'NaN days.'])(
  'a fault is found: %s',
  (text) => {
    expect(faultsOf(text)).not.toEqual([])
  },
)
