import { afterAll, expect, test } from 'vitest'
import { monitor } from '../../src/entry/train.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { portfolioRows } from '../train/exportedRows.ts'
import { arrears, testFolder } from './trainingFiles.ts'

const folder = testFolder()
afterAll(folder.remove)
const rows = portfolioRows()
const file = (name: string, from: number, to: number) =>
  folder.write(
    name,
    rows
      .slice(from, to)
      .map((row) => JSON.stringify(row.case))
      .join('\n'),
  )
const casesOf = (from: number, to: number) =>
  rows.slice(from, to).map(({ case: record, asOf }) => ({ case: record, asOf }))
const outcomesFile = (name: string, from: number, to: number) =>
  folder.write(
    name,
    ['id,bad', ...rows.slice(from, to).map((row) => `${(row.case as BorrowerCase).id},${row.bad}`)].join(
      '\n',
    ),
  )
const [model, base, now] = [
  folder.write('model.json', JSON.stringify(DEFAULT_MODEL)),
  file('base.ndjson', 0, 80),
  file('now.ndjson', 80, 160),
] as const
const RECORD = ['--as-of', 'record']

test('prints the library’s report; 0 when stable, 4 when a threshold is reached', async () => {
  const same = await arrears('monitor', model, base, base, ...RECORD)
  expect([same.status, same.err, JSON.parse(same.out).verdict]).toEqual([0, '', 'stable'])
  const strict = await arrears(
    'monitor',
    model,
    base,
    now,
    ...RECORD,
    '--watch',
    '0.000001',
    '--model',
    model,
  )
  expect([strict.status, strict.err]).toEqual([4, ''])
  const thresholds = { watch: 0.000001 }
  expect(JSON.parse(strict.out)).toEqual(
    monitor(DEFAULT_MODEL, casesOf(0, 80), casesOf(80, 160), { thresholds }),
  )
})

test('with outcomes it judges calibration', async () => {
  const outcomes = [
    '--outcomes',
    outcomesFile('now.csv', 80, 160),
    '--base-outcomes',
    outcomesFile('base.csv', 0, 80),
  ]
  const { status, out, err } = await arrears(
    'monitor',
    model,
    base,
    now,
    ...RECORD,
    ...outcomes,
    '--act-error',
    '0.9',
  )
  expect(err).toBe('')
  const calibrationThresholds = { act: 0.9 }
  const report = monitor(DEFAULT_MODEL, rows.slice(0, 80), rows.slice(80, 160), { calibrationThresholds })
  expect(JSON.parse(out)).toEqual(report)
  expect(report.calibration).toMatchObject({ thresholds: { watch: 0.02, act: 0.9 }, now: { rows: 80 } })
  expect(status).toBe(report.verdict === 'stable' ? 0 : 4)
})

test.each([
  ['both from standard input', [model, '-', '-'], /only one of the two/],
  [
    'a case twice',
    [
      model,
      folder.write('twice.ndjson', `${JSON.stringify(rows[0]!.case)}\n${JSON.stringify(rows[0]!.case)}\n`),
      now,
    ],
    /twice\.ndjson line 2: an id that stands already, in line 1/,
  ],
  [
    'an outcome of another borrower',
    [model, base, now, '--base-outcomes', outcomesFile('other.csv', 0, 81)],
    /--base-outcomes \S+other\.csv line 82: no case has this id/,
  ],
  [
    'an outcome lacking',
    [model, base, now, '--outcomes', outcomesFile('short.csv', 80, 159)],
    /now\.ndjson line 80: --outcomes \S+short\.csv says nothing of this id/,
  ],
  ['thresholds the wrong way round', [model, base, now, '--watch', '0.5'], /act not below it/],
])('%s: one line, status 2', async (_, args, expected) => {
  const given = await arrears('monitor', ...args, ...RECORD)
  expect([given.status, given.out]).toEqual([2, ''])
  expect(given.err).toMatch(/^arrears: [^\n]+\n$/)
  expect(given.err).toMatch(expected)
})
