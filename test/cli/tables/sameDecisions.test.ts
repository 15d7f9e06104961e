import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toTables } from '../../../scripts/toTables.ts'
import { runs } from '../../laws/runs.ts'
import { arrears } from '../trainingFiles.ts'
import { casesOf, folderOf } from './decideTables.ts'
import { inOrderOfDates } from './inOrderOfDates.ts'

/** Cases of the portfolio; `npm run proofs` takes all thousand, and does the same with real portfolios. */
const { numRuns: COUNT } = runs(150)

test('the portfolio from CSV and from Parquet, rows in disorder: byte for byte the decisions of its NDJSON', async () => {
  const lines = readFileSync('fixtures/portfolios/synthetic.ndjson', 'utf8').split('\n').filter(Boolean)
  const cases = inOrderOfDates(lines.slice(0, COUNT).map((line) => JSON.parse(line)))
  const folder = folderOf({ 'cases.ndjson': cases.map((one) => `${JSON.stringify(one)}\n`).join('') })
  const options = ['--as-of', 'record', '--summary', join(folder, 'summary')]
  const expected = await arrears('decide', join(folder, 'cases.ndjson'), ...options)
  expect(expected.out.trimEnd().split('\n')).toHaveLength(cases.length)
  for (const format of ['csv', 'parquet'] as const) {
    await toTables(cases, join(folder, format), format)
    expect(await arrears('decide', join(folder, format), ...options)).toEqual(expected)
    if (format === 'csv') expect(await casesOf(join(folder, format))).toEqual(cases)
    const { tables } = JSON.parse(readFileSync(join(folder, 'summary'), 'utf8'))
    expect(tables).toMatchObject({
      accounts: cases.length,
      repayments: cases.reduce((sum, { repayments = [] }) => sum + repayments.length, 0),
    })
  }
}, 60_000)
