import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { callers, capacity } from '../portfolio/given.ts'
import { sampled, sampleOptions } from '../sample/sampled.ts'
import { testFolder } from './trainingFiles.ts'

// The job on the operator's page is run as it stands there.
const page = readFileSync('docs/operating.md', 'utf8')
const folder = testFolder()
afterAll(folder.remove)

function nightly(day: string) {
  const job = /```sh\n(#!.*?)```/s.exec(page)?.[1] ?? 'exit 9'
  folder.write(
    'nightly.sh',
    job.replace(
      'set -euo pipefail',
      `$&\narrears() { "${process.execPath}" "${resolve('dist/cli.js')}" "$@"; }`,
    ),
  )
  return spawnSync('bash', ['nightly.sh', day], { cwd: folder.path, encoding: 'utf8' })
}

const rates = { USD: 7, GBP: 9, INR: 0.08, AUD: 4.7, EUR: 8, KES: 0.05 }
const records = sampled(sampleOptions(3), 20).map(({ record }) => JSON.stringify(record))
const write = (cases: readonly string[], capacity: unknown) => {
  folder.write('cases.ndjson', cases.map((line) => `${line}\n`).join(''))
  folder.write('capacity.json', JSON.stringify(capacity))
}
const enough = capacity([callers(30)], { day: '2026-01-02', rates })

test('the nightly job makes worklists, and ends with 3 after rejects', { timeout: 60_000 }, () => {
  write([...records, '{}'], enough)
  const { status, stdout, stderr } = nightly('2026-01-02')
  expect([status, stdout, stderr]).toEqual([3, '', ''])
  const made = readdirSync(folder.at('2026-01-02')).sort()
  expect(made).toEqual(['decisions.ndjson', 'plan.ndjson', 'rejects.ndjson', 'summary.json', 'worklists'])
  for (const name of made) expect(page).toContain(name)
  const json = (name: string) => JSON.parse(readFileSync(folder.at(`2026-01-02/${name}`), 'utf8'))
  expect([json('summary.json').decided, json('rejects.ndjson').line]).toEqual([20, 21])
  expect(json('plan.ndjson').placed).toBeGreaterThan(0)
  expect(existsSync(folder.at('2026-01-02/worklists/left.ndjson'))).toBe(true)
})

test.each<[string, () => void, RegExp]>([
  ['capacity that is none', () => write(records, {}), /^arrears: --capacity capacity\.json: [^\n]*\n$/],
  ['no cases', () => write([], enough), /^nightly\.sh: nothing was read: see [^\n]*summary\.json\n$/],
  [
    'nothing but rejects',
    () => write(['{}', '{}'], enough),
    /^nightly\.sh: nothing was placed: see [^\n]*\n$/,
  ],
  ['a file in the place of the day’s folder', () => folder.write('2026-01-02', ''), /^mkdir: [^\n]*\n$/],
])('with %s the nightly job ends with 2 and says so', { timeout: 60_000 }, (_, given, told) => {
  rmSync(folder.at('2026-01-02'), { recursive: true, force: true })
  given()
  const { status, stdout, stderr } = nightly('2026-01-02')
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(told)
})

test('a night in which nothing is rejected ends with 0', { timeout: 60_000 }, () => {
  rmSync(folder.at('2026-01-02'), { recursive: true, force: true })
  write(records, enough)
  expect(nightly('2026-01-02')).toMatchObject({ status: 0, stdout: '', stderr: '' })
})
