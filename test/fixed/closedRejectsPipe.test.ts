import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decideCommand } from '../../src/cli/commands/decideCommand.ts'
import { EXIT } from '../../src/cli/stop.ts'
import { fakeHost } from '../cli/fakeHost.ts'

// `--out o --rejects >(head -n 1)` ended with 0 when head had gone, and o was never written. A reader who closes the
// pipe ends the run quietly only where it is the decisions that are read.

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-pipe-'))
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe')])
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Two rejected lines; between them the reader of the pipe takes the first and goes away. */
function hostWithReader() {
  const reader = spawn('head', ['-n', '1', join(folder, 'pipe')], { stdio: 'ignore' })
  const gone = once(reader, 'close')
  async function* stdin() {
    yield Buffer.from('{}\n')
    await gone
    yield Buffer.from('{}\n')
  }
  return { ...fakeHost(), stdin: stdin() }
}

test.skipIf(process.platform === 'win32')(
  'a closed pipe of rejects is a failure when decisions go to a file',
  async () => {
    const out = join(folder, 'out')
    const options = { out, rejects: join(folder, 'pipe'), summary: join(folder, 'summary') }
    await expect(decideCommand('-', options, hostWithReader())).rejects.toMatchObject({
      exitStatus: EXIT.usage,
      message: expect.stringMatching(/^cannot write .*pipe: EPIPE/),
    })
    expect(existsSync(out)).toBe(false)
  },
)

test.skipIf(process.platform === 'win32')(
  'rejects in the pipe of the decisions share its quiet end',
  async () => {
    const pipe = join(folder, 'pipe')
    await expect(decideCommand('-', { out: pipe, rejects: pipe }, hostWithReader())).rejects.toMatchObject({
      exitStatus: EXIT.allDecided,
      message: '',
    })
  },
)
