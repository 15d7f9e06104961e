/** Delinquency buckets with IFRS 9 semantics: day 30 is still "1-30", day 31 is "more than 30 days". */
export const BUCKETS = ['0', '1-30', '31-60', '61-90', '91-180', '181+'] as const
export type Bucket = (typeof BUCKETS)[number]

/** Last day of each bucket. */
const LAST_DAYS: readonly number[] = [0, 30, 60, 90, 180, Number.POSITIVE_INFINITY]

/** The bucket of a number of days past due. `bucketOf(31)` is '31-60'. */
export function bucketOf(daysPastDue: number): Bucket {
  let index = 0
  while (index < LAST_DAYS.length && daysPastDue > (LAST_DAYS[index] as number)) index++
  return BUCKETS[index] ?? '181+'
}

/** The last day past due of the bucket an age is in, or undefined in the open one. `lastDayOfBucket(62)` is 90. */
export function lastDayOfBucket(daysPastDue: number): number | undefined {
  const last = LAST_DAYS.find((day) => daysPastDue <= day)
  return last === Number.POSITIVE_INFINITY ? undefined : last
}
