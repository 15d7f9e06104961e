import { trainScorecard } from '../src/entry/train.ts'
import type { Model } from '../src/input/model.ts'
import { DEFAULT_MODEL } from '../src/policy/defaultModel.ts'
import { type Exported, exportedRows, ODD_MODEL, oddRows, portfolioRows } from '../test/train/exportedRows.ts'

/** How many of the rows an engine that is handed the model and their values makes something else of. */
type Differing = (model: Model, rows: readonly Exported[]) => number | Promise<number>

/**
 * Asks an outside engine for every row of every kind of model an export may have to carry, and ends with
 * `N passed, N failed`, a model counting as one.
 */
export async function checkEngine(differing: Differing): Promise<void> {
  const portfolio = portfolioRows()
  const fitted = (calibration: 'platt' | 'isotonic' | 'identity') =>
    trainScorecard(portfolio, { calibration, verify: false }).model
  let passed = 0
  let failed = 0
  for (const [name, model, of] of [
    ['built in', DEFAULT_MODEL, portfolio],
    ['fitted, Platt', fitted('platt'), portfolio],
    ['fitted, isotonic', fitted('isotonic'), portfolio],
    ['fitted, not calibrated', fitted('identity'), portfolio],
    ['odd names and values', ODD_MODEL, oddRows()],
    [
      'one probability for all',
      { ...ODD_MODEL, calibration: { kind: 'isotonic', x: [0.5], y: [0.4] } },
      oddRows(),
    ],
  ] as const) {
    const rows = exportedRows(of, model)
    const differ = await differing(model, rows)
    console.log(`${name}: ${rows.length} rows, ${differ} differ`)
    if (differ === 0) passed++
    else failed++
  }
  console.log(`\n${passed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

/** Says that an engine is absent: `.ci/run` then counts nothing. */
export function notRun(why: string): void {
  console.log(`not run: ${why}`)
}
