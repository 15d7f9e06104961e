import { PGlite } from '@electric-sql/pglite'
import type { Model } from '../src/input/model.ts'
import { toSql } from '../src/train/export/toSql.ts'
import type { Exported } from '../test/train/exportedRows.ts'
import { tableOf } from '../test/train/sqlRows.ts'
import { checkEngine } from './checkEngine.ts'

/**
 * `npm run check:postgres`: runs the exported SQL in PostgreSQL, whose own parser and executor PGlite is,
 * compiled to WebAssembly; no server, nothing to set up. Its start takes some seconds, too many for a test.
 */
const TABLE = '"group"."table"'

const database = await PGlite.create()
await database.exec('CREATE SCHEMA "group"')
const { rows } = await database.query<{ version: string }>('SELECT version()')
console.log(rows[0]?.version.split(' on ')[0])
await checkEngine(differing)
await database.close()

async function differing(model: Model, rows: readonly Exported[]): Promise<number> {
  for (const statement of tableOf(TABLE, rows)) await database.exec(statement)
  const sql = `SELECT * FROM (${toSql(model, { table: 'group.table' })}) AS "all" ORDER BY "order"`
  const { rows: told } = await database.query<{ points: number; probability: number }>(sql)
  await database.exec(`DROP TABLE ${TABLE}`)
  const wrong = rows.filter(({ score }, i) => {
    const { points, probability } = told[i] ?? {}
    return points !== score.points || probability !== score.probability
  })
  if (told.length !== rows.length) throw new Error(`${told.length} rows came back of ${rows.length}`)
  if (wrong.length > 0) console.log(JSON.stringify({ told: told[rows.indexOf(wrong[0]!)], wrong: wrong[0] }))
  return wrong.length
}
