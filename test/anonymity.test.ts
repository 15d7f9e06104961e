import '../src/locale/zh-CN.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { run } from '../src/cli/program.ts'
import { explain } from '../src/entry/index.ts'
import type { BorrowerCase } from '../src/input/borrowerCase.ts'
import { personalIn, personalInText } from './anonymity/personal.ts'
import { fakeHost } from './cli/fakeHost.ts'
import { decided } from './sample/sampled.ts'

vi.setConfig({ testTimeout: 60_000 }) // a thousand decisions and their texts

const PORTFOLIO = 'fixtures/portfolios/synthetic.ndjson'
const lines = readFileSync(PORTFOLIO, 'utf8').trimEnd().split('\n')
const records: BorrowerCase[] = lines.map((line) => JSON.parse(line))

test('nothing in the fixtures is about a person', () => {
  const files = readdirSync('fixtures', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.includes('.'),
  )
  expect(files.length).toBeGreaterThan(200)
  for (const file of files) {
    const text = readFileSync(`fixtures/${file}`, 'utf8')
    const found = file.endsWith('.json')
      ? personalIn(JSON.parse(text))
      : file.endsWith('.ndjson')
        ? text
            .trimEnd()
            .split('\n')
            .flatMap((line) => personalIn(JSON.parse(line)))
        : personalInText(text)
    expect([file, found]).toEqual([file, []])
  }
})

test('nothing in the decisions on them, nor in the words for any audience', () => {
  for (const [i, record] of records.entries()) {
    const decision = decided(record)
    expect(personalIn(decision)).toEqual([])
    if (i % 10 > 0) continue
    for (const language of ['en', 'zh-CN'] as const)
      for (const audience of ['borrower', 'collector', 'compliance'] as const)
        for (const sentence of explain(decision, { language, audience }))
          expect(personalInText(sentence)).toEqual([])
  }
})

/** What a person might have left where it does not belong. */
const LEFT_BEHIND = { note: 'Mrs Example, 12 Example Street, +44 20 7946 0958, jo@example.com' }

test('what is left under metadata goes nowhere: not into decisions, rejects or messages', async () => {
  const some = records.slice(0, 120)
  const spoiled = some.map((record, i) => {
    const left = { ...record, metadata: { ...record.metadata, ...LEFT_BEHIND } }
    const { loan } = left
    // Beside it faults of several kinds, whose own value a message shows, and none on each fifth line.
    if (i % 5 === 0) return JSON.stringify(left)
    if (i % 5 === 1) return JSON.stringify({ ...left, loan: { ...loan, overdue: -1 } })
    if (i % 5 === 2)
      return JSON.stringify({ ...left, currency: 'XXX', timeZone: 'Nowhere/Land', borrower: 7 })
    if (i % 5 === 3) return JSON.stringify({ ...left, customerNote: LEFT_BEHIND, contacts: [LEFT_BEHIND] })
    return JSON.stringify(left).slice(0, -9)
  })
  const host = fakeHost(spoiled.map((line) => `${line}\n`))
  expect(await run(['decide', '-', '--as-of', 'record'], host)).toBe(3)
  const written = `${host.written.out}${host.written.err}`.trimEnd().split('\n')
  expect(written.length).toBe(some.length + 1)
  for (const line of written) expect(personalIn(JSON.parse(line))).toEqual([])
})

test('a defect names its line and place, not what was on it', async () => {
  const host = fakeHost()
  expect(await run(['explain', PORTFOLIO, '--id', 'nobody', '--as-of', 'record'], host)).toBe(2)
  expect(personalInText(host.written.err)).toEqual([])
})
