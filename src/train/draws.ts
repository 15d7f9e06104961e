/** Rows as they are drawn again: each as a number, kin together. */
export interface Draws {
  readonly codes: Int32Array
  /** Where each draw begins among the codes; one more place at the end. */
  readonly starts: Int32Array
}

/**
 * Puts rows of the same kin together and everything in an order of its own, that of the codes, so that neither the
 * order of rows nor the numbers of kin change what is drawn.
 *
 * @example
 * drawsOf([7, 3, 5], [0, 1, 0]) // => { codes: [3, 5, 7], starts: [0, 1, 3] }
 */
export function drawsOf(codes: ArrayLike<number>, kin: ArrayLike<number>): Draws {
  const members = new Map<number, number[]>()
  for (let i = 0; i < codes.length; i++) {
    const known = members.get(kin[i] as number)
    if (known === undefined) members.set(kin[i] as number, [codes[i] as number])
    else known.push(codes[i] as number)
  }
  const draws = [...members.values()]
  for (const draw of draws) if (draw.length > 1) draw.sort((a, b) => a - b)
  draws.sort(byCodes)
  const starts = new Int32Array(draws.length + 1)
  for (const [k, draw] of draws.entries()) starts[k + 1] = (starts[k] as number) + draw.length
  return { codes: Int32Array.from(draws.flat()), starts }
}

function byCodes(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = (a[i] as number) - (b[i] as number)
    if (order !== 0) return order
  }
  return a.length - b.length
}
