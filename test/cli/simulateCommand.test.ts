import { expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { fakeHost } from './fakeHost.ts'

const CAPACITY = 'examples/simulation-capacity.json'

async function simulate(...args: string[]) {
  const host = fakeHost()
  const status = await run(['simulate', ...args], host)
  return { status, ...host.written }
}

const SMALL = ['--capacity', CAPACITY, '--days', '5', '--borrowers', '12', '--seed', '4', '--seeds', '1']

test('reports what came of each policy, the same for the same seed', async () => {
  const { status, out, err } = await simulate('--policy', 'default', '--policy', 'oldest', ...SMALL)
  const report = JSON.parse(out)
  expect([status, err]).toEqual([0, ''])
  expect(report).toMatchObject({ borrowers: 12, days: 5, seeds: [4], turns: 'nightly', start: '2026-01-05' })
  expect(report.policies.map(({ name }: { name: string }) => name)).toEqual(['default', 'oldest'])
  expect((await simulate('--policy', 'default', '--policy', 'oldest', ...SMALL)).out).toBe(out)
})

test.each([
  [['--policy', 'nearest', ...SMALL], '--policy nearest'],
  [['--policy', 'oldest', ...SMALL], 'with a context'],
  [['--policy', 'default', ...SMALL, '--days', '0'], 'from 1 on'],
  [['--policy', 'default', ...SMALL, '--as-of', 'record'], '--as-of takes an instant'],
])('ends with 2 where it cannot start: %#', async (args, told) => {
  const { status, out, err } = await simulate(...args)
  expect([status, out]).toEqual([2, ''])
  expect(err).toContain(told)
})
