import { BUCKETS, type Bucket } from '../kernel/bucket.ts'
import { round6 } from '../kernel/maths.ts'

/** Fewer accounts than this say too little of a bucket. */
const FEWEST = 50

/**
 * The mean probability by bucket: what decisions compare a borrower with (`model.base`). A bucket of fewer than 50
 * rows has none, and nothing is shifted there.
 */
export function bucketBase(probabilities: Float64Array, bucket: Uint8Array): Partial<Record<Bucket, number>> {
  const base: Partial<Record<Bucket, number>> = {}
  for (const [place, name] of BUCKETS.entries()) {
    let sum = 0
    let count = 0
    for (let i = 0; i < bucket.length; i++) {
      if (bucket[i] !== place) continue
      sum += probabilities[i] as number
      count++
    }
    if (count >= FEWEST) base[name] = round6(sum / count)
  }
  return base
}
