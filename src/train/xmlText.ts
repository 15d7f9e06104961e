import { failure } from '../kernel/failure.ts'

/** An XML element, written out: attributes that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Writes an element around others, each on a line of its own, or around a text. */
export function element(
  name: string,
  attributes: Attributes,
  inside: readonly string[] | string = [],
): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  )
  const open = `<${name}${given.join('')}`
  if (typeof inside === 'string') return `${open}>${escaped(inside)}</${name}>`
  if (inside.length === 0) return `${open}/>`
  const indented = inside.flatMap((part) => part.split('\n')).map((line) => ` ${line}`)
  return [`${open}>`, ...indented, `</${name}>`].join('\n')
}

// Every character XML 1.0 cannot carry at all; tab, line feed and carriage return it can, as numbers.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u

/** @throws a Failure `train.model` for a character that XML cannot carry. */
function escaped(text: string): string {
  if (FORBIDDEN.test(text))
    throw failure('train.model', 'a name or category has a character that XML cannot carry; rename it')
  return text
    .replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)
}
