import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { failingStream, fakeHost } from './fakeHost.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-sample-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

/** Runs `arrears sample …`. */
async function sample(...args: string[]) {
  const host = fakeHost()
  const status = await run(['sample', ...args], host)
  return { status, ...host.written }
}

test('writes so many records, each with the instant it was made for', async () => {
  const { status, out, err } = await sample('--count', '7', '--seed', '1')
  const records = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect([status, err, records.length]).toEqual([0, '', 7])
  for (const { metadata } of records) expect(metadata.asOf).toBe('2026-01-01T00:00:00Z')
})

test('the first of many are the few, whatever is written beside them', async () => {
  const few = await sample('--count', '10', '--seed', '9', '--truth', at('few'))
  const many = await sample('--count', '450', '--seed', '9', '--truth', at('many'))
  expect(many.out.startsWith(few.out)).toBe(true)
  expect(readFileSync(at('many'), 'utf8').startsWith(readFileSync(at('few'), 'utf8'))).toBe(true)
  expect((await sample('--count', '10', '--seed', '9')).out).toBe(few.out)
  expect((await sample('--count', '10', '--seed', '10')).out).not.toBe(few.out)
})

test('files are in place when whole, and the truth tells of the same borrowers', async () => {
  const args = [
    '--count',
    '30',
    '--seed',
    '3',
    '--jurisdiction',
    'AU',
    '--as-of',
    '2027-03-01T09:00:00+11:00',
  ]
  const { status, out } = await sample(...args, '--out', at('cases'), '--truth', at('truth'))
  expect([status, out, readdirSync(folder).sort()]).toEqual([0, '', ['cases', 'truth']])
  const [cases, truth] = ['cases', 'truth'].map((name) =>
    readFileSync(at(name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  )
  expect(cases?.map(({ id }) => id)).toEqual(truth?.map(({ id }) => id))
  expect(new Set(cases?.map(({ jurisdiction }) => jurisdiction))).toEqual(new Set(['AU']))
  expect(cases?.[0].metadata.asOf).toBe('2027-03-01T09:00:00+11:00')
})

test('what it makes, decide takes', async () => {
  const { out } = await sample('--count', '40', '--seed', '5')
  const host = fakeHost([out])
  expect(await run(['decide', '-', '--as-of', 'record'], host)).toBe(0)
  expect(host.written.out.trimEnd().split('\n')).toHaveLength(40)
})

test('none are none', async () => {
  expect(await sample('--count', '0', '--seed', '5')).toEqual({ status: 0, out: '', err: '' })
})

describe('what it cannot do ends with 2 and one line', () => {
  test.each([
    ['no count', ['--seed', '1'], '--count'],
    ['no seed', ['--count', '1'], '--seed'],
    ['a part of an account', ['--count', '1.5', '--seed', '1'], 'whole number'],
    ['a seed beyond 32 bits', ['--count', '1', '--seed', '4294967296'], 'whole number'],
    ['an instant that is none', ['--count', '1', '--seed', '1', '--as-of', 'tomorrow'], '--as-of'],
    ['days before the calendar', ['--count', '1', '--seed', '1', '--as-of', '1991-01-01T00:00:00Z'], '1995'],
    ['nobody there', ['--count', '1', '--seed', '1', '--jurisdiction', 'cn'], 'US-MA'],
  ])('%s', async (_, args, word) => {
    const { status, out, err } = await sample(...args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(word)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  test('accounts and truth in one file, or in a folder that is not there', async () => {
    const both = await sample('--count', '1', '--seed', '1', '--out', at('one'), '--truth', at('one'))
    expect([both.status, both.err]).toEqual([2, `arrears: --truth ${at('one')} is the same file as --out\n`])
    const nowhere = await sample('--count', '1', '--seed', '1', '--truth', at('no/truth'))
    expect([nowhere.status, nowhere.out]).toEqual([2, ''])
    expect(readdirSync(folder)).toEqual([])
  })
})

test('a reader who has seen enough ends it quietly, and nothing half-made is left', async () => {
  const host = { ...fakeHost(), stdout: failingStream('EPIPE') }
  const status = await run(['sample', '--count', '500', '--seed', '1', '--truth', at('truth')], host)
  expect([status, host.written.err, readdirSync(folder)]).toEqual([0, '', []])
})
