import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// `npm run demo`, the first thing a newcomer runs, on what npm test has built.
test('the demo decides the synthetic portfolio and says what came out, in both languages', {
  timeout: 60_000,
}, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/demo.mjs', '--no-build'], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])

  const [, read, decided, rejected] = (
    /^(\d+) made-up .*: (\d+) decided, (\d+) rejected/m.exec(stdout) ?? []
  ).map(Number)
  expect([read, rejected]).toEqual([1000, 0])
  const counts = [...stdout.matchAll(/^(?:wait|remind|offer|call|visit).* (\d+) +\d+ %$/gm)].map(
    ([, count]) => Number(count),
  )
  expect(counts).toHaveLength(6)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(decided)

  expect(stdout).toMatch(/^1\. .*: call\)$/m)
  expect(stdout).toMatch(/^2\. .*: restructure\)$/m)
  expect(stdout).toMatch(/^3\. .*: wait\)$/m)
  expect(stdout.match(/^ {3}English$/gm)).toHaveLength(3)
  expect(stdout.match(/^ {3}中文$/gm)).toHaveLength(3)

  const files = [...stdout.matchAll(/^ {2}(demo-output\/\S+)/gm)].map(([, file]) => file ?? '')
  expect(files.length).toBeGreaterThan(2)
  for (const file of files) expect(existsSync(file)).toBe(true)
  expect(readFileSync('demo-output/decisions.ndjson', 'utf8').trimEnd().split('\n')).toHaveLength(
    decided ?? 0,
  )
})

test('the command it suggests runs', { timeout: 60_000 }, () => {
  const { stdout } = spawnSync(process.execPath, ['scripts/demo.mjs', '--no-build'], { encoding: 'utf8' })
  const suggested = /^ {2}node (dist\/cli\.js explain .*)$/m.exec(stdout)?.[1] ?? ''
  const { status, stdout: words } = spawnSync(process.execPath, suggested.split(' '), { encoding: 'utf8' })
  expect(status).toBe(0)
  expect(words.length).toBeGreaterThan(50)
})
