import { int32s, uint8s, uint32s } from '../numbers/numberLists.ts'

/** Places in the order of a number each has, and where numbers that came out alike begin and end. */
export interface ByNumber {
  readonly order: Uint32Array
  /** 1 where a place has the same number as the one before it in `order`: what comes first there is not settled. */
  readonly alike: Uint8Array
}

/** Digits of a radix sort: three of so many bits hold a number of 32. */
const DIGIT_BITS = 11
const DIGITS = 2 ** DIGIT_BITS

/**
 * The places of these numbers in the order of the numbers, the least first, equal ones by place: a radix sort, whose
 * time grows with how many there are and no faster.
 *
 * @example
 * byNumber(Uint32Array.of(7, 3, 7)) // => { order: [1, 0, 2], alike: [0, 0, 1] }
 */
export function byNumber(numbers: Uint32Array): ByNumber {
  const count = numbers.length
  // As signed numbers their bits are the same, and V8 keeps none of them in a box of its own.
  let keys = int32s(count)
  keys.set(numbers)
  let order = uint32s(count)
  for (let place = 0; place < count; place++) order[place] = place
  let otherKeys = int32s(count)
  let otherOrder = uint32s(count)
  const begins = new Uint32Array(DIGITS)
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    if (!countDigits(keys, shift, begins)) continue
    for (let i = 0; i < count; i++) {
      const key = keys[i] as number
      const digit = (key >> shift) & (DIGITS - 1)
      const to = begins[digit] as number
      begins[digit] = to + 1
      otherKeys[to] = key
      otherOrder[to] = order[i] as number
    }
    ;[keys, otherKeys] = [otherKeys, keys]
    ;[order, otherOrder] = [otherOrder, order]
  }
  const alike = uint8s(count)
  for (let i = 1; i < count; i++) if (keys[i] === keys[i - 1]) alike[i] = 1
  return { order, alike }
}

/** Where the keys with each digit begin once they are in its order; false where all have the same one. */
function countDigits(keys: Int32Array, shift: number, begins: Uint32Array): boolean {
  begins.fill(0)
  for (let i = 0; i < keys.length; i++) {
    const digit = ((keys[i] as number) >> shift) & (DIGITS - 1)
    begins[digit] = (begins[digit] as number) + 1
  }
  if (begins[((keys[0] ?? 0) >> shift) & (DIGITS - 1)] === keys.length) return false
  let before = 0
  for (let digit = 0; digit < DIGITS; digit++) {
    const here = begins[digit] as number
    begins[digit] = before
    before += here
  }
  return true
}

/** Puts what came out alike in the order of `compare`, in place. */
export function settle({ order, alike }: ByNumber, compare: (a: number, b: number) => number): void {
  for (let from = 0; from < order.length; ) {
    const to = endOfAlike(alike, from)
    if (to - from > 1) order.subarray(from, to).sort(compare)
    from = to
  }
}

function endOfAlike(alike: Uint8Array, from: number): number {
  let to = from + 1
  while (alike[to] === 1) to++
  return to
}

const written = new DataView(new ArrayBuffer(8))

/** 32 bits that rise with a number: its sign, its exponent and its first 20 binary digits. */
export function leadingBits(number: number): number {
  // Adding 0 makes −0 the 0 it equals.
  written.setFloat64(0, number + 0)
  const bits = written.getUint32(0)
  return bits < 0x80000000 ? bits + 0x80000000 : 0xffffffff - bits
}
