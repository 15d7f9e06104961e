/**
 * Delinquency buckets with IFRS 9 semantics: day 30 is still "1-30", day 31 is "more than 30 days". Youngest first;
 * `lastDay` is the last day past due of the bucket.
 */
export const BUCKET_TABLE = {
  '0': { lastDay: 0 },
  '1-30': { lastDay: 30 },
  '31-60': { lastDay: 60 },
  '61-90': { lastDay: 90 },
  '91-180': { lastDay: 180 },
  '181+': { lastDay: Number.POSITIVE_INFINITY },
} as const satisfies Record<string, { readonly lastDay: number }>

export type Bucket = keyof typeof BUCKET_TABLE
/** All buckets, the youngest first. */
export const BUCKETS = Object.keys(BUCKET_TABLE).sort(
  (a, b) => BUCKET_TABLE[a as Bucket].lastDay - BUCKET_TABLE[b as Bucket].lastDay,
) as readonly Bucket[]
/** The bucket of what is not in arrears. */
export const NOT_IN_ARREARS: Bucket = '0'

/** The bucket of a number of days past due. `bucketOf(31)` is '31-60'. */
export function bucketOf(daysPastDue: number): Bucket {
  let index = 0
  while (daysPastDue > BUCKET_TABLE[BUCKETS[index] as Bucket].lastDay) index++
  return BUCKETS[index] as Bucket
}

/** The last day past due of the bucket an age is in, or undefined in the open one. `lastDayOfBucket(62)` is 90. */
export function lastDayOfBucket(daysPastDue: number): number | undefined {
  const { lastDay } = BUCKET_TABLE[bucketOf(daysPastDue)]
  return lastDay === Number.POSITIVE_INFINITY ? undefined : lastDay
}

/** The first day past due of the bucket an age is in. `firstDayOfBucket(62)` is 61. */
export function firstDayOfBucket(daysPastDue: number): number {
  const before = BUCKETS[BUCKETS.indexOf(bucketOf(daysPastDue)) - 1]
  return before === undefined ? 0 : BUCKET_TABLE[before].lastDay + 1
}
