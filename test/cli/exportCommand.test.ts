import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { toPmml, toSql } from '../../src/entry/train.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { arrears, testFolder } from './trainingFiles.ts'

const folder = testFolder()
afterAll(folder.remove)
const model = folder.write('model.json', JSON.stringify(DEFAULT_MODEL))

test('SQL on standard output, PMML into a file', async () => {
  expect(await arrears('export', model, '--to', 'sql', '--table', 'risk.values')).toEqual({
    status: 0,
    out: toSql(DEFAULT_MODEL, { table: 'risk.values' }),
    err: '',
  })
  const out = folder.at('model.pmml')
  expect(await arrears('export', model, '--to', 'pmml', '--out', out)).toEqual({
    status: 0,
    out: '',
    err: '',
  })
  expect(readFileSync(out, 'utf8')).toBe(toPmml(DEFAULT_MODEL))
})

test.each([
  ['a model cut in half', ['half.json', '--to', 'sql'], /half\.json: not a JSON file; is it whole/],
  ['a format that is none', ['model.json', '--to', 'xls'], /Allowed choices are sql, pmml/],
  ['no format', ['model.json'], /required option '--to/],
  ['a table that is none', ['model.json', '--to', 'sql', '--table', 'a..b'], /"table" must be/],
  ['a table in PMML', ['model.json', '--to', 'pmml', '--table', 'a'], /--table is for --to sql only/],
  [
    'over the model itself',
    ['model.json', '--to', 'sql', '--out', model],
    /--out .* is the same file as the model/,
  ],
])('%s: one line, status 2', async (_, [name, ...args], expected) => {
  folder.write('half.json', JSON.stringify(DEFAULT_MODEL).slice(0, 300))
  const given = await arrears('export', folder.at(name!), ...args)
  expect([given.status, given.out]).toEqual([2, ''])
  expect(given.err).toMatch(expected)
})
