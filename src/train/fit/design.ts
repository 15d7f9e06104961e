import { type BinningTable, codesOf, woeByCode } from './binningTable.ts'
import type { Column, TrainingTable } from './trainingTable.ts'

/**
 * What a regression is fitted on: of every characteristic the code of each row's bin, and columns that give a code a
 * number. A million rows of 25 characteristics take 25 MB so, however many columns there are.
 */
export interface Design {
  readonly count: number
  /** 1: the good event came. */
  readonly good: Uint8Array
  /** Of each characteristic the code of every row. */
  readonly codes: readonly Uint8Array[]
  /** Of each characteristic how many codes there are. */
  readonly sizes: readonly number[]
  readonly columns: readonly DesignColumn[]
}

export interface DesignColumn {
  /** Place of the characteristic in `codes`. */
  readonly of: number
  /** What each code counts in this column. */
  readonly values: Float64Array
  /** Whether the coefficient must not fall below 0. */
  readonly bounded: boolean
  /** What the column counts before any coefficient: the part of its own weight that others must not take over. */
  readonly floor: number
}

/**
 * `woe`: one column a characteristic, its weight of evidence; one coefficient scales what the bins say by themselves.
 * `steps`: one column for every step from a bin to the next better one, so that the bins of all characteristics are
 * weighed together; a step at 0 or above keeps the direction. Missing values and categories have a column each of
 * either sign, against the worst bin and the last category.
 */
export type Coding = 'woe' | 'steps'

/** The rows of a table as a design; the binning tables in the order of its columns. */
export function designOf(
  table: TrainingTable,
  binnings: readonly BinningTable[],
  coding: Coding,
  keep: Readonly<Record<string, number>> = {},
): Design {
  return {
    count: table.count,
    good: table.bad.map((bad) => 1 - bad),
    codes: binnings.map((binning, j) => codesOf(table.columns[j] as Column, binning)),
    sizes: binnings.map(({ bins, missing }) => bins.length + missing.length + 1),
    columns: binnings.flatMap((binning, of) =>
      coding === 'woe'
        ? [{ of, values: woeByCode(binning), bounded: true, floor: keep[binning.feature] ?? 0 }]
        : stepColumns(binning, of, keep[binning.feature] ?? 0),
    ),
  }
}

function stepColumns({ bins, missing, direction }: BinningTable, of: number, keep: number): DesignColumn[] {
  const size = bins.length + missing.length + 1
  const column = (bounded: boolean, floor: number, has: (code: number) => boolean): DesignColumn => ({
    of,
    bounded,
    floor,
    values: Float64Array.from({ length: size }, (_, code) => (has(code) ? 1 : 0)),
  })
  const columns: DesignColumn[] = []
  for (let k = 1; k < bins.length; k++)
    columns.push(
      direction === 'none'
        ? column(false, 0, (code) => code === k - 1)
        : column(
            true,
            keep * Math.abs((bins[k]?.woe ?? 0) - (bins[k - 1]?.woe ?? 0)),
            (code) => code < bins.length && (direction === 'up' ? code >= k : code < k),
          ),
    )
  for (const [k, bin] of missing.entries())
    if (!bin.rare) columns.push(column(false, 0, (code) => code === bins.length + k))
  return columns
}

/** What each code of each characteristic adds to the log odds; coefficients of the intercept first, then the columns. */
export function addsByCode({ sizes, columns }: Design, coefficients: readonly number[]): Float64Array[] {
  const adds = sizes.map((size) => new Float64Array(size))
  for (const [j, { of, values, floor }] of columns.entries()) {
    const coefficient = floor + (coefficients[j + 1] as number)
    const to = adds[of] as Float64Array
    if (coefficient !== 0)
      for (let code = 0; code < to.length; code++)
        to[code] = (to[code] as number) + coefficient * (values[code] as number)
  }
  return adds
}

/** Log odds of the good event for every row. */
export function logOddsOf(design: Design, coefficients: readonly number[]): Float64Array {
  const logOdds = new Float64Array(design.count).fill(coefficients[0] as number)
  for (const [f, adds] of addsByCode(design, coefficients).entries()) {
    const codes = design.codes[f] as Uint8Array
    for (let i = 0; i < design.count; i++)
      logOdds[i] = (logOdds[i] as number) + (adds[codes[i] as number] as number)
  }
  return logOdds
}
