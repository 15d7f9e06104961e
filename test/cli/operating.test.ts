import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

test('the nightly job makes worklists, goes on after rejects, and stops at anything worse', {
  timeout: 60_000,
}, () => {
  const records = sampled(sampleOptions(3), 20).map(({ record }) => JSON.stringify(record))
  folder.write('cases.ndjson', `${[...records, '{}'].join('\n')}\n`)
  const rates = { USD: 7, GBP: 9, INR: 0.08, AUD: 4.7, EUR: 8, KES: 0.05 }
  folder.write('capacity.json', JSON.stringify(capacity([callers(30)], { day: '2026-01-02', rates })))
  const first = nightly('2026-01-02')
  expect([first.status, first.stdout, first.stderr]).toEqual([0, '', ''])
  const made = readdirSync(folder.at('2026-01-02')).sort()
  expect(made).toEqual(['decisions.ndjson', 'plan.ndjson', 'rejects.ndjson', 'summary.json', 'worklists'])
  for (const name of made) expect(page).toContain(name)
  const json = (name: string) => JSON.parse(readFileSync(folder.at(`2026-01-02/${name}`), 'utf8'))
  expect([json('summary.json').decided, json('rejects.ndjson').line]).toEqual([20, 21])
  expect(json('plan.ndjson').placed).toBeGreaterThan(0)
  expect(existsSync(folder.at('2026-01-02/worklists/left.ndjson'))).toBe(true)

  folder.write('capacity.json', '{}')
  expect(nightly('2026-01-03').status).toBe(2)
})
