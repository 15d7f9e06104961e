import { afterAll, expect, test } from 'vitest'
import { monitor } from '../../src/entry/train.ts'
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
    monitor(DEFAULT_MODEL, rows.slice(0, 80), rows.slice(80, 160), { thresholds }),
  )
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
  ['thresholds the wrong way round', [model, base, now, '--watch', '0.5'], /act not below it/],
])('%s: one line, status 2', async (_, args, expected) => {
  const given = await arrears('monitor', ...args, ...RECORD)
  expect([given.status, given.out]).toEqual([2, ''])
  expect(given.err).toMatch(/^arrears: [^\n]+\n$/)
  expect(given.err).toMatch(expected)
})
