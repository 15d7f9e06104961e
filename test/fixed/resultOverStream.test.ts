import { closeSync, createWriteStream, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decideCommand } from '../../src/cli/commands/decideCommand.ts'
import { EXIT } from '../../src/cli/stop.ts'
import { fakeHost } from '../cli/fakeHost.ts'
import { minimalCase } from '../helpers/minimalCase.ts'

// `--rejects f > f`: the rejects replaced the file that standard output was open on, and the decisions were gone.

let folder: string
/** Open the way the shell opens `> f`. */
let fd: number
const file = () => join(folder, 'f')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-stream-'))
  fd = openSync(file(), 'w')
})
afterEach(() => {
  closeSync(fd)
  rmSync(folder, { recursive: true, force: true })
})

const toFile = () => Object.assign(createWriteStream('', { fd, autoClose: false }), { fd })
const input = () => [`${JSON.stringify(minimalCase({ id: 'b-1' }))}\n{}\n`]
const streams = { stdout: 'standard output', stderr: 'standard error' } as const

describe('a result in the file a stream writes to is refused', () => {
  test.each([
    ['stdout', '--rejects', () => ({ rejects: file() })],
    ['stdout', '--summary', () => ({ summary: file(), rejects: join(folder, 'r') })],
    ['stderr', '--summary', () => ({ summary: file(), out: join(folder, 'o') })],
    ['stderr', '--out', () => ({ out: file(), rejects: join(folder, 'r') })],
  ] as const)('%s and %s', async (stream, option, options) => {
    const host = { ...fakeHost(input()), [stream]: toFile() }
    await expect(decideCommand('-', options(), host)).rejects.toMatchObject({
      exitStatus: EXIT.usage,
      message: `${option} ${file()} is the same file as ${streams[stream]}`,
    })
    expect(statSync(file()).size).toBe(0)
  })

  test.runIf(process.platform === 'linux')('also by the name of the stream itself', async () => {
    const host = { ...fakeHost(input()), stdout: toFile() }
    await expect(decideCommand('-', { rejects: `/dev/fd/${fd}` }, host)).rejects.toMatchObject({
      exitStatus: EXIT.usage,
      message: `--rejects /dev/fd/${fd} is the same file as standard output`,
    })
  })

  test('and so are the cases themselves', async () => {
    await expect(decideCommand(file(), {}, { ...fakeHost(), stdout: toFile() })).rejects.toMatchObject({
      exitStatus: EXIT.usage,
      message: 'standard output is the same file as the cases',
    })
  })
})

describe('nothing is lost, and nothing refused', () => {
  test('where the stream carries nothing of this run', async () => {
    const host = { ...fakeHost(input()), stdout: toFile() }
    expect(await decideCommand('-', { out: file() }, host)).toBe(EXIT.someRejected)
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ id: 'b-1' })
  })

  test('where both streams go to one file', async () => {
    const both = toFile()
    const host = { ...fakeHost(input()), stdout: both, stderr: both }
    expect(await decideCommand('-', {}, host)).toBe(EXIT.someRejected)
    expect(readFileSync(file(), 'utf8').trimEnd().split('\n')).toHaveLength(3)
  })
})
