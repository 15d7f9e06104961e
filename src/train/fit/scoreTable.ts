import type { Model } from '../../input/model.ts'
import { type ScorecardRow, scorecardOf } from '../../score/scorecard.ts'
import { MISSING_KINDS } from '../../words/missingKind.ts'
import { logOddsOfPoints, probabilityOfPoints } from '../validate/pointsAndProbability.ts'
import type { Column, TrainingTable } from './trainingTable.ts'

/**
 * The points of every row of a table: the same as `scoreCase` gives, case by case. A characteristic the table has no
 * column of counts as missing.
 */
export function pointsOfTable(model: Model, table: TrainingTable): Float64Array {
  const scorecard = scorecardOf(model)
  const points = new Float64Array(table.count).fill(scorecard.basePoints)
  for (const row of scorecard.rows) {
    const column = table.columns.find(({ feature }) => feature === row.feature)
    const binOf = column === undefined ? () => row.missing : binner(row, column)
    for (let i = 0; i < table.count; i++) points[i] = (points[i] as number) + (row.points[binOf(i)] as number)
  }
  return points
}

/** Log odds before calibration, and probabilities as a decision gives them, from points. */
export const logOddsOfTable = (points: Float64Array, { scale }: Model): Float64Array =>
  points.map((of) => logOddsOfPoints(of, scale))
export const probabilitiesOf = (points: Float64Array, model: Model): Float64Array =>
  points.map((of) => probabilityOfPoints(of, model))

function binner(row: ScorecardRow, { kind, values, why, ...column }: Column): (place: number) => number {
  const missing = [row.missing, ...MISSING_KINDS.map((of) => row.kinds?.get(of) ?? row.missing)]
  const missingAt = (i: number): number => missing[why?.[i] ?? 0] as number
  if (kind === 'number')
    return (i) => {
      const value = values[i] as number
      if (!Number.isFinite(value)) return missingAt(i)
      let bin = 0
      while (bin < row.below.length && value >= (row.below[bin] as number)) bin++
      return bin
    }
  const levels = 'levels' in column ? (column.levels as readonly string[]) : []
  const ofLevel = levels.map((level) => row.categories?.get(level) ?? row.missing - 1)
  return (i) => ofLevel[values[i] as number] ?? missingAt(i)
}
