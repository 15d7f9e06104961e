/**
 * Long lists of numbers, all 0 at first. V8 collects garbage after every 64 MB of ordinary buffers, and going over the
 * records of a million borrowers takes it seconds each time; shared memory it does not count. Where a page may have
 * none, and for short lists, which are soon garbage themselves, they are ordinary.
 */
const LONG_BYTES = 2 * 1024 * 1024

function memory(bytes: number): ArrayBuffer | SharedArrayBuffer {
  const isShared = bytes >= LONG_BYTES && typeof SharedArrayBuffer !== 'undefined'
  return isShared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes)
}

export const float64s = (length: number): Float64Array => new Float64Array(memory(8 * length))
export const uint32s = (length: number): Uint32Array => new Uint32Array(memory(4 * length))
export const int32s = (length: number): Int32Array => new Int32Array(memory(4 * length))
export const uint16s = (length: number): Uint16Array => new Uint16Array(memory(2 * length))
export const uint8s = (length: number): Uint8Array => new Uint8Array(memory(length))

type Numbers = Float64Array | Uint32Array | Uint16Array

/** The list itself, or one half as long again with the same numbers, so that there is room at this place. */
export function withRoom<T extends Numbers>(numbers: T, place: number): T {
  if (place < numbers.length) return numbers
  const bytes = numbers.BYTES_PER_ELEMENT * (Math.ceil(place * 1.5) + 16)
  const longer = new (numbers.constructor as new (buffer: ArrayBufferLike) => T)(memory(bytes))
  longer.set(numbers)
  return longer
}

/** What V8 collects garbage after, and a little more. */
const NOTICED_BYTES = 65 * 1024 * 1024

/**
 * Has the garbage collector look for long lists that are done with. It does not see how much they hold, so an ordinary
 * buffer, never written to and dropped at once, stands for them: else calls one after another would pile up.
 */
export function doneWith(lists: readonly unknown[]): void {
  if (lists.some((list) => ArrayBuffer.isView(list) && list.byteLength >= LONG_BYTES))
    new ArrayBuffer(NOTICED_BYTES)
}
