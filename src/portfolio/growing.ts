/** Lists of numbers whose length is not known beforehand, in typed arrays that grow by half when they are full. */

type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array

/** The list itself, or a longer one with the same numbers, with room at this place. */
export function withRoom<T extends Numbers>(numbers: T, place: number): T {
  if (place < numbers.length) return numbers
  const longer = new (numbers.constructor as new (length: number) => T)(Math.ceil(place * 1.5) + 16)
  longer.set(numbers)
  return longer
}
