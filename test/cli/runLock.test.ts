import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lockRun } from '../../src/cli/resume/runLock.ts'
import { EXIT } from '../../src/cli/stop.ts'
import { fakeHost } from './fakeHost.ts'

let folder: string
let now: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-lock-'))
  now = Date.UTC(2026, 10, 25)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lock = () => lockRun([join(folder, 'out')], { ...fakeHost(), now: () => now })
const own = `.out.${process.pid}@${hostname()}.lock`
/** The lock file of another run, which showed itself so many seconds ago. */
function other(pid: number, machine: string, seconds: number): string {
  const path = join(folder, `.out.${pid}@${machine}.lock`)
  writeFileSync(path, '')
  utimesSync(path, now / 1000 - seconds, now / 1000 - seconds)
  return path
}
const NOBODY = 2 ** 30

test('a lock is a file beside the output, and gone when it is released', async () => {
  const { release } = await lock()
  expect(readdirSync(folder)).toEqual([own])
  release()
  release()
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ['lives on this machine', process.ppid, hostname(), 5],
  ['showed itself a moment ago on another', NOBODY, 'elsewhere', 50],
])('another run that %s holds it', async (_, pid, machine, seconds) => {
  const path = other(pid, machine, seconds)
  await expect(lock()).rejects.toMatchObject({
    exitStatus: EXIT.usage,
    message: `another run is writing ${join(folder, 'out')}: process ${pid} on ${machine}`,
  })
  expect(existsSync(path)).toBe(true)
  expect(existsSync(join(folder, own))).toBe(false)
})

test.each([
  ['was killed on this machine', NOBODY, hostname(), 0],
  ['has not shown itself for a minute on another', process.ppid, 'elsewhere', 61],
  ['left its number to another process', process.ppid, hostname(), 61],
  ['was this very process, restarted with everything around it', process.pid, hostname(), 0],
])('a run that %s holds nothing', async (_, pid, machine, seconds) => {
  other(pid, machine, seconds)
  const { release } = await lock()
  expect(readdirSync(folder)).toEqual([own])
  release()
})

test('locks of other outputs do not matter', async () => {
  const names = ['.out2.1@a.lock', '.out.2.1@a.lock', '.out.1@a.lock.x', 'out.1@a.lock']
  for (const name of names) writeFileSync(join(folder, name), '')
  const { release } = await lock()
  release()
  expect(readdirSync(folder).sort()).toEqual(names.sort())
})

test('a run that stood still until another one took over writes nothing more', async () => {
  const { hold, release } = await lock()
  now += 6_000
  await hold()
  rmSync(join(folder, own))
  await hold()
  now += 70_000
  await expect(hold()).rejects.toMatchObject({
    exitStatus: EXIT.usage,
    message: expect.stringContaining('took over'),
  })
  release()
})

test('a run that is busy with something else for minutes shows that it is alive', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const { release } = await lock()
    now += 300_000
    vi.advanceTimersByTime(5_000)
    await vi.waitFor(() => expect(statSync(join(folder, own)).mtimeMs).toBe(now))
    release()
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test('several outputs: held all, or none', async () => {
  const targets = [join(folder, 'out'), join(folder, 'rejects')]
  const host = { ...fakeHost(), now: () => now }
  const { release, hold } = await lockRun(targets, host)
  expect(readdirSync(folder)).toEqual([own, own.replace('out', 'rejects')])
  now += 70_000
  rmSync(join(folder, own.replace('out', 'rejects')))
  await expect(hold()).rejects.toMatchObject({ exitStatus: EXIT.usage })
  release()
  other(process.ppid, hostname(), 0)
  await expect(lockRun([...targets].reverse(), host)).rejects.toMatchObject({ exitStatus: EXIT.usage })
  expect(readdirSync(folder)).toHaveLength(1)
})
