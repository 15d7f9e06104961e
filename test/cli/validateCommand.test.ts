import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { trainScorecard, validateScorecard } from '../../src/entry/train.ts'
import { AS_OF } from '../train/madeUpRows.ts'
import { arrears, madeUpFiles, testFolder } from './trainingFiles.ts'

const folder = testFolder()
afterAll(folder.remove)

const { rows, ids, cases, outcomes } = madeUpFiles(400)
const { model, card } = trainScorecard(rows, { verify: false })
const files = [
  folder.write('model.json', JSON.stringify(model)),
  folder.write('cases.ndjson', cases.join('\n')),
  '--outcomes',
  folder.write('outcomes.csv', outcomes.join('\n')),
]
const asOf = ['--as-of', AS_OF]

test('prints the library’s report', async () => {
  const { status, out, err } = await arrears('validate', ...files, ...asOf, '--resamples', '20')
  expect([status, err]).toEqual([0, ''])
  expect(JSON.parse(out)).toEqual(validateScorecard(model, rows, { resamples: 20 }))
})

test('by group, beside another scorecard, into a file', async () => {
  const groups = folder.write(
    'groups.csv',
    ['group,id', ...ids.map((id, i) => `${i % 2 ? 'x' : 'y'},${id}`)].join('\n'),
  )
  const out = folder.at('report.json')
  const more = ['--groups', groups, '--model', files[0]!, '--resamples', '0', '--out', out]
  expect(await arrears('validate', ...files, ...asOf, ...more)).toEqual({ status: 0, out: '', err: '' })
  const report = JSON.parse(readFileSync(out, 'utf8'))
  expect(
    report.groups.groups.map(({ group, rows }: { group: string; rows: number }) => [group, rows]),
  ).toEqual([
    ['x', 200],
    ['y', 200],
  ])
  expect(report.compared).toMatchObject({ model: card.name, all: report.all })
})

describe('one line, status 2', () => {
  const newer = folder.write('newer.json', JSON.stringify({ ...model, layers: [] }))
  const half = folder.write('half.json', JSON.stringify(model).slice(0, 500))
  test.each([
    ['a model cut in half', [half], /half\.json: not a JSON file; is it whole/],
    ['a model of a newer version', [newer], /layers/],
    ['no model', [folder.at('none.json')], /none\.json: ENOENT/],
    ['a group for no case', [], /groups\.csv line 2: no case has this id/],
    ['a wrong option', [files[0]!, '--resamples', 'many'], /"resamples" must be a number/],
  ])('%s', async (_, [path, ...more], expected) => {
    const stray = path === undefined ? ['--groups', folder.write('groups.csv', 'id,group\nz,1\n')] : more
    const given = await arrears('validate', path ?? files[0]!, ...files.slice(1), ...asOf, ...stray)
    expect([given.status, given.out]).toEqual([2, ''])
    expect(given.err).toMatch(/^arrears: [^\n]+\n$/)
    expect(given.err).toMatch(expected)
  })
})
