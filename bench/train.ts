import { existsSync } from 'node:fs'
import { DEFAULT_MODEL_OPTIONS } from '../scripts/defaultModelOptions.ts'
import { trainScorecard } from '../src/entry/train.ts'
import { FEATURES } from '../src/history/features.ts'
import type { BorrowerCase } from '../src/input/borrowerCase.ts'
import type { TrainOptions } from '../src/train/options.ts'
import type { TrainingRow } from '../src/train/readRows.ts'
import { rowsOfPortfolio } from '../test/real/realRows.ts'
import { transported } from './transported.ts'

/** `npm run bench:train`: the figures of fitting, on rows held out, 5 folds by two or five seeds, over the real portfolios. */
if (!existsSync('../shared/data')) throw new Error('the folder ../shared/data is absent')

const mean = (values: readonly number[]): string =>
  (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4)

function heldOut(
  name: string,
  rows: readonly TrainingRow[],
  options: TrainOptions,
  seeds: readonly number[] = [1, 2],
): void {
  const started = performance.now()
  const cards = seeds.map((seed) => trainScorecard(rows, { ...options, seed, verify: false }).card.metrics)
  const seconds = ((performance.now() - started) / (1000 * seeds.length)).toFixed(2)
  const all = cards.flatMap((card) => card.all ?? [])
  const late = cards.flatMap((card) => card.inArrears ?? [])
  const figures = [
    `AUC ${mean(all.map(({ auc }) => auc))}`,
    `KS ${mean(all.map(({ ks }) => ks))}`,
    `calibration error ${mean(all.map(({ calibrationError }) => calibrationError))} (before ${mean(all.map(({ calibrationErrorBefore }) => calibrationErrorBefore))})`,
    ...(late.length > 0
      ? [`in arrears AUC ${mean(late.map(({ auc }) => auc))} KS ${mean(late.map(({ ks }) => ks))}`]
      : []),
    `${seconds} s from cases to model, 6 fits`,
  ]
  console.log(`${name}: ${figures.join(', ')}`)
}

const taiwan = rowsOfPortfolio('taiwan', '2005-10-01T00:00:00+08:00')
heldOut('Taiwan, built-in model', taiwan, DEFAULT_MODEL_OPTIONS)
const { keep: _, beyond: __, ...free } = DEFAULT_MODEL_OPTIONS
heldOut('Taiwan, the same without the weight kept for days past due', taiwan, free)

heldOut(
  'Taiwan, those in arrears, fitted on them',
  taiwan.filter((row) => (row.case as BorrowerCase).loan.overdue > 0),
  // In arrears the newest period is late for all.
  { ...free, features: (free.features ?? []).filter((name) => name !== 'periodsSinceLate') },
  [1, 2, 3, 4, 5],
)

/** What a lender may know besides: the limit, and payments as money. */
const withMoney = taiwan.map((row) => {
  const record = row.case as BorrowerCase
  const paid = (record.repayments ?? []).map((due) =>
    (due.paid ?? []).reduce((sum, { amount }) => sum + amount, 0),
  )
  const total = paid.reduce((sum, amount) => sum + amount, 0)
  const features = {
    limit: record.loan.creditLimit ?? null,
    paidMean: total / paid.length,
    paidMost: Math.max(...paid),
    paidLeast: Math.min(...paid),
    paidLast: paid.at(-1) ?? null,
  }
  return { ...row, case: { ...record, features } }
})
heldOut('Taiwan, with limit and amounts paid', withMoney, {
  ...free,
  features: [...(free.features ?? []), 'utilisation', 'utilisationTrend', 'paidToBalance1', 'paidToBalance3'],
  own: { limit: 'up', paidMean: 'up', paidMost: 'up', paidLeast: 'up', paidLast: 'up' },
})
const history = Object.keys(FEATURES).filter((name) =>
  /^(worst|share|sumBehind|periods|paidShare|zeroPay|daysLate(Last|Median|Mean)|early)/.test(name),
)
const usable = (names: readonly string[]): string[] =>
  names.filter(
    (name) => FEATURES[name as keyof typeof FEATURES].direction !== null && name !== 'periodsBehind',
  )
const singleLoans = rowsOfPortfolio('single-loans')
transported('Single loans, built-in model unchanged', singleLoans)
transported('Late loans, built-in model unchanged', rowsOfPortfolio('late-loans'))
heldOut(
  'Single loans, history only',
  singleLoans,
  { features: usable(history), coding: 'steps', later: 'ignore' },
  [1, 2, 3, 4, 5],
)
