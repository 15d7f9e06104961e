/** Reads days and times in digits by a pattern alone, without any library: the witness of `writtenDate`. */

/** The part of a date each sign stands for, and how many digits of it. */
const SIGNS = {
  YYYY: ['year', '{4}'],
  YY: ['year', '{2}'],
  MM: ['month', '{2}'],
  M: ['month', '{1,2}'],
  DD: ['day', '{2}'],
  D: ['day', '{1,2}'],
  HH: ['hour', '{2}'],
  H: ['hour', '{1,2}'],
  mm: ['minute', '{2}'],
  ss: ['second', '{2}'],
} as const
type Sign = keyof typeof SIGNS
type Part = (typeof SIGNS)[Sign][0]

/** `YYYY-MM-DD`, of a time `YYYY-MM-DDTHH:mm:ss`; undefined where the text is not written so. Days need not exist. */
export function naiveDate(format: string): ((text: string) => string | undefined) | undefined {
  const found: Part[] = []
  let before: string | undefined
  let together = false
  const pattern = format.replace(/YYYY|YY|MM?|DD?|HH?|mm|ss|./gsu, (token) => {
    const [part, digits] = Object.hasOwn(SIGNS, token) ? SIGNS[token as Sign] : []
    if (before !== undefined && digits !== undefined) together ||= [before, digits].includes('{1,2}')
    before = digits
    if (part === undefined) return token.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
    found.push(part)
    return `(\\d${digits})`
  })
  const count = (part: Part) => found.filter((one) => one === part).length
  const times = count('hour')
  if (together || count('year') !== 1 || count('month') !== 1 || count('day') !== 1) return undefined
  if (times > 1 || count('minute') !== times || count('second') > times) return undefined
  const shape = new RegExp(`^${pattern}$`, 'u')
  const read = (text: string): string | undefined => {
    const match = shape.exec(text)
    if (match === null) return undefined
    const part = (name: Part) => (match[found.indexOf(name) + 1] ?? '').padStart(2, '0')
    const day = `${fullYear(part('year'))}-${part('month')}-${part('day')}`
    if (times === 0) return day
    return `${day}T${part('hour')}:${part('minute')}:${count('second') === 0 ? '00' : part('second')}`
  }
  return read
}

const fullYear = (year: string): string =>
  year.length === 4 ? year : `${Number(year) < 69 ? '20' : '19'}${year}`
