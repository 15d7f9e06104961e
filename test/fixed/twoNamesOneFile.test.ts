import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decideCommand } from '../../src/cli/commands/decideCommand.ts'
import { EXIT } from '../../src/cli/stop.ts'
import { fakeHost } from '../cli/fakeHost.ts'

// `ln -s d dl`, then `--out d/x --rejects dl/x`: one file by two names, not there yet, kept only what came last.

let folder: string
const at = (path: string) => join(folder, path)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-names-'))
  mkdirSync(at('d'))
  symlinkSync(at('d'), at('dl'), 'junction')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  ['--rejects', () => ({ out: at('d/x'), rejects: at('dl/x') })],
  ['--summary', () => ({ out: at('dl/x'), summary: at('d/x') })],
])('two results in one file by way of a linked folder are refused: %s', async (option, options) => {
  const { out, ...other } = options()
  await expect(decideCommand('-', { out, ...other }, fakeHost(['{}\n']))).rejects.toMatchObject({
    exitStatus: EXIT.usage,
    message: `${option} ${Object.values(other)[0]} is the same file as --out`,
  })
  expect(readdirSync(at('d'))).toEqual([])
})

test('two names in that folder are two files', async () => {
  const options = { out: at('d/x'), rejects: at('dl/y') }
  expect(await decideCommand('-', options, fakeHost(['{}\n']))).toBe(EXIT.someRejected)
  expect(readdirSync(at('d')).sort()).toEqual(['x', 'y'])
})
