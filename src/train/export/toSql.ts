import type { Calibration, Characteristic, Model, Scale } from '../../input/model.ts'
import { logit, sigmoid } from '../../numbers/maths.ts'
import { failure } from '../../words/failure.ts'
import { logOddsOfPoints } from '../validate/pointsAndProbability.ts'
import { type Exportable, exportable, hasCategories, missingKindsOf, reasonColumn } from './exportable.ts'

/** Where the values of characteristics stand. */
export interface SqlOptions {
  /** The table they are read from; a dot parts a schema from its table. Default `features`. */
  readonly table?: string
}

/**
 * A scorecard as one query in standard SQL over a table of values: every column of it, and besides them `points` and
 * `probability` as a decision gives them. The table has one column for each characteristic, of its name: numbers
 * whole or DOUBLE PRECISION, never NaN or infinite; categories text; NULL where there is no value. Where the model
 * tells reasons for a missing number apart, a text column of its name with `_missing` behind gives them, or NULL; of
 * a category its own column does.
 *
 * @throws a Failure: `train.model` for a model that is none, `train.option`.
 * @example
 * toSql(model, { table: 'risk.features' }) // => 'WITH "scored" AS (SELECT "t".*, … FROM "risk"."features" AS "t") …'
 */
export function toSql(model: Model, options: SqlOptions = {}): string {
  const from = tableName(options)
  const ready = exportable(model, ['points', 'probability'])
  const { id, version, event } = ready.model
  const probability = `FLOOR(${calibratedSql(ready)} * 1000000 + 0.5E0) / 1000000E0`
  return [
    `-- ${`${id} ${version}: probability of "${event}"`.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')}`,
    'WITH "scored" AS (',
    `  SELECT "t".*, (${ready.basePoints}`,
    ...ready.model.characteristics.map((one) => `    + ${caseOf(one)}`),
    '  ) AS "points"',
    `  FROM ${from} AS "t"`,
    ')',
    'SELECT "s".*,',
    `  LEAST(GREATEST(${probability}, 0.000001E0), 0.999999E0) AS "probability"`,
    'FROM "scored" AS "s"',
    '',
  ].join('\n')
}

function tableName({ table = 'features', ...others }: SqlOptions): string {
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw failure('train.option', `there is no option "${unknown}"`)
  const parts = typeof table === 'string' ? table.split('.') : []
  if (parts.length === 0 || parts.some((part) => part === '' || part.includes('\0')))
    throw failure('train.option', '"table" must be the name of a table, such as features or risk.features')
  return parts.map(sqlName).join('.')
}

/** The points of one characteristic. */
function caseOf(one: Characteristic): string {
  const name = sqlName(one.feature)
  const column = reasonColumn(one)
  const kinds = missingKindsOf(one).map(([kind, points]) => {
    const missing = hasCategories(one) ? '' : `${name} IS NULL AND `
    return `WHEN ${missing}${sqlName(column ?? '')} = ${sqlText(kind)} THEN ${points}`
  })
  const bins = one.bins.map((bin) => {
    if (bin.in !== undefined) return `WHEN ${name} IN (${bin.in.map(sqlText).join(', ')}) THEN ${bin.points}`
    return bin.below === undefined
      ? `ELSE ${bin.points}`
      : `WHEN ${name} < ${sqlNumber(bin.below)} THEN ${bin.points}`
  })
  return ['CASE', ...kinds, `WHEN ${name} IS NULL THEN ${one.missing.points}`, ...bins, 'END'].join(' ')
}

/** The probability before it is rounded. */
function calibratedSql({ model, offset, perPoint }: Exportable): string {
  // PostgreSQL takes a number with an exponent for an exact decimal: without the cast it reckons slowly, in decimals.
  const logOdds = `${sqlNumber(offset)} + ${sqlNumber(perPoint)} * CAST("s"."points" AS DOUBLE PRECISION)`
  // Some databases end a query whose EXP is too large or too small for a number.
  const p = `1E0 / (1E0 + EXP(GREATEST(LEAST(-(${logOdds}), 700E0), -700E0)))`
  return model.calibration.kind === 'isotonic' ? interpolated(p, model.calibration, model.scale) : `(${p})`
}

/** Linear between the knots, clamped outside; which stretch it is follows from the points, which are whole. */
function interpolated(p: string, { x, y }: Calibration & { kind: 'isotonic' }, scale: Scale): string {
  const stretches = x.flatMap((knot, k) => {
    const from = leastPointsOver(knot, scale)
    if (from === Number.NEGATIVE_INFINITY) return []
    const [y0, y1] = [y[k - 1], y[k] as number]
    const slope = y0 === undefined ? 0 : (y1 - y0) / (knot - (x[k - 1] as number))
    const value =
      slope === 0
        ? sqlNumber(y0 ?? y1)
        : `${sqlNumber(y0 as number)} + ${sqlNumber(slope)} * (${p} - ${sqlNumber(x[k - 1] as number)})`
    return from === Number.POSITIVE_INFINITY
      ? [`ELSE ${value}`]
      : [`WHEN "s"."points" < ${from} THEN ${value}`]
  })
  const open = stretches.some((stretch) => stretch.startsWith('ELSE'))
  const all = [...stretches, ...(open ? [] : [`ELSE ${sqlNumber(y.at(-1) as number)}`])]
  return `CAST(CASE ${all.join(' ')} END AS DOUBLE PRECISION)`
}

/** The least whole points that the scale, before calibration, gives at least this probability. */
function leastPointsOver(probability: number, scale: Scale): number {
  if (probability <= 0) return Number.NEGATIVE_INFINITY
  if (probability >= 1) return Number.POSITIVE_INFINITY
  const { basePoints, baseOdds, pointsToDoubleOdds } = scale
  const near = basePoints + ((logit(probability) - Math.log(baseOdds)) * pointsToDoubleOdds) / Math.LN2
  // Rounding may put the bound on either side of a whole number; the scale itself decides.
  let points = Math.floor(near) - 1
  while (sigmoid(logOddsOfPoints(points, scale)) < probability) points++
  return points
}

/** Writes values as standard SQL, so that no name or category can be taken for an order. */

/** A name in double quotes, a quote inside doubled: reserved words and any characters are names then. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Text in single quotes, a quote inside doubled. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * A number with an exponent: an approximate number in standard SQL, so that it is the very double it is here. A
 * negative one in parentheses, since two minus signs begin a comment.
 *
 * @example
 * sqlNumber(0.34) // => '0.34E0'
 */
export function sqlNumber(value: number): string {
  const [digits, exponent = '0'] = String(Math.abs(value)).split('e')
  const text = `${digits}E${Number(exponent)}`
  return value < 0 ? `(-${text})` : text
}
