import {
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decideCommand } from '../../src/cli/commands/decideCommand.ts'
import type { DecideOptions } from '../../src/cli/commands/decideRun.ts'
import { fakeHost } from '../cli/fakeHost.ts'
import { minimalCase } from '../helpers/minimalCase.ts'

// A run with --resume keeps files beside its outputs: cases, or a result, under one of their names were emptied. And two
// runs with one file of rejects between them both wrote it, since only --out was locked.

const AS_OF = '2026-11-25T02:00:00+08:00'
const CASES = `${JSON.stringify(minimalCase())}\n`
let folder: string
const at = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-kept-'))
  writeFileSync(at('cases'), CASES)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const files = { out: 'out', rejects: 'rejects', summary: 'summary' }
const resumed = (given: Partial<typeof files> & { cases?: string } = {}) => {
  const { cases = 'cases', ...outputs } = { ...files, ...given }
  const options = Object.fromEntries(Object.entries(outputs).map(([name, path]) => [name, at(path)]))
  return decideCommand(at(cases), { asOf: AS_OF, resume: true, ...options } as DecideOptions, fakeHost())
}

test.each([
  ['.out.partial', 'what is written of --out,'],
  ['.rejects.partial', 'what is written of --rejects,'],
  ['.summary.partial', 'what is written of --summary,'],
  ['.out.journal', 'the journal of --out,'],
  ['.out.journal.next', 'the next journal of --out,'],
  ['.out.ids', 'the ids of --out,'],
  [`.rejects.${process.pid}@${hostname()}.lock`, 'the lock of --rejects,'],
])('cases named %s are refused, and stay as they are', async (name, kept) => {
  writeFileSync(at(name), CASES)
  const refusal = { exitStatus: 2, message: `${kept} ${at(name)} is the same file as the cases` }
  await expect(resumed({ cases: name })).rejects.toMatchObject(refusal)
  // By another name too.
  linkSync(at(name), at('linked'))
  await expect(resumed({ cases: 'linked' })).rejects.toMatchObject(refusal)
  expect(readFileSync(at(name), 'utf8')).toBe(CASES)
})

test.each<[Partial<typeof files>, string, string, string]>([
  [{ rejects: '.out.partial' }, 'what is written of --out,', '.out.partial', '--rejects'],
  [{ rejects: '.out.journal' }, 'the journal of --out,', '.out.journal', '--rejects'],
  [{ summary: '.out.ids' }, 'the ids of --out,', '.out.ids', '--summary'],
  [{ out: '.rejects.partial' }, 'what is written of --rejects,', '.rejects.partial', '--out'],
])('a result named like a kept file is refused: %j', async (given, kept, path, option) => {
  await expect(resumed(given)).rejects.toMatchObject({
    exitStatus: 2,
    message: `${kept} ${at(path)} is the same file as ${option}`,
  })
  expect(readdirSync(folder)).toEqual(['cases'])
})

test.each(['.out.partial', '.out.ids', '.out.journal.next', '.summary.partial'])(
  'a link in the place of %s is not followed',
  async (name) => {
    writeFileSync(at('precious'), 'precious')
    symlinkSync(at('precious'), at(name))
    expect(await resumed()).toBe(0)
    expect(readFileSync(at('precious'), 'utf8')).toBe('precious')
    expect(readdirSync(folder).sort()).toEqual(['cases', 'out', 'precious', 'rejects', 'summary'])
  },
)

test.each(['rejects', 'summary'])('another run that writes the same %s holds it', async (name) => {
  const lock = at(`.${name}.${process.ppid}@${hostname()}.lock`)
  writeFileSync(lock, '')
  const seconds = fakeHost().now() / 1000
  utimesSync(lock, seconds, seconds)
  const before = readdirSync(folder)
  await expect(resumed({ out: 'another' })).rejects.toMatchObject({
    exitStatus: 2,
    message: `another run is writing ${at(name)}: process ${process.ppid} on ${hostname()}`,
  })
  expect(readdirSync(folder)).toEqual(before)
})

test('a file with something in it is no lock, whatever its name', async () => {
  writeFileSync(at('.out.1@elsewhere.lock'), CASES)
  expect(await resumed({ cases: '.out.1@elsewhere.lock' })).toBe(0)
  expect(readFileSync(at('.out.1@elsewhere.lock'), 'utf8')).toBe(CASES)
})
