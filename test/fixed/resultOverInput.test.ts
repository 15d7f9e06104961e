import { spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { minimalCase } from '../helpers/minimalCase.ts'

// Cases read from standard input, a policy or a model could be replaced by what came of them.
const AS_OF = ['--as-of', '2026-11-25T02:00:00+08:00']
const cases = `${JSON.stringify(minimalCase())}\n`
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-over-'))
  writeFileSync(join(folder, 'cases'), cases)
  writeFileSync(join(folder, 'policy'), '{"id":"own","version":"1"}')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

function run(args: readonly string[], stdout: 'pipe' | number = 'pipe') {
  const stdio = [openSync(at('cases'), 'r'), stdout, 'pipe'] as const
  return spawnSync(process.execPath, ['dist/cli.js', ...args], { stdio: [...stdio], encoding: 'utf8' })
}

test.each([
  ['--out', () => ['decide', '-', ...AS_OF, '--out', at('cases')], /is the same file as the cases/],
  ['--rejects', () => ['decide', '-', ...AS_OF, '--rejects', at('cases')], /is the same file as the cases/],
  [
    'the policy',
    () => ['decide', '-', ...AS_OF, '--policy', at('policy'), '--out', at('policy')],
    /is the same file as --policy/,
  ],
])('%s', (_, args, expected) => {
  const { status, stderr } = run(args())
  expect(status).toBe(2)
  expect(stderr).toMatch(expected)
  expect(readFileSync(at('cases'), 'utf8')).toBe(cases)
  expect(readFileSync(at('policy'), 'utf8')).toBe('{"id":"own","version":"1"}')
})

test.each(['decide', 'explain'])('%s appended to its own standard input', (command) => {
  const args = [command, '-', ...AS_OF, ...(command === 'explain' ? ['--id', 't-1'] : [])]
  const { status, stderr } = run(args, openSync(at('cases'), 'a'))
  expect(status).toBe(2)
  expect(stderr).toMatch(/standard output is the same file as the cases/)
  expect(readFileSync(at('cases'), 'utf8')).toBe(cases)
})
