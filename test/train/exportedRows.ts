import { readFileSync } from 'node:fs'
import { createContext } from '../../src/entry/createContext.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import type { Model } from '../../src/input/model.ts'
import type { Score } from '../../src/score/score.ts'
import type { TrainingRow } from '../../src/train/fit/readRows.ts'
import { type CaseAtInstant, seenCases } from '../../src/train/monitor/seenCases.ts'
import { factsAndScore } from '../helpers/scoreOf.ts'

/** The synthetic portfolio with what became of each. */
export function portfolioRows(): TrainingRow[] {
  const lines = (name: string) => readFileSync(`fixtures/portfolios/${name}`, 'utf8').trimEnd().split('\n')
  const bad = new Map(lines('synthetic.outcomes.csv').map((line) => line.split(',') as [string, string]))
  return lines('synthetic.ndjson').map((line) => {
    const record = JSON.parse(line) as BorrowerCase
    const { asOf } = record.metadata as { asOf: string }
    return { case: record, asOf, bad: bad.get(record.id) === '1' ? 1 : 0 }
  })
}

/** The values another engine is handed of a case, and what this one makes of them. */
export interface Exported {
  readonly values: Readonly<Record<string, number | string | null>>
  readonly score: Score
}

/** A column `x_missing` takes the reason where a number has one. */
export function exportedRows(rows: readonly CaseAtInstant[], model: Model): Exported[] {
  const context = createContext({ asOf: rows[0]!.asOf, model })
  return [...seenCases(rows, context)].map(({ row, facts, then }) => {
    const values: Record<string, number | string | null> = {}
    for (const { feature, bins, missing } of model.characteristics) {
      const known = (facts.features as Record<string, number | null>)[feature]
      const value = known === undefined ? (facts.view.source.features?.[feature] ?? null) : known
      const isCategory = bins.some((bin) => bin.in !== undefined)
      values[feature] = isCategory
        ? value === null
          ? null
          : String(value)
        : typeof value === 'number'
          ? value
          : null
      if (!isCategory && missing.kinds !== undefined)
        values[`${feature}_missing`] = typeof value === 'string' ? value : null
    }
    return { values, score: factsAndScore(row.case as BorrowerCase, then).score }
  })
}

/** A model of one's own with whatever makes an export stumble: names, quotes, reasons, categories, an isotonic map. */
export const ODD_MODEL: Model = {
  id: 'odd -- model\n',
  version: '1',
  event: 'paid "in <full>" & on time',
  horizonDays: 30,
  scaleFree: false,
  scale: { basePoints: 500, baseOdds: 2, pointsToDoubleOdds: 40 },
  intercept: -7,
  characteristics: [
    {
      feature: 'select',
      direction: 'up',
      group: 'a',
      prior: false,
      bins: [
        { below: -0.1, points: -31 },
        { below: 0.3, points: 4 },
        { below: 1e-7 + 0.3, points: 5 },
        { points: 44 },
      ],
      missing: { points: -3, kinds: { notAsked: 9, notApplicable: -11 } },
    },
    {
      feature: `o"dd 'name'`,
      direction: 'none',
      group: 'b',
      prior: false,
      bins: [
        { in: ["it's", 'a "b" c', '<&>'], points: 21 },
        { in: ['7', 'null'], points: -20 },
        { points: 2 },
      ],
      missing: { points: -5, kinds: { notAvailable: 13 } },
    },
    {
      feature: 'daysPastDue',
      direction: 'down',
      group: 'c',
      prior: false,
      bins: [{ below: 30, points: 10 }, { points: -40 }],
      missing: { points: 0 },
    },
  ],
  base: {},
  calibration: { kind: 'isotonic', x: [0.2, 0.5, 0.500001, 0.8, 1], y: [0.1, 0.4, 0.6, 0.6, 0.97] },
  card: {},
}

/** Every value the odd model could stumble over, with every other. */
export function oddRows(): TrainingRow[] {
  const numbers = [
    null,
    'notAsked',
    'notAvailable',
    'notApplicable',
    -0.2,
    -0.1,
    0,
    0.3,
    0.1 + 0.2,
    0.30000005,
    0.3 + 1e-7,
    5,
  ]
  const texts = [null, "it's", 'a "b" c', '<&>', 7, 'null', 'other', 'notAvailable', 'notAsked']
  return numbers.flatMap((select, i) =>
    texts.flatMap((text, j) =>
      [0, 29, 30, 31].map(
        (days): TrainingRow => ({
          asOf: '2026-07-01T12:00:00Z',
          bad: 0,
          case: {
            id: `${i}-${j}-${days}`,
            currency: 'EUR',
            timeZone: 'UTC',
            loan: {
              product: 'instalment',
              outstanding: 5000,
              overdue: days === 0 ? 0 : 100,
              daysPastDue: days,
            },
            features: { select, "o\"dd 'name'": text },
          },
        }),
      ),
    ),
  )
}
