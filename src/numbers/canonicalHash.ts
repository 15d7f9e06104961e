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

/**
 * SHA-256 of a text in UTF-8, as eight words of 32 bits: FIPS 180-4, sections 4.1.2 (functions), 4.2.2 (constants),
 * 5.1.1 (padding), 5.3.3 (beginning) and 6.2.2 (rounds). It names data and draws lots; nothing here is kept secret.
 */
export function sha256(text: string): readonly number[] {
  const blocks = padded(new TextEncoder().encode(text))
  const state = Int32Array.from(BEGINNING)
  for (let at = 0; at < blocks.byteLength; at += 64) takeBlock(blocks, at, state)
  return Array.from(state, (word) => word >>> 0)
}

const PRIMES = primes(64)
/** The first 32 bits of what stands behind the point; far enough from a whole number that any engine finds the same. */
const behindPoint = (root: number): number => ((root % 1) * 2 ** 32) | 0
const BEGINNING: readonly number[] = PRIMES.slice(0, 8).map((prime) => behindPoint(Math.sqrt(prime)))
const ROUNDS: readonly number[] = PRIMES.map((prime) => behindPoint(Math.cbrt(prime)))

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}

/** The bytes, a single 1 bit, zeros, and the number of bits, in whole blocks of 64 bytes. */
function padded(bytes: Uint8Array): DataView {
  const { length } = bytes
  const blocks = new Uint8Array(((length + 72) >> 6) << 6)
  blocks.set(bytes)
  blocks[length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setBigUint64(blocks.length - 8, BigInt(length) * 8n)
  return view
}

const turned = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits))

/** The words of the block at hand; one array for all of them, since none outlives its call. */
const words = new Int32Array(64)
const word = (i: number): number => words[i] as number

function takeBlock(blocks: DataView, at: number, state: Int32Array): void {
  for (let i = 0; i < 16; i++) words[i] = blocks.getInt32(at + 4 * i)
  for (let i = 16; i < 64; i++) {
    const early = word(i - 15)
    const late = word(i - 2)
    const mixedEarly = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const mixedLate = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[i] = word(i - 16) + mixedEarly + word(i - 7) + mixedLate
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const first =
      (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + (ROUNDS[i] as number) + word(i)) | 0
    const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const parts = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i++) state[i] = (state[i] as number) + (parts[i] as number)
}
