/** Days and times as others write them: `DD/MM/YYYY HH:mm`, digits only, no names of months. */

const PARTS = { YYYY: 4, MM: 2, DD: 2, HH: 2, mm: 2, ss: 2 } as const
type Part = keyof typeof PARTS

/** A way to write a day, or a day and a time. */
export interface DateFormat {
  readonly timed: boolean
  /** `YYYY-MM-DD`, of a time `YYYY-MM-DDTHH:mm:ss`; undefined where the text is not written so. Days need not exist. */
  readonly read: (text: string) => string | undefined
}

/**
 * A format of the parts YYYY MM DD and, for times, HH mm and maybe ss, each once; everything else in it stands for
 * itself. Undefined for one without a day, or with half a time.
 *
 * @example
 * dateFormat('DD.MM.YYYY')?.read('24.09.2026') // => '2026-09-24'
 */
export function dateFormat(format: string): DateFormat | undefined {
  const found: Part[] = []
  const pattern = format.replace(/YYYY|MM|DD|HH|mm|ss|./gsu, (token) => {
    if (!Object.hasOwn(PARTS, token)) return token.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
    found.push(token as Part)
    return `(\\d{${PARTS[token as Part]}})`
  })
  const count = (part: Part) => found.filter((one) => one === part).length
  const times = count('HH')
  if (count('YYYY') !== 1 || count('MM') !== 1 || count('DD') !== 1) return undefined
  if (times > 1 || count('mm') !== times || count('ss') > times) return undefined
  const shape = new RegExp(`^${pattern}$`, 'u')
  const read = (text: string): string | undefined => {
    const match = shape.exec(text)
    if (match === null) return undefined
    const part = (name: Part) => (found.includes(name) ? match[found.indexOf(name) + 1] : '00')
    const day = `${part('YYYY')}-${part('MM')}-${part('DD')}`
    return times === 0 ? day : `${day}T${part('HH')}:${part('mm')}:${part('ss')}`
  }
  return { timed: times === 1, read }
}
