import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { decideCommand } from '../../src/cli/commands/decideCommand.ts'
import type { DecideOptions } from '../../src/cli/commands/decideRun.ts'
import * as library from '../../src/entry/decide.ts'
import { minimalCase } from '../helpers/minimalCase.ts'
import { fakeHost } from './fakeHost.ts'

// Real kills, at many moments and with several workers, are made by scripts/killAndResume.mjs.
const AS_OF = '2026-11-25T02:00:00+08:00'
const LINES = 1_700
/** Where a run is stopped; before it stands a cut. */
const LAST = 'b-1550'

let folder: string
let cases: string
beforeAll(() => {
  const lines: string[] = []
  for (let index = 0; index < LINES; index++) {
    if (index % 400 === 399) lines.push('', `{"id":"bad-${index}"}`)
    // An id that stands already, far away: what is known of ids outlives a kill as well.
    lines.push(JSON.stringify(minimalCase({ id: index === 1_600 ? 'b-7' : `b-${index}` })))
  }
  cases = lines.join('\n')
})
const decideOne = library.decideOne
type Told = Extract<library.Decided, { ok: true }>
/** Decides in a word, so that thousands take no time; `when`: what happens at the last of them. */
function decideQuickly(when: () => void = () => {}) {
  vi.restoreAllMocks()
  return vi.spyOn(library, 'decideOne').mockImplementation((record, context) => {
    const { id } = record as { id: string }
    if (id === LAST) when()
    if (id.startsWith('bad')) return decideOne(record, context)
    const { asOf, versions } = context
    const decision = { id, asOf, versions, action: { kind: 'call' }, score: { points: 1 }, alternatives: [] }
    return { ok: true, decision } as unknown as Told
  })
}
beforeEach(() => {
  decideQuickly()
  folder = mkdtempSync(join(tmpdir(), 'arrears-resume-'))
  writeFileSync(at('cases'), cases)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})
const at = (name: string): string => join(folder, name)

const files = (end = ''): DecideOptions => ({
  out: at(`out${end}`),
  rejects: at(`rejects${end}`),
  summary: at('summary'),
})
const decide = (options: DecideOptions, input = 'cases', host = fakeHost()) =>
  decideCommand(at(input), { asOf: AS_OF, ...options }, host)
const resumed = (options: DecideOptions = {}, input = 'cases') =>
  decide({ ...files(), resume: true, ...options }, input)

/** Takes the results away, and says what they are. */
function taken(end = '') {
  const [out = '', rejects = ''] = ['out', 'rejects'].map((name) =>
    readFileSync(at(`${name}${end}`), 'latin1'),
  )
  const summary = JSON.parse(readFileSync(at('summary'), 'utf8'))
  for (const name of [`out${end}`, `rejects${end}`, 'summary']) rmSync(at(name))
  return { out, rejects, summary }
}
/** What a run left in peace writes; after it nothing but the cases is there. */
async function undisturbed(options: DecideOptions = {}, end = '') {
  await decide({ ...files(end), ...options })
  return taken(end)
}
const aDefect = () => {
  throw new TypeError('a defect')
}
/** Changes a file, and leaves no sign of it in its times. */
function alter(name: string, change: (text: string) => string): void {
  const { atime, mtime } = statSync(at(name))
  const text = readFileSync(at(name), 'latin1')
  expect(change(text)).not.toBe(text)
  writeFileSync(at(name), change(text), 'latin1')
  utimesSync(at(name), atime, mtime)
}
/** Runs until a defect stops it late; what a kill leaves is left. */
async function stoppedLate(options: DecideOptions = {}, input = 'cases'): Promise<void> {
  decideQuickly(aDefect)
  await expect(resumed(options, input)).rejects.toMatchObject({ exitStatus: 1 })
  decideQuickly()
}
const journal = () => JSON.parse(readFileSync(at('.out.journal'), 'utf8').split('\n')[0] as string)

describe('a run with a journal', () => {
  test('writes what one without writes, and leaves nothing else', async () => {
    const expected = await undisturbed()
    expect(expected.summary).toMatchObject({ read: LINES + 4, rejects: { 'id.duplicate': 1 } })
    expect(await resumed()).toBe(3)
    expect(readdirSync(folder).sort()).toEqual(['cases', 'out', 'rejects', 'summary'])
    expect(taken()).toEqual(expected)
  })

  test.each(['', '.gz'])('goes on where it was stopped, output "%s"', async (end) => {
    const expected = await undisturbed({}, end)
    writeFileSync(at('cases.gz'), gzipSync(cases))
    await stoppedLate(files(end), 'cases.gz')
    const names = [`.out${end}.ids`, `.out${end}.journal`, `.out${end}.partial`]
    const left = [...names, `.rejects${end}.partial`, '.summary.partial', 'cases', 'cases.gz']
    expect(readdirSync(folder).sort()).toEqual(left.sort())
    // What was written after the journal was, and did not count.
    appendFileSync(at(`.out${end}.partial`), 'half a li')
    const deciding = decideQuickly()
    expect(await resumed(files(end), 'cases.gz')).toBe(3)
    expect(deciding.mock.calls.length).toBeLessThanOrEqual(LINES - 990)
    expect(readdirSync(folder)).toHaveLength(5)
    const found = taken(end)
    expect(found).toEqual(expected)
    const text = end === '' ? found.out : gunzipSync(Buffer.from(found.out, 'latin1'))
    expect(text.toString().split('\n')).toHaveLength(LINES)
  })

  test('keeps the instant of its first start', async () => {
    const expected = await undisturbed({ asOf: '2026-11-24T18:00:00+00:00' })
    const clockless = { ...files(), resume: true }
    decideQuickly(aDefect)
    await expect(decideCommand(at('cases'), clockless, fakeHost())).rejects.toMatchObject({ exitStatus: 1 })
    decideQuickly()
    const later = { ...fakeHost(), now: () => Date.UTC(2026, 10, 27) }
    await decideCommand(at('cases'), clockless, later)
    expect({ ...taken(), summary: 0 }).toEqual({ ...expected, summary: 0 })
  })

  test('stopped while it gave the files their names, it gives them', async () => {
    const expected = await undisturbed()
    // Something in the way of the last name.
    decideQuickly(() => mkdirSync(at('out')))
    await expect(resumed()).rejects.toMatchObject({
      exitStatus: 2,
      message: expect.stringMatching(/^cannot write .*out: EISDIR/),
    })
    expect(journal()).toMatchObject({ complete: true })
    rmdirSync(at('out'))
    const again = decideQuickly()
    expect(await resumed()).toBe(3)
    expect(again).not.toHaveBeenCalled()
    expect(readdirSync(folder).sort()).toEqual(['cases', 'out', 'rejects', 'summary'])
    expect(taken()).toEqual(expected)
  })
})

describe('is not gone on with: status 2 and one line', () => {
  test.each<[string, () => DecideOptions | undefined, RegExp]>([
    ['other cases', () => void appendFileSync(at('cases'), '\n'), /first start: the cases;/],
    ['another policy', () => ({ policy: policyFile() }), /first start: the policy;/],
    ['another instant', () => ({ asOf: '2026-11-25T02:00:01+08:00' }), /first start: --as-of;/],
    ['another --later', () => ({ later: 'ignore' }), /first start: --later;/],
    ['another option', () => ({ slim: true }), /first start: --slim;/],
    ['another place for rejects', () => ({ rejects: at('r') }), /first start: --rejects;/],
    ['another place for the summary', () => ({ summary: at('s') }), /first start: --summary;/],
    ['a summary no more', () => ({ summary: undefined as never }), /first start: --summary;/],
    [
      'a journal of something else',
      () => void writeFileSync(at('.out.journal'), '{}'),
      /not one this version/,
    ],
    [
      'half a journal',
      () => void writeFileSync(at('.out.journal'), '{"arrearsJournal":2}\n'),
      /not one this version/,
    ],
    [
      'a journal in which something was changed',
      () => void alter('.out.journal', (text) => text.replace('"rejected":0', '"rejected":9')),
      /not one this version wrote, or was changed/,
    ],
    ['a journal cut off', () => void truncateSync(at('.out.journal'), 99), /not one this version/],
  ])('%s', async (_, change, message) => {
    writeFileSync(at('cases'), `{"id":"bad"}\n${JSON.stringify(minimalCase({ id: LAST }))}`)
    await stoppedLate()
    const before = readdirSync(folder)
    const options = change() ?? {}
    const failed = await resumed(options).catch((error: unknown) => error)
    expect(failed).toMatchObject({ exitStatus: 2, message: expect.stringMatching(message) })
    expect((failed as Error).message).toMatch(
      /^cannot resume: [^\n]*; remove [^\n]*\.out\.journal to start over$/,
    )
    expect(readdirSync(folder).filter((name) => name !== 'policy.json')).toEqual(
      before.filter((name) => existsSync(at(name))),
    )
    rmSync(at('.out.journal'))
    expect(await resumed({ ...options, ...files() })).toBe(3)
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
  const policyFile = (): string => {
    writeFileSync(at('policy.json'), '{"id":"own","version":"2"}')
    return at('policy.json')
  }

  test('decided cases that were changed far from the beginning, with nothing to be seen of it', async () => {
    const long = `{"id":"${'x'.repeat(1_100_000)}"}\n`
    writeFileSync(at('cases'), long + cases)
    // The file system keeps parts of milliseconds that cannot be written back.
    utimesSync(at('cases'), 1_700_000_000, 1_700_000_000)
    await stoppedLate()
    alter('cases', (text) => text.replace('"b-500"', '"x-500"'))
    await expect(resumed()).rejects.toMatchObject({
      exitStatus: 2,
      message: expect.stringMatching(/^cannot resume: changed since the first start: the cases;/),
    })
    expect(existsSync(at('out'))).toBe(false)
    alter('cases', (text) => text.replace('"x-500"', '"b-500"'))
    expect(await resumed()).toBe(3)
  })

  test.each(['.out.partial', '.rejects.partial', '.out.ids'])(
    'a bit of %s that is not what it was',
    async (name) => {
      await stoppedLate()
      alter(name, (text) => String.fromCharCode(text.charCodeAt(0) ^ 1) + text.slice(1))
      await expect(resumed()).rejects.toMatchObject({
        exitStatus: 2,
        message: expect.stringMatching(/^cannot resume: what was written of .* is gone, or was changed;/),
      })
    },
  )

  test('rejects that another run wrote meanwhile', async () => {
    await stoppedLate()
    expect(await resumed({ out: at('another') })).toBe(3)
    const rejects = readFileSync(at('rejects'), 'utf8')
    await expect(resumed()).rejects.toMatchObject({
      exitStatus: 2,
      message: expect.stringMatching(
        /^cannot resume: what was written of .*rejects is gone, or was changed;/,
      ),
    })
    expect(readFileSync(at('rejects'), 'utf8')).toBe(rejects)
  })

  test('what was written, and is not there any more', async () => {
    await stoppedLate()
    for (const [name, lost] of [
      ['.out.ids', '.out.ids'],
      ['.out.partial', 'out'],
      ['.rejects.partial', 'rejects'],
    ]) {
      const whole = readFileSync(at(name as string))
      truncateSync(at(name as string), 10)
      await expect(resumed()).rejects.toMatchObject({
        exitStatus: 2,
        message: expect.stringMatching(
          `cannot resume: what was written of [^ ]*/${lost} is gone, or was changed;`,
        ),
      })
      writeFileSync(at(name as string), whole)
    }
    expect(await resumed()).toBe(3)
  })

  test.each<[string, string, DecideOptions, RegExp]>([
    ['standard input', '-', {}, /^--resume needs a file of cases or a folder of/],
    ['decisions on standard output', 'cases', { out: undefined as never }, /^--resume needs a file/],
    ['rejects on standard error', 'cases', { rejects: undefined as never }, /^--resume needs a file/],
    [
      'a device',
      'cases',
      { summary: '/dev/null' },
      /^--resume cannot write \/dev\/null: it is no ordinary file/,
    ],
    ['cases from a device', '/dev/null', {}, /^--resume cannot read \/dev\/null: it is no ordinary file/],
    ['a folder that is not there', 'cases', { out: 'none/out' }, /^cannot write .*out: ENOENT/],
    ['rejects there', 'cases', { rejects: 'none/rejects' }, /^cannot write .*rejects: ENOENT/],
  ])('%s', async (_, input, options, message) => {
    const path = input === 'cases' ? at('cases') : input
    const all = { asOf: AS_OF, ...files(), resume: true, ...options }
    const failed = await decideCommand(path, all, fakeHost()).catch((error: unknown) => error)
    expect(failed).toMatchObject({ exitStatus: 2, message: expect.stringMatching(message) })
    expect(readdirSync(folder)).toEqual(['cases'])
  })

  test('cases that change while they are read, then and at the next start', async () => {
    decideQuickly(() => appendFileSync(at('cases'), '\n'))
    await expect(resumed()).rejects.toMatchObject({
      exitStatus: 2,
      message: expect.stringMatching(/changed while it was read/),
    })
    await expect(resumed()).rejects.toMatchObject({
      exitStatus: 2,
      message: expect.stringMatching(/first start: the cases;/),
    })
    expect(existsSync(at('out'))).toBe(false)
  })
})

test('an older output stands until the new one is whole', async () => {
  writeFileSync(at('out'), 'old')
  await stoppedLate()
  expect(readFileSync(at('out'), 'utf8')).toBe('old')
  renameSync(at('out'), at('older'))
  expect(await resumed()).toBe(3)
  expect(taken().out.length).toBeGreaterThan(100_000)
})
