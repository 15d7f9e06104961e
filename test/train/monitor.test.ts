import { describe, expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'
import { decide } from '../../src/entry/decide.ts'
import { monitor, type Watched } from '../../src/entry/train.ts'
import type { Decision } from '../../src/explain/decision.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { type Exported, exportedRows, portfolioRows } from './exportedRows.ts'

const rows = portfolioRows().map(({ case: record, asOf }) => ({ case: record, asOf }))
const [base, now] = [rows.slice(0, 250), rows.slice(250, 500)]
/** All three months behind, with half of the loan. */
const worse = now.map((row) => {
  const { overdueSince: _, ...loan } = (row.case as BorrowerCase).loan
  const { outstanding } = loan
  const sunk = { ...loan, overdue: Math.ceil(outstanding / 2), daysPastDue: outstanding === 0 ? 0 : 95 }
  return { ...row, case: { ...(row.case as BorrowerCase), loan: sunk } }
})

const half = monitor(DEFAULT_MODEL, base, now)
const sunk = monitor(DEFAULT_MODEL, base, worse)

test('the same cases have not moved, nor has their other half much', () => {
  const same = monitor(DEFAULT_MODEL, base, base)
  expect([same.verdict, same.exceeded, same.score.index, same.actions.index]).toEqual(['stable', [], 0, 0])
  expect(same.characteristics.every(({ index, pointsShift }) => index === 0 && pointsShift === 0)).toBe(true)
  expect(half.score.index).toBeLessThan(2 * half.score.byChance)
})

test('borrowers further behind: score, characteristic, actions and reasons all tell', () => {
  const report = sunk
  expect(report.verdict).toBe('act')
  for (const name of ['score', 'characteristics/daysPastDue', 'actions', 'reasons/score'])
    expect(report.exceeded).toContain(name)
  expect(report.now.meanPoints).toBeLessThan(report.base.meanPoints)
  const due = report.characteristics.find(({ feature }) => feature === 'daysPastDue')!
  expect(due.pointsShift).toBeLessThan(0)
})

test('characteristic drift is what counting by hand gives', () => {
  const report = sunk
  const scored = [base, worse].map((of) => exportedRows(of, DEFAULT_MODEL))
  const counts = (of: readonly Exported[], k: number) => {
    const bins = new Map<string, number>()
    for (const { score } of of) {
      const { bin } = score.contributions[k]!
      bins.set(bin, (bins.get(bin) ?? 0) + 1)
    }
    return bins
  }
  for (const [k, { index, parts }] of report.characteristics.entries()) {
    const [before, after] = [counts(scored[0]!, k), counts(scored[1]!, k)]
    let sum = 0
    for (const bin of new Set([...before.keys(), ...after.keys()])) {
      const [a, b] = [(before.get(bin) ?? 0.5) / base.length, (after.get(bin) ?? 0.5) / worse.length]
      sum += (b - a) * Math.log(b / a)
    }
    expect(index).toBeCloseTo(sum, 5)
    expect(parts.reduce((total, { base }) => total + base, 0)).toBeCloseTo(1, 4)
  }
})

test('the mixes of actions and of reasons are those of the decisions, counted', () => {
  const lists = [base.slice(0, 60), worse.slice(0, 60)] as const
  const report = monitor(DEFAULT_MODEL, ...lists)
  const decided = lists.map((list) =>
    list.map((row) => {
      const context = createContext({ asOf: row.asOf })
      const parsed = parseCase(row.case, context)
      if (!parsed.ok) throw new Error('refused')
      return decide(parsed.value, context)
    }),
  )
  const first = ({ reasons }: Decision, about: string) =>
    reasons.find((reason) => reason.about === about)?.code ?? 'none'
  const mixes: [Watched, (decision: Decision) => string][] = [
    [report.actions, ({ action }) => action.kind],
    [report.reasons.action, (decision) => first(decision, 'action')],
    [report.reasons.score, (decision) => first(decision, 'score')],
  ]
  for (const [{ index, parts }, nameOf] of mixes) {
    const names = decided.map((list) => list.map(nameOf))
    const count = (k: number, part: string) => names[k]!.filter((name) => name === part).length
    expect(parts.map(({ part }) => part)).toEqual([...new Set(names.flat())].sort())
    const adds = parts.map(({ part, base, now }) => {
      expect([base, now]).toEqual([
        expect.closeTo(count(0, part) / 60, 6),
        expect.closeTo(count(1, part) / 60, 6),
      ])
      const [a, b] = [(count(0, part) || 0.5) / 60, (count(1, part) || 0.5) / 60]
      return (b - a) * Math.log(b / a)
    })
    expect(index).toBeCloseTo(
      adds.reduce((sum, one) => sum + one, 0),
      5,
    )
  }
})

test('thresholds are data, chance is stated, order changes nothing', () => {
  const { score, verdict } = monitor(DEFAULT_MODEL, base, now, { thresholds: { watch: 1e-6, act: 1e-5 } })
  expect([verdict, score.verdict]).toEqual(['act', 'act'])
  // χ² with 9 degrees of freedom reaches 16.92 once in twenty (any table); 16.92 · (1 ÷ 250 + 1 ÷ 250) = 0.135
  expect(score.parts).toHaveLength(10)
  expect(score.byChance).toBeCloseTo(0.1354, 3)
  const turned = monitor(DEFAULT_MODEL, [...base].reverse(), [...now].reverse())
  expect(JSON.stringify(turned)).toBe(JSON.stringify(half))
})

describe('bad input', () => {
  test.each<[string, () => unknown]>([
    ['train.noRows', () => monitor(DEFAULT_MODEL, base, [])],
    ['train.duplicateId', () => monitor(DEFAULT_MODEL, [base[0]!, base[0]!], now)],
    ['train.caseRefused', () => monitor(DEFAULT_MODEL, [{ case: {}, asOf: base[0]!.asOf }], now)],
    ['train.row', () => monitor(DEFAULT_MODEL, [{ ...base[0]!, asOf: 'now' }], now)],
    ['train.option', () => monitor(DEFAULT_MODEL, base, now, { thresholds: { watch: 0.3 } })],
    ['train.option', () => monitor(DEFAULT_MODEL, base, now, { treshold: 1 } as never)],
    ['context.invalid', () => monitor({} as never, base, now)],
  ])('%s', (code, run) => {
    expect(run).toThrow(expect.objectContaining({ code }))
  })
})
