/** Writes values as standard SQL, so that no name or category can be taken for an order. */

/** A name in double quotes, a quote inside doubled: reserved words and any characters are names then. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Text in single quotes, a quote inside doubled. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * A number with an exponent: an approximate number in standard SQL, so that it is the very double it is here. A
 * negative one in parentheses, since two minus signs begin a comment.
 *
 * @example
 * sqlNumber(0.34) // => '0.34E0'
 */
export function sqlNumber(value: number): string {
  const [digits, exponent = '0'] = String(Math.abs(value)).split('e')
  const text = `${digits}E${Number(exponent)}`
  return value < 0 ? `(-${text})` : text
}
