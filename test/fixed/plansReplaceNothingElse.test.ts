import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'
import type { Capacity } from '../../src/input/capacityFile.ts'
import type { DecisionRow } from '../../src/portfolio/decisionRow.ts'
import { fakeHost } from '../cli/fakeHost.ts'
import { call, callers, capacity, row } from '../portfolio/given.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-plans-'))
  mkdirSync(at('lists'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const ROWS = [row('x', [call(100)]), row('y', [call(300)])]

/** Puts decisions and a capacity in files, plans, and gives the status and what was said. */
async function plan(
  files: { readonly decisions?: string; readonly capacity?: string; readonly day?: string },
  ...options: readonly string[]
): Promise<[number, string]> {
  const given: Capacity = capacity([callers(10)], files.day === undefined ? {} : { day: files.day })
  const [decisions, pools] = [at(files.decisions ?? 'decisions'), at(files.capacity ?? 'capacity')]
  writeFileSync(decisions, ROWS.map((one: DecisionRow) => `${JSON.stringify(one)}\n`).join(''))
  writeFileSync(pools, JSON.stringify(given))
  const host = fakeHost([])
  const status = await run(['prioritise', decisions, '--capacity', pools, ...options], host)
  return [status, host.written.err]
}

test('prices that cannot be written leave the worklists of before', async () => {
  writeFileSync(at('lists/001-callers-a.ndjson'), 'of before')
  const [status] = await plan({}, '--out', at('lists'), '--prices-out', at('missing/prices'))
  expect(status).toBe(2)
  expect(readFileSync(at('lists/001-callers-a.ndjson'), 'utf8')).toBe('of before')
  expect(readdirSync(at('lists'))).toEqual(['001-callers-a.ndjson'])
})

describe('worklists never take the place of', () => {
  test('the decisions', async () => {
    const [status, told] = await plan({ decisions: 'lists/left.ndjson' }, '--out', at('lists'))
    expect([status, told]).toEqual([2, expect.stringContaining('is the same file as the decisions')])
    expect(readFileSync(at('lists/left.ndjson'), 'utf8')).toContain('"borrower":"x"')
  })
  test('the capacity', async () => {
    const [status] = await plan({ capacity: 'lists/001-callers-a.ndjson' }, '--out', at('lists'))
    expect(status).toBe(2)
    expect(readFileSync(at('lists/001-callers-a.ndjson'), 'utf8')).toContain('"pools"')
  })
  test('the prices of the same plan', async () => {
    const [status] = await plan({}, '--out', at('lists'), '--prices-out', at('lists/left.ndjson'))
    expect(status).toBe(2)
    expect(existsSync(at('lists/left.ndjson'))).toBe(false)
  })
})

test('a worklist of another plan in the folder would be called as well: refused', async () => {
  writeFileSync(at('lists/002-callers-b.ndjson'), '')
  const [status, told] = await plan({}, '--out', at('lists'))
  expect([status, told]).toEqual([
    2,
    expect.stringContaining('holds 002-callers-b.ndjson, a worklist of another plan'),
  ])
  expect(readdirSync(at('lists'))).toEqual(['002-callers-b.ndjson'])
})

test.each(['2026-11-20', '2026-12-25'])(
  'a capacity of another day, %s, is no empty plan but an error',
  async (day) => {
    const [status, told] = await plan({ day }, '--out', at('lists'))
    expect([status, told]).toEqual([2, expect.stringContaining(`can be done on ${day}`)])
  },
)

test('on the right day nobody may be placed all the same: pools that are empty are no error', async () => {
  const later = { from: '2026-11-27T09:00:00+08:00', to: '2026-11-27T20:00:00+08:00' }
  const rows = [row('x', [call(100)]), row('y', [{ ...call(300), window: later }])]
  writeFileSync(at('decisions'), rows.map((one) => `${JSON.stringify(one)}\n`).join(''))
  writeFileSync(at('capacity'), JSON.stringify(capacity([callers(0)])))
  const host = fakeHost([])
  expect(await run(['prioritise', at('decisions'), '--capacity', at('capacity')], host)).toBe(0)
  expect(JSON.parse(host.written.err)).toMatchObject({ placed: 0, left: 2 })
})
