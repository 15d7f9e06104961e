import { readFileSync, rmSync } from 'node:fs'
import { createContext, decideAll, explain } from 'arrears'
import { describe, expect, test } from 'vitest'
import { contextAt } from '../../src/entry/contextAt.ts'
import { parseInstant } from '../../src/kernel/instant.ts'
import { haveRealData, makeRealCases, type RealPortfolio, skippedBecause } from './realCases.ts'

/** What the built package makes of a real portfolio: how many of each action, and every record that was refused. */
function decidedPortfolio(portfolio: RealPortfolio, asOf: string | undefined) {
  const { folder, cases } = makeRealCases(portfolio)
  try {
    const records = readFileSync(cases, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const context = createContext({ asOf: asOf ?? '2017-01-01T00:00:00Z' })
    const actions: Record<string, number> = {}
    const rejected: unknown[] = []
    for (const record of records) {
      const at: string = asOf ?? record.metadata.asOf
      const then = contextAt(context, at, parseInstant(at) as number)
      for (const outcome of decideAll([record], then)) {
        if (!outcome.ok) {
          rejected.push(outcome.issues)
          continue
        }
        const { action, alternatives, reasons } = outcome.decision
        actions[action.kind] = (actions[action.kind] ?? 0) + 1
        expect(alternatives).toHaveLength(6)
        expect(reasons.length).toBeGreaterThanOrEqual(4)
        if ((actions[action.kind] ?? 0) <= 10) {
          expect(explain(outcome.decision, { language: 'en' }).length).toBeGreaterThan(3)
          expect(explain(outcome.decision, { language: 'zh-CN' }).length).toBeGreaterThan(3)
        }
      }
    }
    return { records: records.length, actions, rejected }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.skipIf(!haveRealData)(`real portfolios through the built package${skippedBecause}`, () => {
  test('Taiwan: all 15,000 card accounts are decided, and those in arrears are not left alone', () => {
    const { records, actions, rejected } = decidedPortfolio('taiwan', '2005-10-01T00:00:00+08:00')
    expect(rejected).toEqual([])
    expect(records).toBe(15_000)
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
