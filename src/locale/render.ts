import type { PlacePhrase } from '../explain/placePhrases.ts'
import type { Params } from '../words/issue.ts'
import { currencyExponent } from '../words/money.ts'
import type { Language, Text, Wording } from './language.ts'
import { isNextDay, isSameDay, nextMinute, wallDay, wallTime } from './wallClock.ts'

/** A line in words; '' where nothing of it can be said. */
export const renderLine = (line: readonly PlacePhrase[], language: Language, currency: string): string =>
  line
    .map((phrase) => renderPhrase(phrase, language, currency))
    .filter((text) => text !== '')
    .join(language.space)

/** A sentence, or '' for a code this version does not know. */
export function renderPhrase({ code, params }: PlacePhrase, language: Language, currency: string): string {
  if (!Object.hasOwn(language.texts, code)) return ''
  // The figures of a code are what its text asks for: they come from one interface.
  const text = language.texts[code] as Text<Params>
  const template = typeof text === 'function' ? text(params) : text
  for (const one of typeof template === 'string' ? [template] : template) {
    const sentence = fill(one, params, language, currency)
    if (sentence !== undefined) return sentence.charAt(0).toUpperCase() + sentence.slice(1)
  }
  return ''
}

const SLOT = /\{(\w+)(?::(\w+)|\|([^|}]*)\|([^|}]*))?\}/g

/** The template with its slots filled, or undefined where something for one is missing. */
function fill(template: string, params: Params, language: Wording, currency: string): string | undefined {
  let complete = true
  const text = template.replace(SLOT, (_, name: string, format?: string, one?: string, many?: string) => {
    const shown = slot(params[name], format, language, currency)
    if (shown === undefined) complete = false
    const counted = params[name] === 1 ? one : many
    return (counted === undefined ? shown : counted.replace('#', String(shown))) ?? ''
  })
  return complete ? text : undefined
}

type Value = Params[string] | undefined

function slot(
  value: Value,
  format: string | undefined,
  language: Wording,
  currency: string,
): string | undefined {
  if (value === undefined || value === '') return undefined
  if (typeof value === 'number') return numberText(value, format, language, currency)
  const { forms } = language
  const text = String(value)
  switch (format) {
    case undefined:
      return text
    case 'day':
      return forms.day(wallDay(text))
    case 'clock':
      return wallTime(text).clock
    case 'moment':
      return moment(text, language)
    case 'since':
      return moment(nextMinute(text), language)
    case 'span':
      return span(text, language)
    default:
      return words(text, format, language)
  }
}

function numberText(
  value: number,
  format: string | undefined,
  { forms }: Wording,
  currency: string,
): string | undefined {
  switch (format) {
    case undefined:
      return grouped(Math.round(value * 10) / 10)
    case 'money':
      return forms.money(moneyText(value, currency), currency)
    case 'size':
      return forms.money(moneyText(Math.abs(value), currency), currency)
    case 'percent':
      return `${Math.round(value * 1000) / 10}%`
    case 'chance':
      return forms.chance(value)
    default:
      return undefined
  }
}

/** Minor units with the currency's decimals: 104000 CNY is '1,040.00', 5200 JPY '5,200'. */
export function moneyText(minor: number, currency: string): string {
  const exponent = currencyExponent(currency) ?? 2
  const digits = String(Math.abs(Math.round(minor))).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const text = `${groupDigits(whole)}${exponent === 0 ? '' : `.${digits.slice(-exponent)}`}`
  return minor < 0 ? `-${text}` : text
}

/** Thousands parted by commas. `groupDigits('1234567')` is '1,234,567'. */
export const groupDigits = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

function grouped(value: number): string {
  const [whole = '', ...fraction] = String(value).split('.')
  return [groupDigits(whole), ...fraction].join('.')
}

function moment(instant: string, { forms }: Wording): string {
  const { day, clock } = wallTime(instant)
  return forms.moment(day, clock)
}

/** `from/to`, the end not included: what begins within a minute begins with the next, what ends in one ends before it. */
function span(text: string, { forms }: Wording): string {
  const [from = '', to = ''] = text.split('/')
  const later = nextMinute(from)
  const start = wallTime(later < to ? later : from)
  const end = wallTime(to)
  if (isSameDay(start.day, end.day)) return forms.hours(start.day, start.clock, end.clock)
  if (end.clock === '00:00' && isNextDay(start.day, end.day))
    return forms.hours(start.day, start.clock, '24:00')
  return forms.stretch(start.day, start.clock, end.day, end.clock)
}

/**
 * Words of a table for values parted by commas. A feature goes by its name without the number of periods; a lender's
 * own has no word and is quoted.
 */
function words(text: string, table: string, language: Wording): string | undefined {
  const known: Readonly<Record<string, string>> = language.words[table as keyof Wording['words']]
  const shown: string[] = []
  for (const value of text.split(',')) {
    const name = table === 'feature' ? value.replace(/\d+$/, '') : value
    const word = Object.hasOwn(known, name) ? known[name] : table === 'feature' ? `“${value}”` : undefined
    if (word === undefined) return undefined
    // Of two numbers of periods the word is the same.
    if (!shown.includes(word)) shown.push(word)
  }
  return shown.join(language.comma)
}
