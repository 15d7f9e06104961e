/**
 * How many times as often the laws are tried: 1 in the ordinary tests, a third in each of the three further time
 * zones of `npm test`, 20 in `npm run laws`.
 */
const times = Number(process.env.LAW_TIMES ?? 1)

/** Runs of one property. */
export const runs = (numRuns: number): { numRuns: number } => ({ numRuns: Math.ceil(numRuns * times) })
