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

describe('several workers', () => {
  /** Good and bad lines by turns, an id that comes back far away, and more batches than workers may have waiting. */
  function mixedLines(): Buffer {
    const lines: (string | Buffer)[] = ['\uFEFF{"id":"first","curr']
    for (let index = 0; index < 1_500; index++) {
      const record = JSON.stringify(
        minimalCase({ id: `m-${index % 1_250}`, metadata: { 债: 'x'.repeat(500) } }),
      )
      lines.push(index % 7 === 0 ? `${record}\r` : record)
      if (index % 11 === 0) lines.push('', ' \t', record.slice(0, 40))
      if (index % 13 === 0) lines.push(Buffer.from([0x22, 0xff, 0x22]), '\0\0', 'null', '[]')
      if (index === 1_000) lines.push('x'.repeat(17 * 1024 * 1024))
    }
    lines.push(`{"id":"cut-off`)
    return Buffer.concat(
      lines.flatMap((one, index) => [Buffer.from(index === 0 ? '' : '\n'), Buffer.from(one)]),
    )
  }
  test('one, two and three give the same bytes, rejects and summary', async () => {
    writeFileSync(join(folder, 'mixed'), mixedLines())
    const results = []
    for (const workers of ['1', '2', '3']) {
      const at = (name: string) => join(folder, `${name}-${workers}`)
      const outputs = ['--out', at('out'), '--rejects', at('rejects'), '--summary', at('summary')]
      const { status, err } = await ended(
        start('decide', join(folder, 'mixed'), '--as-of', AS_OF, '--workers', workers, ...outputs),
      )
      expect([status, err]).toEqual([3, ''])
      const { seconds, ...summary } = JSON.parse(readFileSync(at('summary'), 'utf8'))
      expect(seconds).toBeGreaterThan(0)
      results.push({ out: readFileSync(at('out')), rejects: readFileSync(at('rejects')), summary })
    }
    const [one, ...more] = results
    expect(one?.summary).toMatchObject({
      decided: 1_250,
      rejects: { 'id.duplicate': 250, 'line.tooLong': 1 },
    })
    for (const other of more) {
      expect(other.summary).toEqual(one?.summary)
      expect(other.out.equals(one?.out as Buffer)).toBe(true)
      expect(other.rejects.equals(one?.rejects as Buffer)).toBe(true)
    }
  })
  test('a policy and each case’s own instant reach them', async () => {
    writeFileSync(join(folder, 'policy.json'), '{"id":"own","version":"2"}')
    const record = minimalCase({ id: 'r-1', metadata: { asOf: AS_OF } })
    const child = start(
      'decide',
      '-',
      '--as-of',
      'record',
      '--policy',
      join(folder, 'policy.json'),
      '--workers',
      '2',
    )
    child.stdin.end(JSON.stringify(record))
    const { status, out } = await ended(child)
    expect(status).toBe(0)
    const library: typeof import('../../src/entry/index.ts') = await import(`${process.cwd()}/dist/index.js`)
    const context = library.createContext({ asOf: AS_OF, policy: { id: 'own', version: '2' } })
    const [own] = library.decideAll([record], context)
    expect(out).toBe(`${JSON.stringify(own?.ok && own.decision)}\n`)
  })
  test('a reader that goes away and a full pipe end them as well', async () => {
    const child = start('decide', join(folder, 'cases'), '--workers', '2')
    const whole = ended(child)
    child.stdout.destroy()
    expect(await whole).toMatchObject({ status: 0, err: '' })
  })
})

describe('what cannot be done: status 2 and one line', () => {
  test.each([
    ['an input that is not there', () => ['decide', join(folder, 'none')], /cannot read .*none: ENOENT/],
    ['an input that is a folder', () => ['decide', folder], /no table accounts/],
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

test.skipIf(process.platform === 'win32')(
  'a disk that fills up: status 2 and one line, no output, and with --resume what was done is not lost',
  async () => {
    const at = (name: string) => join(folder, name)
    const run = (limit: string, ...options: string[]) => {
      const command = [process.execPath, CLI, 'decide', at('cases'), '--as-of', AS_OF, '--out', at('out')]
      const all = [...command, '--rejects', at('rejects'), ...options]
      return ended(spawn('bash', ['-c', `ulimit -f ${limit} && exec "$@"`, 'bash', ...all]))
    }
    const full = { status: 2, err: `arrears: cannot write ${at('out')}: EFBIG: file too large\n` }
    expect(await run('64')).toMatchObject(full)
    expect(readdirSync(folder)).toEqual(['cases'])
    expect(await run('64', '--resume')).toMatchObject(full)
    expect(existsSync(at('out'))).toBe(false)
    expect(await run('unlimited', '--resume')).toMatchObject({ status: 0 })
    expect(readdirSync(folder).sort()).toEqual(['cases', 'out', 'rejects'])
    expect(readFileSync(at('out'), 'utf8').trimEnd().split('\n')).toEqual(await decisions())
  },
)

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
      const { status, out, err } = await whole
      expect([status, out, err]).toEqual([130, '', 'arrears: interrupted: nothing was written\n'])
      expect(readdirSync(folder).sort()).toEqual(['cases', 'out'])
      expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('old')
    },
  )
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10))
}

test.each(['sql', 'pmml'])('the built command exports the built-in scorecard as %s', async (to) => {
  const library: typeof import('../../src/entry/index.ts') = await import(`${process.cwd()}/dist/index.js`)
  writeFileSync(join(folder, 'model.json'), JSON.stringify(library.createContext({ asOf: AS_OF }).model))
  const { status, out, err } = await ended(start('export', join(folder, 'model.json'), '--to', to))
  expect([status, err]).toEqual([0, ''])
  expect(out).toContain('daysPastDue')
})
