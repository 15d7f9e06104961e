import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { choosingAtPrices, shadowPrices } from '../../src/entry/portfolio.ts'
import { parsePrices } from '../../src/input/pricesSchema.ts'
import type { DecisionRow } from '../../src/portfolio/decisionRow.ts'
import { call, callers, capacity, field, row } from '../portfolio/given.ts'
import { sampled, sampleOptions } from '../sample/sampled.ts'
import { fakeHost } from './fakeHost.ts'
import { testFolder } from './trainingFiles.ts'

// One of them starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const AS_OF = '2026-01-01T00:00:00Z'
const folder = testFolder()
afterAll(folder.remove)
const cases = sampled(sampleOptions(3), 40).map(({ record }) => `${JSON.stringify(record)}\n`)
/** Fewer minutes than all calls take, in several currencies. */
const scarce = capacity([callers(1), field(1, ['*'])], {
  day: '2026-01-01',
  days: 9,
  rates: { USD: 7, GBP: 9, INR: 0.08, AUD: 4.7, EUR: 8, KES: 0.05 },
})

async function arrears(args: readonly string[], stdin: readonly string[]) {
  const host = fakeHost(stdin)
  const status = await run(args, host)
  return { status, ...host.written }
}
const parsed = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
const decide = (stdin: readonly string[], ...more: string[]) =>
  arrears(['decide', '-', '--as-of', AS_OF, '--summary', folder.at('summary'), ...more], stdin)

async function pricesFile(name: string, given = scarce) {
  const { out } = await decide(cases, '--slim')
  const file = folder.at(name)
  const args = ['--capacity', folder.write(`capacity-${name}`, JSON.stringify(given)), '--prices-out', file]
  const { status, err } = await arrears(['prioritise', '-', ...args], [out])
  return { status, file, summary: JSON.parse(err), decisions: parsed(out) as DecisionRow[] }
}

const fitted = pricesFile('prices.json')

test('prioritise writes what shadowPrices fits, and decide adds each choice at them, changing nothing else', async () => {
  const { status, file, summary, decisions } = await fitted
  expect(status).toBe(0)
  const { prices } = shadowPrices(decisions, scarce)
  expect(parsePrices(JSON.parse(readFileSync(file, 'utf8')))).toEqual({
    ok: true,
    value: { capacity: scarce, prices: Object.entries(prices).map(([pool, price]) => ({ pool, price })) },
  })
  expect(summary.pools[0].shadowPrice).toBe(prices.callers)
  expect(prices.callers).toBeGreaterThan(0)
  const choose = choosingAtPrices(scarce, prices)
  for (const form of [['--slim'], []]) {
    const plain = parsed((await decide(cases, ...form)).out)
    const priced = parsed((await decide(cases, ...form, '--prices', file)).out)
    expect(priced).toEqual(plain.map((one) => ({ ...one, atPrices: choose(one) })))
    const kinds = priced.map(({ atPrices }) => atPrices.kind)
    expect(kinds).toContain('call')
    expect(kinds).toContain(null)
  }
})

test('part by part, and on several threads, it comes out byte for byte as in one go', async () => {
  const { file } = await fitted
  const whole = (await decide(cases, '--prices', file)).out
  const parts = [cases.slice(0, 7), cases.slice(7, 8), cases.slice(8)]
  const apart = await Promise.all(parts.map((part) => decide(part, '--prices', file)))
  expect(apart.map(({ out }) => out).join('')).toBe(whole)
  const args = ['dist/cli.js', 'decide', '-', '--as-of', AS_OF, '--prices', file, '--workers', '2']
  const { stdout } = spawnSync(process.execPath, args, { input: cases.join(''), encoding: 'utf8' })
  expect(stdout).toBe(whole)
})

test('with floors the prices are those without them', async () => {
  const plain = await fitted
  const floored = await pricesFile('floored.json', { ...scarce, floors: { bucket: 0.5 } })
  const pricesIn = (file: string) => JSON.parse(readFileSync(file, 'utf8')).prices
  expect(pricesIn(floored.file)).toEqual(pricesIn(plain.file))
  expect(floored.summary.value).toBeLessThan(plain.summary.value)
})

describe('what cannot be used ends with 2 and one line', () => {
  const sound = { capacity: capacity([callers(1)]), prices: [{ pool: 'callers', price: 1 }] }
  const write = (name: string, value: unknown) => folder.write(name, JSON.stringify(value))
  const valid = write('valid.json', sound)
  test.each([
    ['no file', ['--prices', folder.at('none.json')], /--prices .*none.json: ENOENT/],
    [
      'a capacity instead',
      ['--prices', write('capacity.json', sound.capacity)],
      /--prices .*capacity.json: .* \(at \/capacity\); also wrong: \/prices/,
    ],
    [
      'a pool without a price',
      ['--prices', write('lacking.json', { ...sound, prices: [] })],
      /a price for the pool "callers", but got nothing\. \(at \/prices\)/,
    ],
    ['the output over it', ['--prices', valid, '--out', valid], /--out .* is the same file as --prices/],
  ])('decide: %s', async (_, args, expected) => {
    const { status, out, err } = await decide(cases, ...args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(expected)
    expect(err).toMatch(/^[^\n]+\n$/)
  })
  test('prioritise: the prices over the capacity', async () => {
    const file = write('own.json', sound.capacity)
    const args = ['prioritise', '-', '--capacity', file, '--prices-out', file]
    const { status, err } = await arrears(args, [`${JSON.stringify(row('x', [call(1)]))}\n`])
    expect([status, err]).toEqual([2, expect.stringMatching(/is the same file as --capacity/)])
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(sound.capacity)
  })
})
