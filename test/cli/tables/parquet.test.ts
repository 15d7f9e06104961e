import { join } from 'node:path'
import { expect, test } from 'vitest'
import { brief, casesOf, decideTables, folderOf, idsOf, sql } from './decideTables.ts'

const SOUND = `'CNY' AS currency, 'Asia/Shanghai' AS "timeZone", 'single' AS product, 100 AS overdue, 1 AS "daysPastDue"`

test('amounts, days, instants and numbers of Parquet’s own types, to the last digit', async () => {
  const folder = folderOf({
    'mapping.json': JSON.stringify({
      money: 'major',
      tables: {
        accounts: {
          columns: {
            stage: { column: 'written off', words: { true: 'chargedOff', false: 'open' } },
            daysPastDue: 'dpd"; DROP TABLE x --',
          },
        },
      },
    }),
  })
  await sql(
    `COPY (SELECT 17::BIGINT AS id, 'CNY' AS currency, 'Asia/Shanghai' AS "timeZone", 'instalment'::BLOB AS product,
 5200.50::DECIMAL(18,4) AS outstanding, 520.1::DOUBLE AS overdue, 5.0::DOUBLE AS "dpd""; DROP TABLE x --",
 0.1::FLOAT AS "annualRate", DATE '2026-12-20' AS "nextDueDay", TIMESTAMP '2025-03-01 00:00:00' AS opened,
 false AS "written off", 3::UTINYINT AS "remainingInstalments", TIMESTAMPTZ '2026-11-25 02:00:00+00' AS "asOf")
 TO '${join(folder, 'accounts.parquet')}' (FORMAT parquet)`,
    `COPY (SELECT '17 ' AS id, TIMESTAMP '2026-11-20 10:00:00.25' AS at, 'call' AS channel, 'noAnswer' AS outcome)
 TO '${join(folder, 'contacts.parquet')}' (FORMAT parquet)`,
  )
  expect(await casesOf(folder, join(folder, 'mapping.json'))).toEqual([
    {
      id: '17',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      loan: {
        product: 'instalment',
        outstanding: 520050,
        overdue: 52010,
        daysPastDue: 5,
        annualRate: 0.1,
        nextDueDay: '2026-12-20',
        opened: '2025-03-01',
        stage: 'open',
        remainingInstalments: 3,
      },
      contacts: [{ at: '2026-11-20T10:00:00+08:00', channel: 'call', outcome: 'noAnswer' }],
      metadata: { asOf: '2026-11-25T02:00:00+00:00' },
    },
  ])
})

test('rejects name the row of the file; nulls are absent; a sum of doubles that is no amount is refused', async () => {
  const folder = folderOf({ 'mapping.json': '{"money":"major"}' })
  await sql(
    `COPY (SELECT * FROM (VALUES ('a-1', 1.5::DOUBLE, 'x'), (NULL, 1, NULL), ('a-2', 0.1::DOUBLE + 0.2::DOUBLE, NULL), ('a-1', 1, NULL))
 t(id, outstanding, area), (SELECT ${SOUND.replace('100 AS', '1 AS')}))
 TO '${join(folder, 'accounts.parquet')}' (FORMAT parquet)`,
    `COPY (SELECT * FROM (VALUES ('a-1', DATE '2026-11-20'), ('a-1', NULL), ('zz', DATE '2026-11-20')) t(id, due), (SELECT 1 AS amount))
 TO '${join(folder, 'repayments.parquet')}' (FORMAT parquet)`,
  )
  const { rejects } = await decideTables(folder, '--mapping', join(folder, 'mapping.json'))
  expect(rejects.map(brief)).toEqual([
    [2, null, 'field.missing /id accounts.parquet:2'],
    [1, 'a-1', 'field.missing /repayments/0/due repayments.parquet:2'],
    [4, 'a-1', 'id.duplicate /id accounts.parquet:4'],
    [3, 'a-2', 'number.notInteger /loan/outstanding accounts.parquet:3'],
    [3, 'zz', 'row.unmatched /repayments repayments.parquet:3'],
  ])
})

test('a folder of parts, names that look like patterns, cells that would tear a line', async () => {
  const folder = folderOf({ 'accounts/_SUCCESS': '', 'repayments.csv': 'id,due,amount\nb-1,2026-11-20,5\n' })
  const part = (name: string, id: string, area: string) =>
    `COPY (SELECT '${id}' AS id, 500 AS outstanding, ${area} AS area, ${SOUND})
 TO '${join(folder, 'accounts', name).replace("'", "''")}' (FORMAT parquet)`
  await sql(
    part('part[1].parquet', 'b-1', `'north' || chr(10) || chr(31) || 'side'`),
    part('part1.parquet', 'a-1', `'it''s'`),
    part("it's *.parquet", 'c-1', `''`),
  )
  const cases = (await casesOf(folder)) as { id: string; area?: string }[]
  expect(cases.map(({ id, area }) => [id, area])).toEqual([
    ['a-1', "it's"],
    ['b-1', 'north\n\u001fside'],
    ['c-1', undefined],
  ])
  const { out, summary } = await decideTables(folder)
  expect(idsOf(out)).toEqual(['a-1', 'b-1', 'c-1'])
  expect(summary.tables).toEqual({ accounts: 3, repayments: 1 })
})

test('lists and the like are no cells, and a file that is no Parquet is told without what it holds', async () => {
  const folder = folderOf({})
  await sql(
    `COPY (SELECT 'a-1' AS id, [500] AS outstanding, ${SOUND}) TO '${join(folder, 'accounts.parquet')}' (FORMAT parquet)`,
  )
  const nested = await decideTables(folder)
  expect([nested.status, nested.err]).toEqual([
    2,
    'arrears: accounts.parquet: column outstanding is INTEGER[]; expected text, numbers, days or times\n',
  ])
  const torn = await decideTables(folderOf({ 'accounts.parquet': 'secret' }))
  expect(torn.status).toBe(2)
  expect(torn.err).toMatch(/^arrears: accounts\.parquet: no Parquet file that DuckDB can read: .+\n$/)
  expect(torn.err).not.toContain('secret')
})

test('text that is no UTF-8 ends the command with the file, the row and the column, not with what stands there', async () => {
  const folder = folderOf({})
  await sql(
    `COPY (SELECT 'a-1' AS id, 500 AS outstanding, ${SOUND}) TO '${join(folder, 'accounts.parquet')}'`,
    `COPY (SELECT * FROM (VALUES ('a-1', 'dispute', 'x'::BLOB), ('a-2', 'dispute', 'se\\xF1or'::BLOB)) t(id, kind, driver))
 TO '${join(folder, 'circumstances.parquet')}'`,
  )
  const { status, err } = await decideTables(folder)
  expect([status, err]).toEqual([
    2,
    'arrears: circumstances.parquet row 2: column driver: expected UTF-8, but got bytes that are none\n',
  ])
})
