import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { trainScorecard } from '../../src/entry/train.ts'
import { cardMarkdown } from '../../src/train/fit/cardMarkdown.ts'
import { AS_OF } from '../train/madeUpRows.ts'
import { arrears, madeUpFiles, testFolder } from './trainingFiles.ts'

const folder = testFolder()
afterAll(folder.remove)

const { rows, cases, outcomes } = madeUpFiles(400)
const files = (lines: readonly string[] = cases, said: readonly string[] = outcomes) => [
  folder.write('cases.ndjson', `${lines.join('\n')}\n`),
  '--outcomes',
  folder.write('outcomes.csv', `${said.join('\n')}\n`),
]
const out = folder.at('model.json')
const asOf = ['--as-of', AS_OF]

test('writes the library’s model and card, and its figures on one line', async () => {
  const card = folder.at('card.md')
  const options = folder.write('options.json', '{"id":"mine","own":{"bureau":"up"}}')
  const given = await arrears(
    'train',
    ...files(),
    ...asOf,
    '--out',
    out,
    '--card',
    card,
    '--options',
    options,
  )
  const trained = trainScorecard(rows, { id: 'mine', own: { bureau: 'up' }, verify: true })
  expect(given.status).toBe(0)
  expect(given.out).toBe('')
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(trained.model)
  expect(readFileSync(card, 'utf8')).toBe(`${cardMarkdown(trained)}\n`)
  expect(JSON.parse(given.err)).toMatchObject({ model: trained.card.name, rows: 400 })
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.partial'))).toEqual([])
})

test('each case as of its own instant gives the same model, and the card as JSON', async () => {
  const own = cases.map((line) => JSON.stringify({ ...JSON.parse(line), metadata: { asOf: AS_OF } }))
  const card = folder.at('card.json')
  expect(
    await arrears('train', ...files(own), '--as-of', 'record', '--out', out, '--card', card),
  ).toMatchObject({
    status: 0,
  })
  // The command asks a second solver, the function only where it is told to.
  const trained = trainScorecard(rows, { verify: true })
  expect(trainScorecard(rows).card.solvers).toBeNull()
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(trained.model)
  expect(JSON.parse(readFileSync(card, 'utf8'))).toEqual(trained.card)
})

test('the second solver can be left out, and options that are no object are refused', async () => {
  const [card, options] = [folder.at('card.json'), folder.at('options.json')]
  const trained = async (text: string) => {
    writeFileSync(options, text)
    return arrears('train', ...files(), ...asOf, '--out', out, '--card', card, '--options', options)
  }
  expect(await trained('{"verify":false}')).toMatchObject({ status: 0 })
  expect(JSON.parse(readFileSync(card, 'utf8')).solvers).toBeNull()
  expect(await trained('{"verify":true}')).toMatchObject({ status: 0 })
  expect(JSON.parse(readFileSync(card, 'utf8')).solvers.rows).toBe(400)
  for (const none of ['null', '[]', '"verify"']) expect((await trained(none)).status).toBe(2)
})

describe('one line that says what to do, status 2, and never a model', () => {
  const replaced = (at: number, line: string, all = cases) => all.map((one, i) => (i === at ? line : one))
  const late = JSON.stringify({
    ...JSON.parse(cases[0]!),
    contacts: [{ at: '2027-01-01T00:00:00Z', channel: 'sms', outcome: 'delivered' }],
  })
  test.each<[string, string[], string[], RegExp]>([
    [
      'a case twice',
      [...cases, cases[6]!],
      outcomes,
      /cases\.ndjson line 401: an id that stands already, in line 7/,
    ],
    ['no JSON', replaced(1, '{"id":'), outcomes, /cases\.ndjson line 2: .*JSON/],
    ['an unknown field', replaced(2, '{"id":"x","nonsense":1}'), outcomes, /cases\.ndjson line 3: /],
    ['later than the instant', replaced(0, late), outcomes, /line 1: \/contacts\/0\/at .*later than asOf/],
    ['no cases', [''], outcomes, /no cases/],
    [
      'an outcome too many',
      cases,
      [...outcomes, 'x,0', 'y,1'],
      /outcomes\.csv line 402: no case has this id \(nor 1 more\)/,
    ],
    [
      'an outcome too few',
      cases,
      outcomes.slice(0, -1),
      /cases\.ndjson line 400: --outcomes .* says nothing of this id/,
    ],
    [
      'an outcome twice',
      cases,
      [...outcomes, outcomes[1]!],
      /outcomes\.csv line 402: an id that stands already, in line 2/,
    ],
    ['a label of 2', cases, replaced(3, 'm-2,2', outcomes), /outcomes\.csv line 4: bad must be 0 .* or 1/],
    ['a label of words', cases, replaced(3, 'm-2,yes', outcomes), /outcomes\.csv line 4: bad must be 0/],
    ['a line cut off', cases, replaced(3, 'm-2', outcomes), /outcomes\.csv line 4: expected 2 cells/],
    ['no names of columns', cases, outcomes.slice(1), /line 1: .*id and bad/],
    [
      'one class only',
      cases,
      ['id,bad', ...outcomes.slice(1).map((line) => line.replace(/,.*/, ',0'))],
      /0 bad; at least 10 of each/,
    ],
  ])('%s', async (_, lines, said, expected) => {
    const never = folder.at('never.json')
    const given = await arrears('train', ...files(lines, said), ...asOf, '--out', never)
    expect([given.status, given.out]).toEqual([2, ''])
    expect(given.err).toMatch(/^arrears: [^\n]+\n$/)
    expect(given.err).toMatch(expected)
    expect(existsSync(never)).toBe(false)
  })

  test.each([
    ['options that are none', ['--options', folder.write('list.json', '[]')], /options must be an object/],
    ['an option that is none', ['--options', folder.write('odd.json', '{"depth":3}')], /no option "depth"/],
    ['options cut off', ['--options', folder.write('half.json', '{"own":')], /not a JSON file/],
    ['no outcomes', ['--outcomes', folder.at('none.csv')], /none\.csv: ENOENT/],
  ])('%s', async (_, more, expected) => {
    const given = await arrears('train', ...files(), ...asOf, '--out', folder.at('never.json'), ...more)
    expect(given.status).toBe(2)
    expect(given.err).toMatch(expected)
    expect(given.err).toMatch(/^arrears: [^\n]+\n$/)
  })

  test('a model over its own cases, or over the card', async () => {
    const [path, ...rest] = files()
    expect(await arrears('train', path!, ...rest, ...asOf, '--out', path!)).toMatchObject({
      status: 2,
      err: expect.stringMatching(/--out .* is the same file as the cases/),
    })
    expect(await arrears('train', path!, ...rest, ...asOf, '--out', out, '--card', out)).toMatchObject({
      status: 2,
    })
  })
})

test('a failed run leaves an older model as it was', async () => {
  const older = folder.write('older.json', 'older')
  await arrears('train', ...files(cases, outcomes.slice(0, -1)), ...asOf, '--out', older)
  expect(readFileSync(older, 'utf8')).toBe('older')
})
