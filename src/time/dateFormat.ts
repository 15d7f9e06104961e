/** Formats of days and times as others write them: `DD/MM/YYYY HH:mm`, `dd-MMM-yy`, `yyyy年M月d日`. */

type DatePart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'
type Sign = readonly [part: DatePart, digits: 'fixed' | 'oneOrTwo' | 'name']

/** The part of a date each sign of date-fns stands for, and how it is written. */
const SIGNS: Readonly<Record<string, Sign>> = {
  yyyy: ['year', 'fixed'],
  yy: ['year', 'fixed'],
  MMMM: ['month', 'name'],
  MMM: ['month', 'name'],
  MM: ['month', 'fixed'],
  M: ['month', 'oneOrTwo'],
  dd: ['day', 'fixed'],
  d: ['day', 'oneOrTwo'],
  HH: ['hour', 'fixed'],
  H: ['hour', 'oneOrTwo'],
  mm: ['minute', 'fixed'],
  ss: ['second', 'fixed'],
}

/** Signs of spreadsheets and databases, and those of date-fns for them. */
const CAPITALS: Readonly<Record<string, string>> = { YYYY: 'yyyy', YY: 'yy', DD: 'dd', D: 'd' }

/** A way to write a day, or a day and a time, in the signs of date-fns. */
export interface DateFormat {
  readonly timed: boolean
  /** One after the other: a sign, or a text that stands for itself. */
  readonly pieces: readonly { readonly sign?: string; readonly text: string }[]
}

/**
 * A format of the parts year, month, day and, for times, hour, minute and maybe second, each once. Two ways to write it:
 * with capitals, YYYY MM DD, where everything else stands for itself; or as date-fns has it, yyyy MM dd, where letters
 * that are no signs stand in quotes ('de', '' for a quote). D, d, M and H are one digit or two; MMM and MMMM are English
 * names. Undefined for one without a day, or with half a time, or whose digits could not be told apart.
 *
 * @example
 * dateFormat('D/M/YYYY HH:mm')?.timed // => true
 * dateFormat('yyyy-MM') // => undefined: it names no day
 */
export function dateFormat(format: string): DateFormat | undefined {
  const pieces = format.includes('YY') ? capitalPieces(format) : datefnsPieces(format)
  const signs = pieces?.map(({ sign }) => (sign === undefined ? undefined : (SIGNS[sign] as Sign)))
  if (pieces === undefined || signs === undefined) return undefined
  const together = signs.some((sign, i) => {
    const next = signs[i + 1]
    if (sign === undefined || next === undefined) return false
    const [one, other] = [sign[1], next[1]]
    return one === other ? one !== 'fixed' : one !== 'name' && other !== 'name'
  })
  const count = (part: DatePart) => signs.filter((sign) => sign?.[0] === part).length
  const times = count('hour')
  if (together || count('year') !== 1 || count('month') !== 1 || count('day') !== 1) return undefined
  if (times > 1 || count('minute') !== times || count('second') > times) return undefined
  return { timed: times === 1, pieces }
}

type Pieces = DateFormat['pieces']

const capitalPieces = (format: string): Pieces =>
  Array.from(format.matchAll(/YYYY|YY|M{3,4}|MM?|DD?|HH?|mm|ss|./gsu), ([text]) => {
    const sign = CAPITALS[text] ?? text
    return Object.hasOwn(SIGNS, sign) && !/^[dy]/.test(text) ? { sign, text } : { text }
  })

/** Undefined where a letter is neither a sign nor quoted, or a quote is not closed. */
function datefnsPieces(format: string): Pieces | undefined {
  const pieces: Pieces[number][] = []
  for (const [text] of format.matchAll(/''|'(?:''|[^'])+'|([A-Za-z])\1*|./gsu)) {
    if (Object.hasOwn(SIGNS, text)) pieces.push({ sign: text, text })
    else if (text === "''") pieces.push({ text: "'" })
    else if (text.length > 1 && text.startsWith("'"))
      pieces.push({ text: text.slice(1, -1).replaceAll("''", "'") })
    else if (/^[A-Za-z']/.test(text)) return undefined
    else pieces.push({ text })
  }
  return pieces
}
