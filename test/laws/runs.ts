/** How many times as often the laws are tried: `npm run laws` sets 20, the ordinary tests 1. */
const times = Number(process.env.LAW_TIMES ?? 1)

/** Runs of one property. */
export const runs = (numRuns: number): { numRuns: number } => ({ numRuns: numRuns * times })
