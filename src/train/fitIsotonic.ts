/**
 * Isotonic regression of the good event on a probability: the non-decreasing map of least squared error, by pooling
 * adjacent violators (Ayer et al. 1955; Zadrozny & Elkan 2002). The knots are the first and last value of every level
 * stretch, so linear interpolation between them passes through every fitted value, as scikit-learn does.
 *
 * @example
 * fitIsotonic(Float64Array.of(0.1, 0.2, 0.3, 0.4), Uint8Array.of(1, 0, 1, 0))
 * // => { x: [0.1, 0.2, 0.3, 0.4], y: [0, 0.5, 0.5, 1] }
 */
export function fitIsotonic(probabilities: Float64Array, bad: Uint8Array): { x: number[]; y: number[] } {
  const places = Uint32Array.from(probabilities, (_, i) => i)
  places.sort((a, b) => (probabilities[a] as number) - (probabilities[b] as number))
  const blocks: { from: number; to: number; good: number; count: number }[] = []
  for (const place of places) {
    const p = probabilities[place] as number
    const good = 1 - (bad[place] as number)
    const last = blocks.at(-1)
    // Equal values are one point before anything is pooled.
    if (last !== undefined && last.from === p && last.to === p) {
      last.good += good
      last.count++
    } else {
      pool(blocks)
      blocks.push({ from: p, to: p, good, count: 1 })
    }
  }
  pool(blocks)
  const x: number[] = []
  const y: number[] = []
  for (const { from, to, good, count } of blocks) {
    x.push(from)
    y.push(good / count)
    if (to > from) {
      x.push(to)
      y.push(good / count)
    }
  }
  return { x, y }
}

/** Merges the last block into the one before as long as it lies no higher. */
function pool(blocks: { from: number; to: number; good: number; count: number }[]): void {
  while (blocks.length > 1) {
    const last = blocks[blocks.length - 1] as (typeof blocks)[number]
    const before = blocks[blocks.length - 2] as (typeof blocks)[number]
    if (before.good * last.count < last.good * before.count) return
    blocks.pop()
    before.to = last.to
    before.good += last.good
    before.count += last.count
  }
}
