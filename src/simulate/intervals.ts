import { mean, sampleStandardDeviation } from 'simple-statistics'

/** The mean over seeds and where, at 95 %, it would come out over many. */
export interface Interval {
  readonly mean: number
  readonly low: number
  readonly high: number
}

/** Two-sided 95 % points of Student's t by degrees of freedom, from 1; R: `qt(0.975, df)`. */
const STUDENT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]

/** Of figures over seeds; of one alone both ends are the figure itself. */
export function intervalOf(values: readonly number[]): Interval {
  const middle = mean(values as number[])
  if (values.length < 2) return { mean: middle, low: middle, high: middle }
  const t = STUDENT[Math.min(values.length - 2, STUDENT.length - 1)] as number
  const half = (t * sampleStandardDeviation(values as number[])) / Math.sqrt(values.length)
  return { mean: middle, low: middle - half, high: middle + half }
}
