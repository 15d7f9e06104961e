import type { BinningTable } from './binningTable.ts'
import { addsByCode, type Design } from './design.ts'

/** What every code of every characteristic adds to the log odds, and what everybody starts from. */
export interface LogOddsTable {
  readonly intercept: number
  /** By characteristic and code. */
  readonly adds: readonly Float64Array[]
}

/**
 * The fit as what each bin adds, measured from the mean over the rows it was fitted on, so that what was never seen,
 * or is too rare to say anything, adds nothing and counts as average. What the means take off goes into the intercept.
 */
export function logOddsTable(
  design: Design,
  coefficients: readonly number[],
  binnings: readonly BinningTable[],
): LogOddsTable {
  let intercept = coefficients[0] as number
  const adds = addsByCode(design, coefficients).map((of, f) => {
    const silent = silentCodes(binnings[f] as BinningTable)
    const counts = new Float64Array(of.length)
    for (const code of design.codes[f] as Uint8Array) counts[code] = (counts[code] as number) + 1
    let sum = 0
    let count = 0
    for (let code = 0; code < of.length; code++) {
      if (silent[code] === true) continue
      sum += (of[code] as number) * (counts[code] as number)
      count += counts[code] as number
    }
    const mean = count === 0 ? 0 : sum / count
    intercept += mean
    return of.map((add, code) => (silent[code] === true ? 0 : add - mean))
  })
  return { intercept, adds }
}

/** Whether a code stands for what is too rare or was never seen. */
const silentCodes = ({ bins, missing }: BinningTable): boolean[] => [
  ...bins.map(({ good, bad }) => good + bad === 0),
  ...missing.map(({ rare }) => rare),
  true,
]
