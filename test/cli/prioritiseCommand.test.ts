import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { call, callers, capacity, row } from '../portfolio/given.ts'
import { fakeHost } from './fakeHost.ts'
import { terminalAfter } from './terminal.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-prioritise-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

async function prioritise(lines: readonly unknown[], given: unknown, ...args: string[]) {
  writeFileSync(at('capacity.json'), JSON.stringify(given))
  const host = fakeHost(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`))
  const status = await run(['prioritise', '-', '--capacity', at('capacity.json'), ...args], host)
  return { status, ...host.written }
}

test('items on standard output, the summary on standard error', async () => {
  const rows = [row('x', [call(100)]), row('y', [call(300)])]
  const { status, out, err } = await prioritise(rows, capacity([callers(10)]))
  expect([status, JSON.parse(out)]).toEqual([
    0,
    {
      pool: 'callers',
      area: 'a',
      id: 'y',
      rank: 1,
      perUnit: 30,
      alternative: JSON.parse(JSON.stringify(rows[1]?.alternatives[0])),
      because: [{ code: 'choice.kept', about: 'action', params: {}, evidence: [] }],
    },
  ])
  expect(JSON.parse(err)).toMatchObject({
    read: 2,
    placed: 1,
    left: 1,
    rejected: 0,
    value: 300,
    gap: 0,
    rules: { oldestFirst: 100 },
  })
})

test('a file for each worklist and one for those left; bad lines end with 3', async () => {
  const rows = [row('x', [call(100)], { area: '../b' }), 'no json', row('x', []), { id: 'z' }, row('y', [])]
  const { status, out, err } = await prioritise(rows, capacity([callers(10)]), '--out', at('lists'))
  expect([status, out]).toEqual([3, ''])
  expect(readdirSync(at('lists')).sort()).toEqual(['001-callers-___b.ndjson', 'left.ndjson'])
  expect(JSON.parse(readFileSync(at('lists/left.ndjson'), 'utf8'))).toMatchObject({ id: 'y' })
  const told = err
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(told.slice(0, -1).map(({ line, issues }) => [line, issues[0].code])).toEqual([
    [2, 'json.invalid'],
    [3, 'id.duplicate'],
    [4, 'type.wrong'],
  ])
})

test('on a terminal the summary is one screen', async () => {
  const rows = [row('x', [call(100)]), row('y', [call(300)]), 'no json', row('w', [])]
  const money = callers(700, { id: 'travel', unit: 'money' })
  writeFileSync(at('capacity.json'), JSON.stringify(capacity([callers(10), money])))
  const host = fakeHost(
    rows.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`),
    true,
  )
  const args = ['prioritise', '-', '--capacity', at('capacity.json'), '--out', at('lists')]
  expect(await run(args, host)).toBe(3)
  const [reject, ...screen] = terminalAfter(host.written.err)
  expect(reject).toMatch(/^\{"line":3.*json\.invalid/)
  // The other call would bring 100 for ten more minutes; 600 of the 700 for travel are taken.
  expect(screen).toEqual([
    'Borrowers placed: 1, worklists: 1, accounts left: 2, lines rejected: 1',
    '',
    'pool     worklists  borrowers      used        of               one more brings',
    'callers          1          1        10        10  100.0 %  0.1000 CNY a minute',
    'travel           0          0  6.00 CNY  7.00 CNY   85.7 %     0.0000 CNY a CNY',
    '',
    'this plan brings             3.00 CNY     100.0 %',
    'no plan can bring more than  3.00 CNY  gap 0.00 %',
    'largest balance first        1.00 CNY      33.3 %',
    'oldest first                 1.00 CNY      33.3 %',
    'lowest score first           1.00 CNY      33.3 %',
    '',
    'Rejected',
    'json.invalid  1',
    '',
  ])
})

test('floors that the pools do not reach are told', async () => {
  const rows = [row('x', [call(100)]), row('y', [call(300)]), row('old', [call(9)], { daysPastDue: 99 })]
  const given = capacity([callers(10)], { floors: { bucket: 0.5 } })
  writeFileSync(at('capacity.json'), JSON.stringify(given))
  const host = fakeHost(
    rows.map((one) => `${JSON.stringify(one)}\n`),
    true,
  )
  await run(['prioritise', '-', '--capacity', at('capacity.json')], host)
  expect(terminalAfter(host.written.err).slice(-4)).toEqual([
    '',
    'floors not reached  served  of',
    'bucket 1-30              0   1',
    '',
  ])
})

test.each([
  ['a capacity that is none', [], { pools: [] }, /--capacity .*: Expected/],
  [
    'mixed currencies',
    [row('x', [], { currency: 'JPY' })],
    capacity([]),
    /line 1 is in JPY, the capacity in CNY/,
  ],
])('%s ends with 2 and one line', async (_, rows, given, expected) => {
  const { status, out, err } = await prioritise(rows, given)
  expect([status, out]).toEqual([2, ''])
  expect(err).toMatch(expected)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
})
