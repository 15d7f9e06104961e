import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { decideCommand } from '../../src/cli/commands/decideCommand.ts'
import type { DecideOptions } from '../../src/cli/commands/decideRun.ts'
import { createContext } from '../../src/entry/createContext.ts'
import * as library from '../../src/entry/decide.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { minimalCase } from '../helpers/minimalCase.ts'
import { fakeHost } from './fakeHost.ts'
import { terminalAfter } from './terminal.ts'

const AS_OF = '2026-11-25T02:00:00+08:00'
const account = (id: string, changes: Partial<BorrowerCase> = {}) => minimalCase({ ...changes, id })
const line = (value: unknown) => `${JSON.stringify(value)}\n`
/** What the library itself decides, as the command should write it. */
const decided = (records: readonly unknown[], asOf = AS_OF) =>
  [...library.decideAll(records, createContext({ asOf }))].map((one) => {
    if (!one.ok) throw new Error('a good record was refused')
    return line(one.decision)
  })

/** Runs `arrears decide - --as-of …` over these bytes. */
async function run(stdin: readonly (string | Uint8Array)[], options: DecideOptions = {}) {
  const host = fakeHost(stdin)
  const status = await decideCommand('-', { asOf: AS_OF, ...options }, host)
  const err = host.written.err
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text))
  return { status, out: host.written.out, rejects: err.slice(0, -1), summary: err.at(-1), host }
}
type Rejected = { line: number; id: string | null; issues: { code: string; path: string }[] }
const brief = ({ line, id, issues }: Rejected) => [
  line,
  id,
  issues.map(({ code, path }) => `${code} ${path}`.trim()),
]

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-decide-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})
const file = (name: string, text: string | Uint8Array) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test('decisions are byte for byte the library’s, in input order', async () => {
  const records = [account('b-2'), account('b-1', { currency: 'CNY', jurisdiction: 'CN' }), account('b-3')]
  const { status, out, rejects, summary } = await run(records.map(line))
  expect(out).toBe(decided(records).join(''))
  expect(status).toBe(0)
  expect(rejects).toEqual([])
  expect(summary).toMatchObject({ read: 3, decided: 3, rejected: 0, rejects: {}, asOf: AS_OF })
})

test('good and bad lines interleaved: every line number exact, nothing lost, neighbours as if alone', async () => {
  const good = ['g-1', 'g-2', 'g-3', 'g-4', 'g-5', 'g-6'].map((id) => account(id))
  const text = good.map((one) => JSON.stringify(one))
  const overdrawn = account('bad-1')
  const bytes = [
    `\uFEFF${text[0]}\n`, // 1
    '{"id":"cut-1","curr\n', // 2
    `${text[1]}\r\n`, // 3
    '\n', // 4
    ' \t\r\n', // 5
    line({ ...overdrawn, loan: { ...overdrawn.loan, overdue: 600000 }, sex: 'f' }), // 6
    `${text[2]}\n`, // 7
    Buffer.concat([Buffer.from('{"id":"b'), Buffer.from([0xff]), Buffer.from('"}\n')]), // 8
    'x'.repeat(17 * 1024 * 1024), // 9
    '\n',
    `${text[3]}\n`, // 10
    '\0\0\n', // 11
    line(account('g-1')), // 12
    'null\n', // 13
    `${text[4]}\n`, // 14
    line({ ...account('u'), metadata: { note: 'a\u2028b\u2029c' }, id: 'u-1' }), // 15
    line(account('bad-1')), // 16
    `${text[5]}\n`, // 17
    text[5]?.slice(0, -1) ?? '', // 18, cut off
  ]
  const { status, out, rejects, summary } = await run(bytes)
  const separators = { ...account('u-1'), metadata: { note: 'a\u2028b\u2029c' } }
  const survivors = [...good.slice(0, 5), separators, ...good.slice(5)]
  expect(out).toBe(survivors.map((one) => decided([one])[0]).join(''))
  expect(rejects.map(brief)).toEqual([
    [2, null, ['json.invalid']],
    [6, 'bad-1', ['field.unknown /sex', 'money.exceeds /loan/overdue']],
    [8, null, ['encoding.invalid']],
    [9, null, ['line.tooLong']],
    [11, null, ['json.invalid']],
    [12, 'g-1', ['id.duplicate /id']],
    [13, null, ['type.wrong']],
    [16, 'bad-1', ['id.duplicate /id']],
    [18, null, ['json.invalid']],
  ])
  expect(summary).toMatchObject({
    read: 16,
    decided: 7,
    rejected: 9,
    rejects: {
      'encoding.invalid': 1,
      'field.unknown': 1,
      'id.duplicate': 2,
      'json.invalid': 3,
      'line.tooLong': 1,
      'money.exceeds': 1,
      'type.wrong': 1,
    },
  })
  expect(Object.values(summary.actions as Record<string, number>).reduce((sum, count) => sum + count)).toBe(7)
  expect(status).toBe(3)
})

test('where the input is cut into chunks changes nothing', async () => {
  const bytes = Buffer.from(
    `\uFEFF${line(account('a-1'))}{"id"\r\n\r\n${line(account('中-2'))}${line(account('a-1'))}`,
  )
  const whole = await run([bytes])
  for (const size of [1, 7, 64, 1000]) {
    const chunks: Uint8Array[] = []
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
    const { status, out, rejects, summary } = await run(chunks)
    expect({ status, out, rejects, summary }).toEqual({
      status: whole.status,
      out: whole.out,
      rejects: whole.rejects,
      summary: whole.summary,
    })
  }
})

test('duplicates far apart are found, and a rejected line holds its id as well as a decided one', async () => {
  const between = Array.from({ length: 300 }, (_, index) => line({ id: `x-${index}` }))
  const { rejects, summary } = await run([
    line(account('b-1')),
    ...between,
    line(account('b-1')),
    line(account('x-7')),
  ])
  expect(rejects.slice(300).map(brief)).toEqual([
    [302, 'b-1', ['id.duplicate /id']],
    [303, 'x-7', ['id.duplicate /id']],
  ])
  expect(summary).toMatchObject({ read: 303, decided: 1, rejected: 302 })
})

test('lines without an id are not each other’s duplicates', async () => {
  const { rejects } = await run(['{}\n', '{}\n', '{"id":""}\n', '{"id":""}\n'])
  expect(
    rejects.map(({ id, issues }) => [
      id,
      issues.some(({ code }: { code: string }) => code === 'id.duplicate'),
    ]),
  ).toEqual(Array(4).fill([null, false]))
})

test('an empty input is no error', async () => {
  const { status, out, summary } = await run([])
  expect([status, out]).toEqual([0, ''])
  expect(summary).toMatchObject({ read: 0, decided: 0, rejected: 0 })
})

describe('--as-of', () => {
  test('defaults to the start of the command, in whole seconds', async () => {
    const host = fakeHost([line(account('b-1'))])
    expect(await decideCommand('-', {}, host)).toBe(0)
    const start = '2026-11-24T18:00:00+00:00'
    expect(host.written.out).toBe(decided([account('b-1')], start).join(''))
    expect(JSON.parse(host.written.err)).toMatchObject({ asOf: start })
  })

  test('record decides each line as of its own metadata.asOf', async () => {
    const instants = ['2026-11-25T02:00:00+08:00', '2026-06-01T09:00:00Z', '2026-06-01T09:00:00Z']
    const records = instants.map((asOf, index) => account(`b-${index}`, { metadata: { asOf } }))
    const { status, out, summary } = await run(records.map(line), { asOf: 'record' })
    expect(out).toBe(records.map((one, index) => decided([one], instants[index])[0]).join(''))
    expect(summary).toMatchObject({ asOf: 'record' })
    expect(status).toBe(0)
  })

  test('record rejects a line without one, with everything else that is wrong with it', async () => {
    const records = [
      account('b-1'),
      account('b-2', { metadata: {} }),
      account('b-3', { metadata: { asOf: 5 } }),
      account('b-4', { metadata: { asOf: '2026-02-30T00:00:00Z' } }),
      { ...account('b-5'), currency: 'XXX1' },
      { ...account('b-6'), metadata: 3 },
    ]
    const { out, rejects } = await run(records.map(line), { asOf: 'record' })
    expect(out).toBe('')
    expect(rejects.map(brief)).toEqual([
      [1, 'b-1', ['field.missing /metadata/asOf']],
      [2, 'b-2', ['field.missing /metadata/asOf']],
      [3, 'b-3', ['type.wrong /metadata/asOf']],
      [4, 'b-4', ['instant.invalid /metadata/asOf']],
      [5, 'b-5', ['currency.unknown /currency', 'field.missing /metadata/asOf']],
      [6, 'b-6', ['type.wrong /metadata', 'field.missing /metadata/asOf']],
    ])
  })

  test('entries later than it are rejected, or ignored when asked', async () => {
    const later = account('b-1', {
      contacts: [{ at: '2026-11-26T10:00:00Z', channel: 'call', outcome: 'noAnswer' }],
    })
    const strict = await run([line(later)])
    expect(strict.rejects.map(brief)).toEqual([[1, 'b-1', ['time.afterAsOf /contacts/0/at']]])
    const { out } = await run([line(later)], { later: 'ignore' })
    expect(out).toBe(decided([account('b-1')]).join(''))
  })
})

describe('files', () => {
  test('decisions, rejects and summary go where they are told, and nothing is left beside them', async () => {
    const cases = file('cases', `${line(account('b-1'))}{}\n`)
    const host = fakeHost()
    const options = {
      asOf: AS_OF,
      out: join(folder, 'out'),
      rejects: join(folder, 'rejects'),
      summary: join(folder, 'summary'),
    }
    expect(await decideCommand(cases, options, host)).toBe(3)
    expect(host.written).toEqual({ out: '', err: '' })
    expect(readdirSync(folder).sort()).toEqual(['cases', 'out', 'rejects', 'summary'])
    expect(readFileSync(options.out, 'utf8')).toBe(decided([account('b-1')]).join(''))
    expect(JSON.parse(readFileSync(options.rejects, 'utf8'))).toMatchObject({ line: 2, id: null })
    expect(JSON.parse(readFileSync(options.summary, 'utf8'))).toMatchObject({
      read: 2,
      decided: 1,
      rejected: 1,
    })
  })

  test('a defect stops the run, names the line and nothing on it, and puts no output in place', async () => {
    const decideOne = library.decideOne
    vi.spyOn(library, 'decideOne').mockImplementation((record, context) => {
      if ((record as { id: string }).id === 'b-3') throw new TypeError('cannot read b-3 of secret')
      return decideOne(record, context)
    })
    const cases = file('cases', `${line(account('b-1'))}\n${line(account('b-3'))}${line(account('b-4'))}`)
    const options = { asOf: AS_OF, out: file('out', 'old'), rejects: join(folder, 'rejects') }
    const failed = await decideCommand(cases, options, fakeHost()).catch((error: unknown) => error)
    expect(failed).toMatchObject({
      exitStatus: 1,
      message: expect.stringMatching(/^a defect .* line 3: TypeError/),
    })
    expect((failed as Error).message).not.toMatch(/b-3|secret|\n/)
    expect(readdirSync(folder).sort()).toEqual(['cases', 'out'])
    expect(readFileSync(options.out, 'utf8')).toBe('old')
  })

  test('an input that fails half-way puts no output in place', async () => {
    async function* breaking() {
      yield Buffer.from(line(account('b-1')))
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' })
    }
    const host = { ...fakeHost(), stdin: breaking() }
    await expect(decideCommand('-', { asOf: AS_OF, out: join(folder, 'out') }, host)).rejects.toMatchObject({
      exitStatus: 2,
      message: 'cannot read standard input: EIO: i/o error',
    })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('what cannot start', () => {
  test.each([
    ['a file that is not there', () => join(folder, 'none'), {}, /^cannot read .*none: ENOENT/],
    ['a folder without tables', () => folder, {}, /: no table accounts/],
    ['an --as-of without an offset', () => '-', { asOf: '2026-11-25T02:00:00' }, /^--as-of takes an instant/],
    [
      'an --as-of that does not exist',
      () => '-',
      { asOf: '2026-02-30T00:00:00Z' },
      /^--as-of takes an instant/,
    ],
    [
      'a policy that is neither built in nor a file',
      () => '-',
      { policy: 'gentle' },
      /^--policy gentle: ENOENT.*built in: default/,
    ],
    ['a policy that is not JSON', () => '-', { policy: 'package-lock.json/..' }, /^--policy .*/],
    ['a model that is not there', () => '-', { model: 'none.json' }, /^--model none.json: ENOENT/],
    ['a model that is not JSON', () => '-', { model: 'LICENSE' }, /^--model LICENSE: not a JSON file/],
    [
      'a model that is none',
      () => '-',
      { model: 'package.json' },
      /^--model package\.json: model is not valid: /,
    ],
    [
      'a policy that is none',
      () => '-',
      { policy: 'package.json' },
      /^--policy package\.json: policy is not valid: /,
    ],
  ])('%s', async (_, cases, options: DecideOptions, message) => {
    const host = fakeHost()
    const failed = await decideCommand(cases(), { asOf: AS_OF, ...options }, host).catch(
      (error: unknown) => error,
    )
    expect(failed).toMatchObject({ exitStatus: 2, message: expect.stringMatching(message) })
    expect((failed as Error).message).not.toContain('\n')
    expect(host.written).toEqual({ out: '', err: '' })
  })
})

test('a policy file is used', async () => {
  const policy = { id: 'own', version: '2', language: 'zh-CN' }
  const { out } = await run([line(account('b-1'))], {
    policy: file('policy.json', `\uFEFF${JSON.stringify(policy)}`),
  })
  expect(JSON.parse(out)).toMatchObject({
    language: 'zh-CN',
    versions: { policy: expect.stringMatching(/^own@2#sha256:/) },
  })
})

describe('on a terminal', () => {
  const lines = [line(account('b-1')), '{}\n', line(account('b-2'))]
  test.each(['-', 'a file'])('progress is shown and leaves nothing behind: %s', async (source) => {
    const host = fakeHost(lines, true)
    await decideCommand(source === '-' ? '-' : file('cases', lines.join('')), { asOf: AS_OF }, host)
    expect(host.written.err).toMatch(source === '-' ? /\d read \| -\/s/ : /\d% \| \d read \| -\/s \| /)
    expect(terminalAfter(host.written.err)).toEqual([
      expect.stringMatching(/^\{"line":2.*\}$/),
      `Decided: 2, rejected: 1, as of ${AS_OF}, in 0.0 s (-/s)`,
      '',
      'wait           0    0.0 %',
      'reminder       2  100.0 %',
      'hardshipPause  0    0.0 %',
      'restructure    0    0.0 %',
      'call           0    0.0 %',
      'visit          0    0.0 %',
      '',
      'Rejected',
      'field.missing  1',
      '',
    ])
  })
  test('a summary asked for goes into its file as well', async () => {
    const summary = join(folder, 'summary')
    await decideCommand('-', { asOf: AS_OF, summary }, fakeHost(lines, true))
    expect(JSON.parse(readFileSync(summary, 'utf8'))).toMatchObject({ read: 3, decided: 2 })
  })
  test('nothing of it is shown in a pipe', async () => {
    const { host } = await run([line(account('b-1'))])
    expect(host.written.err).not.toContain('\r')
    expect(host.written.err).toMatch(/^\{"read":1.*\}\n$/)
  })
})

describe('slim', () => {
  test('what prioritise needs, under the names and in the nesting of the whole decision', async () => {
    const records = [
      account('s-1', { area: '330203', contactPoints: [{ key: 'n1', channel: 'call' }] }),
      account('s-2', {
        budget: { income: 300000, essentialSpending: 260000, evidence: 'documented', on: '2026-11-01' },
        contacts: [{ at: '2026-11-10T10:00:00+08:00', channel: 'call', party: 'borrower', outcome: 'spoke' }],
      }),
    ]
    const { out } = await run(records.map(line), { slim: true })
    const slim = out
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text))
    const whole = decided(records).map((text) => JSON.parse(text))
    const kept = [
      'kind',
      'status',
      'purpose',
      'channel',
      'to',
      'point',
      'window',
      'value',
      'gain',
      'cost',
      'use',
    ]
    const expected = whole.map((decision) => ({
      ...Object.fromEntries(
        ['id', 'borrower', 'currency', 'area', 'overdue', 'outstanding', 'daysPastDue']
          .filter((key) => key in decision)
          .map((key) => [key, decision[key]]),
      ),
      score: { points: decision.score.points },
      alternatives: decision.alternatives
        .filter(({ status }: { status: string }) => status === 'chosen' || status === 'eligible')
        .map(
          (
            alternative: Record<string, unknown> & {
              because: { code: string }[]
              plan?: { count?: number; instalment?: number }
            },
          ) => ({
            ...Object.fromEntries(
              kept.filter((key) => key in alternative).map((key) => [key, alternative[key]]),
            ),
            ...(alternative.plan?.count === undefined
              ? {}
              : { plan: { instalment: alternative.plan.instalment, count: alternative.plan.count } }),
            because: alternative.because.slice(0, 1).map(({ code }) => ({ code })),
          }),
        ),
    }))
    expect(slim).toEqual(expected)
    expect(slim[1].alternatives[0]).toMatchObject({
      kind: 'restructure',
      plan: { count: expect.any(Number) },
    })
  })
})

test('a file that is written while it is read is refused, and no output is left', async () => {
  const cases = file('cases', line(account('b-1')).repeat(3))
  const write = vi.spyOn(library, 'decideOne').mockImplementation(() => {
    appendFileSync(cases, line(account('b-9')))
    return { ok: false, issues: [] }
  })
  const host = fakeHost()
  const out = join(folder, 'out')
  await expect(decideCommand(cases, { asOf: AS_OF, out }, host)).rejects.toMatchObject({
    exitStatus: 2,
    message: expect.stringMatching(/cases changed while it was read/),
  })
  expect(write).toHaveBeenCalled()
  expect(readdirSync(folder)).toEqual(['cases'])
})
