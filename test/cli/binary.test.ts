import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { minimalCase } from '../helpers/minimalCase.ts'

// The built command, as a user runs it: real streams, signals and exit codes.
vi.setConfig({ testTimeout: 60_000 }) // starting it takes a second or more where many tests run at once
const CLI = 'dist/cli.js'
const AS_OF = '2026-11-25T02:00:00+08:00'

const records = Array.from({ length: 100 }, (_, index) => minimalCase({ id: `b-${index}` }))
const cases = records.map((record) => `${JSON.stringify(record)}\n`).join('')
/** What the built library decides, one line each. */
async function decisions(): Promise<string[]> {
  const library: typeof import('../../src/entry/index.ts') = await import(`${process.cwd()}/dist/index.js`)
  const context = library.createContext({ asOf: AS_OF })
  return [...library.decideAll(records, context)].map((one) => JSON.stringify(one.ok && one.decision))
}

let folder: string
beforeAll(() => {
  if (!existsSync(CLI)) throw new Error('build first: npm run build')
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-binary-'))
  writeFileSync(join(folder, 'cases'), cases)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const start = (...args: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--throw-deprecation', CLI, ...args])

interface Ended {
  status: number | null
  out: string
  err: string
}
function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const text = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    text.out += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    text.err += chunk
  })
  child.stdin.on('error', () => {}) // it may end before it has read everything
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...text })))
}

test('from a file and from standard input: the library’s own decisions, summary on standard error', async () => {
  const fromFile = await ended(start('decide', join(folder, 'cases'), '--as-of', AS_OF))
  const piped = start('decide', '-', '--as-of', AS_OF)
  piped.stdin.end(cases)
  const fromPipe = await ended(piped)
  const expected = await decisions()
  for (const { status, out, err } of [fromFile, fromPipe]) {
    expect(status).toBe(0)
    const lines = out.split('\n')
    expect(lines.findIndex((line, index) => line !== (expected[index] ?? ''))).toBe(-1)
    expect(lines).toHaveLength(expected.length + 1)
    expect(JSON.parse(err)).toMatchObject({ read: 100, decided: 100, rejected: 0, asOf: AS_OF })
  }
  expect(JSON.parse(fromFile.err).timeZones).toMatch(/^20\d\d[a-z]$/)
})

test('some rejected: status 3', async () => {
  const child = start('decide', '-', '--as-of', AS_OF)
  child.stdin.end('{"id"')
  const { status, out, err } = await ended(child)
  expect([status, out]).toEqual([3, ''])
  expect(
    err
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { line: 1, id: null, issues: [{ code: 'json.invalid' }] },
    { read: 1, decided: 0, rejected: 1 },
  ])
})

test('the default instant is the start of the command', async () => {
  const child = start('decide', '-')
  child.stdin.end()
  const before = Math.floor(Date.now() / 1000)
  const { err } = await ended(child)
  const asOf = Date.parse(JSON.parse(err).asOf) / 1000
  expect(asOf).toBeGreaterThanOrEqual(before - 1)
  expect(asOf).toBeLessThanOrEqual(Date.now() / 1000)
})

describe('what cannot be done: status 2 and one line', () => {
  test.each([
    ['an input that is not there', () => ['decide', join(folder, 'none')], /cannot read .*none: ENOENT/],
    ['an input that is a folder', () => ['decide', folder], /it is a folder/],
    [
      'an output in a folder that is not there',
      () => ['decide', join(folder, 'cases'), '--out', join(folder, 'a/b')],
      /cannot write .*b: ENOENT/,
    ],
    ['a bad instant', () => ['decide', join(folder, 'cases'), '--as-of', 'noon'], /--as-of takes an instant/],
    ['an id nobody has', () => ['explain', join(folder, 'cases'), '--id', 'none'], /no case with this id/],
    ['an unknown option', () => ['decide', join(folder, 'cases'), '--quick'], /unknown option/],
  ])('%s', async (_, args, expected) => {
    const { status, out, err } = await ended(start(...args()))
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(expected)
    expect(err.trimEnd()).not.toContain('\n')
  })
})

test.skipIf(!existsSync('/dev/full'))('a full disk: status 2 and one line', async () => {
  const full = openSync('/dev/full', 'w')
  const child = spawn(process.execPath, [CLI, 'decide', join(folder, 'cases')], {
    stdio: ['ignore', full, 'pipe'],
  })
  let err = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    err += chunk
  })
  const status = await new Promise((resolve) => child.on('close', resolve))
  closeSync(full)
  expect(status).toBe(2)
  expect(err).toBe('arrears: cannot write standard output: ENOSPC: no space left on device\n')
})

describe('a reader that has seen enough', () => {
  test.each([
    ['decisions', () => ['decide', join(folder, 'cases'), '--rejects', join(folder, 'rejects')]],
    ['words', () => ['explain', join(folder, 'cases'), '--id', 'b-7']],
    ['help', () => ['decide', '--help']],
  ])('ends the command quietly, status 0: %s', async (_, args) => {
    const child = start(...args())
    const whole = ended(child)
    child.stdout.destroy()
    const { status, err } = await whole
    expect([status, err]).toEqual([0, ''])
    expect(readdirSync(folder)).toEqual(['cases'])
  })

  test('after the first line, and with an input that never ends', async () => {
    const child = start('decide', '-', '--as-of', AS_OF)
    const whole = ended(child)
    child.stdout.once('data', () => child.stdout.destroy())
    const feed = (text: string): void => {
      while (child.stdin.writable && child.stdin.write(text));
      child.stdin.once('drain', () => feed(text))
    }
    // The same cases over and over: decisions first, then rejects for as long as it reads.
    feed(cases)
    const { status } = await whole
    expect(status).toBe(0)
  })
})

describe('interrupted', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s: status 130, the older output stands, nothing is left',
    async (signal) => {
      writeFileSync(join(folder, 'out'), 'old')
      const child = start('decide', '-', '--out', join(folder, 'out'), '--rejects', join(folder, 'rejects'))
      const whole = ended(child)
      child.stdin.write(cases)
      await until(() => readdirSync(folder).filter((name) => name.endsWith('.partial')).length === 2)
      child.kill(signal)
      const { status, out } = await whole
      expect([status, out]).toEqual([130, ''])
      expect(readdirSync(folder).sort()).toEqual(['cases', 'out'])
      expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('old')
    },
  )
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10))
}
