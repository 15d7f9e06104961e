import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, test } from 'vitest'
import { toSql, trainScorecard } from '../../src/entry/train.ts'
import type { Model } from '../../src/input/model.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { type Exported, exportedRows, ODD_MODEL, oddRows, portfolioRows } from './exportedRows.ts'
import { tableOf } from './sqlRows.ts'

/** Puts values into a table of DuckDB and runs the query over it. */
async function queried(table: string, rows: readonly Exported[], sql: string) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run('CREATE SCHEMA "group"')
  for (const statement of tableOf(table, rows)) await connection.run(statement)
  const result = await connection.runAndReadAll(`SELECT * FROM (${sql}) ORDER BY "order"`)
  const scored = result.getRowObjectsJS()
  connection.closeSync()
  return scored
}

async function expectEqual(
  model: Model,
  rows: readonly Exported[],
  table = '"features"',
  option = 'features',
) {
  const scored = await queried(table, rows, toSql(model, { table: option }))
  expect(scored).toHaveLength(rows.length)
  expect(scored.map(({ points }) => points)).toEqual(rows.map(({ score }) => score.points))
  expect(scored.map(({ probability }) => probability)).toEqual(rows.map(({ score }) => score.probability))
  return scored
}

describe('run in DuckDB, every row has the points and the probability the library gives', () => {
  const portfolio = portfolioRows()
  test('the built-in model on the synthetic portfolio', async () => {
    await expectEqual(DEFAULT_MODEL, exportedRows(portfolio, DEFAULT_MODEL))
  })
  test.each(['platt', 'isotonic', 'identity'] as const)(
    'a fitted model, calibration %s',
    async (calibration) => {
      const { model } = trainScorecard(portfolio, { calibration, verify: false })
      await expectEqual(model, exportedRows(portfolio, model))
    },
  )
  test('names, quotes, reserved words, reasons for what is missing, a schema', async () => {
    const scored = await expectEqual(
      ODD_MODEL,
      exportedRows(oddRows(), ODD_MODEL),
      '"group"."table"',
      'group.table',
    )
    expect(Object.keys(scored[0]!)).toEqual([
      'order',
      'select',
      'select_missing',
      `o"dd 'name'`,
      'daysPastDue',
      'points',
      'probability',
    ])
  })
  test('probabilities never certain', async () => {
    const steep: Model = {
      ...ODD_MODEL,
      scale: { ...ODD_MODEL.scale, pointsToDoubleOdds: 1 },
      calibration: { kind: 'identity' },
    }
    const rows = exportedRows(oddRows(), steep)
    expect(new Set(rows.map(({ score }) => score.probability)).size).toBeGreaterThan(1)
    await expectEqual(steep, rows, '"features"')
  })
})

test('a table that is none, a model that is none, a name that is taken', () => {
  const fails = (code: string) => expect.objectContaining({ code })
  for (const table of ['', 'a.', 5, null])
    expect(() => toSql(DEFAULT_MODEL, { table } as never)).toThrow(fails('train.option'))
  expect(() => toSql(DEFAULT_MODEL, { tabel: 'x' } as never)).toThrow(fails('train.option'))
  expect(() => toSql({ ...DEFAULT_MODEL, scale: 1 } as never)).toThrow(fails('train.model'))
  expect(() => toSql({ ...DEFAULT_MODEL, characteristics: [] })).toThrow(fails('train.model'))
  const [first, ...rest] = ODD_MODEL.characteristics
  const named = (feature: string) => ({ ...ODD_MODEL, characteristics: [{ ...first!, feature }, ...rest] })
  expect(() => toSql(named('Points'))).toThrow(fails('train.model'))
  expect(() => toSql(named('DAYSPASTDUE'))).toThrow(fails('train.model'))
})
