import { cellTotals, type ScoreCells } from './scoreCells.ts'

/** A tenth of the rows, the riskiest first. */
export interface LiftBand {
  /** Share of all rows in this band and those before. */
  readonly upTo: number
  readonly badRate: number
  /** Mean probability of the bad event that was given. */
  readonly expected: number
  /** Bad rate over that of all rows. */
  readonly lift: number
  /** Share of all bads in this band and those before. */
  readonly captured: number
}

/**
 * Bands of equally many rows from the lowest score up. Rows of one score that straddle two bands are dealt out in
 * proportion, as if in random order, so that the order of rows changes nothing.
 */
export function liftTable(cells: ScoreCells, bands = 10): LiftBand[] {
  const totals = cellTotals(cells)
  const size = (totals.good + totals.bad) / bands
  const table: LiftBand[] = []
  let bads = 0
  let expected = 0
  let room = size
  let captured = 0
  const close = () => {
    captured += bads
    table.push({
      upTo: (table.length + 1) / bands,
      badRate: bads / size,
      expected: expected / size,
      lift: bads / size / (totals.bad / (totals.good + totals.bad)),
      captured: captured / totals.bad,
    })
    bads = 0
    expected = 0
    room = size
  }
  for (let cell = 0; cell < cells.points.length; cell++) {
    const bad = cells.bad[cell] as number
    const count = bad + (cells.good[cell] as number)
    for (let left = count; left > 0; ) {
      // What sums of fractions leave over belongs to the last band.
      const taken = table.length === bands - 1 ? left : Math.min(left, room)
      bads += (bad * taken) / count
      expected += (1 - (cells.probability[cell] as number)) * taken
      left -= taken
      room -= taken
      if (table.length < bands - 1 && room <= size * 1e-9) close()
    }
  }
  close()
  return table
}
