import { sha256 } from './sha256.ts'

/** JSON with the keys of every object in code-unit order, so that equal data gives equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

/** SHA-256 of the canonical JSON, in hex: the name of a policy or model by its content. */
export const canonicalHash = (value: unknown): string =>
  sha256(canonicalJson(value))
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('')

/** A number in [0, 1) from a text, evenly spread: the first 48 bits of its SHA-256. Used to assign experiment arms. */
export function hashFraction(text: string): number {
  const [first = 0, second = 0] = sha256(text)
  return (first + (second >>> 16) / 2 ** 16) / 2 ** 32
}
