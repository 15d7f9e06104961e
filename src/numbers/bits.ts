/** Bits that fit into one whole number and stay positive. */
const MOST_BITS = 31

/**
 * One bit a name, from the lowest on, so that many yes-or-no facts fit into one whole number.
 * `bitsOf(['a', 'b']).b` is 2.
 */
export function bitsOf<const Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  if (names.length > MOST_BITS) throw new RangeError(`at most ${MOST_BITS} bits, not ${names.length}`)
  return Object.fromEntries(names.map((name, place) => [name, 1 << place])) as Record<Name, number>
}
