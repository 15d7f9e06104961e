import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decideCommand } from '../../src/cli/commands/decideCommand.ts'
import type { DecideOptions } from '../../src/cli/commands/decideRun.ts'
import { fakeHost } from '../cli/fakeHost.ts'
import { terminalAfter } from '../cli/terminal.ts'
import { minimalCase } from '../helpers/minimalCase.ts'

// Interrupted, a run left the terminal cutting off long lines and its own bar on it, and did not say what had become
// of the results.

let folder: string
const at = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-interrupted-'))
  writeFileSync(at('cases'), `${JSON.stringify(minimalCase())}\n`)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const files = () => ({ out: at('out'), rejects: at('rejects') })
test.each<[string, () => DecideOptions, string]>([
  ['into files', files, 'arrears: interrupted: nothing was written'],
  [
    'into files, with a journal',
    () => ({ ...files(), resume: true }),
    'arrears: interrupted: the same command goes on from where it stopped',
  ],
  ['into a pipe', () => ({}), 'arrears: interrupted'],
])('a run %s gives the terminal back, and says what is left', async (_, options, told) => {
  const host = fakeHost([], true)
  let interrupted: string | undefined
  const write = host.stderr.write.bind(host.stderr)
  // What main.ts does at a signal, once the bar is drawn.
  host.stderr.write = ((text: string, done: () => void) => {
    const written = write(text, done)
    if (interrupted === undefined && text.includes('left')) {
      interrupted = ''
      queueMicrotask(() => {
        for (const clean of host.cleaners) clean()
        interrupted = host.written.err
      })
    }
    return written
  }) as typeof host.stderr.write
  // The run ends differently every time, its files having been taken away.
  await decideCommand(at('cases'), { asOf: '2026-11-25T02:00:00+08:00', ...options() }, host).catch(() => {})
  expect(interrupted).toContain('\x1b[?7l')
  expect(interrupted?.lastIndexOf('\x1b[?7h')).toBeGreaterThan(interrupted?.lastIndexOf('\x1b[?7l') as number)
  expect(terminalAfter(interrupted as string)).toEqual([told, ''])
})
