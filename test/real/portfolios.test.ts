import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contextAt, createContext, type Decision, decideAll, explain } from 'arrears'
import 'arrears/locale/zh-CN'
import { describe, expect, test } from 'vitest'
import { runs } from '../laws/runs.ts'
import { haveRealData, makeRealCases, type RealPortfolio, skippedBecause } from './realCases.ts'

/** Of the 15,000 card accounts the ordinary run takes every tenth; `npm run proofs` takes all. */
const { numRuns: TIMES } = runs(1)

/** Decisions whose words are read of each kind; the whole portfolio would take minutes and say the same. */
const IN_WORDS = 10

/** How many of each action the built library and the built command make of a real portfolio, which must be the same bytes. */
function decidedPortfolio(portfolio: RealPortfolio, asOf: string | undefined) {
  const { folder, cases } = makeRealCases(portfolio)
  try {
    const all = readFileSync(cases, 'utf8').trimEnd().split('\n')
    const taken = portfolio === 'taiwan' && TIMES < 5 ? all.filter((_, index) => index % 10 === 0) : all
    writeFileSync(cases, taken.map((line) => `${line}\n`).join(''))
    const records = taken.map((line) => JSON.parse(line))
    const context = createContext({ asOf: asOf ?? '2017-01-01T00:00:00Z' })
    const actions: Record<string, number> = {}
    const rejected: unknown[] = []
    const lines: string[] = []
    for (const record of records) {
      const at: string = asOf ?? record.metadata.asOf
      const then = contextAt(context, at)
      for (const outcome of decideAll([record], then)) {
        if (!outcome.ok) {
          rejected.push(outcome.issues)
          continue
        }
        const { kind } = outcome.decision.action
        actions[kind] = (actions[kind] ?? 0) + 1
        if (actions[kind] <= IN_WORDS) expectWhole(outcome.decision)
        lines.push(`${JSON.stringify(outcome.decision)}\n`)
      }
    }
    const expected = Buffer.from(lines.join(''))
    for (const workers of ['1', '2']) {
      const out = join(folder, `decided-${workers}`)
      const args = ['decide', cases, '--as-of', asOf ?? 'record', '--workers', workers, '--out', out]
      const { status } = spawnSync(process.execPath, ['dist/cli.js', ...args])
      expect(status).toBe(0)
      expect(readFileSync(out).equals(expected)).toBe(true)
    }
    return { records: records.length, actions, rejected }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function expectWhole(decision: Decision): void {
  expect(decision.alternatives).toHaveLength(6)
  expect(decision.reasons.length).toBeGreaterThanOrEqual(4)
  expect(explain(decision, { language: 'en' }).length).toBeGreaterThan(3)
  expect(explain(decision, { language: 'zh-CN' }).length).toBeGreaterThan(3)
}

describe.skipIf(!haveRealData)(`real portfolios through the built package${skippedBecause}`, () => {
  test('Taiwan: card accounts are decided, and those in arrears are not left alone', () => {
    const { records, actions, rejected } = decidedPortfolio('taiwan', '2005-10-01T00:00:00+08:00')
    expect(rejected).toEqual([])
    expect(records).toBe(TIMES < 5 ? 1_500 : 15_000)
    expect(Object.keys(actions).sort()).toEqual(['call', 'reminder', 'wait'])
  }, 120_000)

  test('single loans: all 2,637 borrowers are decided; nobody is in arrears, nobody is contacted', () => {
    const { actions, rejected } = decidedPortfolio('single-loans', undefined)
    expect({ actions, rejected }).toEqual({ actions: { wait: 2637 }, rejected: [] })
  }, 120_000)

  test('late loans: all 638 are decided, three days late mostly by a reminder', () => {
    const { records, actions, rejected } = decidedPortfolio('late-loans', undefined)
    expect(rejected).toEqual([])
    expect(records).toBe(638)
    expect(actions.reminder ?? 0).toBeGreaterThan(600)
    expect(actions.visit ?? 0).toBe(0)
  }, 120_000)
})
