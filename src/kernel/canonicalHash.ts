import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** JSON with the keys of every object in code-unit order, so that equal data gives equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
}

/** SHA-256 of the canonical JSON, in hex: the name of a policy or model by its content. */
export const canonicalHash = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))

/** A number in [0, 1) from a text, evenly spread: the first 48 bits of its SHA-256. Used to assign experiment arms. */
export function hashFraction(text: string): number {
  const bytes = sha256(utf8ToBytes(text))
  let fraction = 0
  for (let i = 5; i >= 0; i--) fraction = (fraction + (bytes[i] as number)) / 256
  return fraction
}
