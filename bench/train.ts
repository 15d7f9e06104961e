import { existsSync } from 'node:fs'
import { DEFAULT_MODEL_OPTIONS } from '../scripts/defaultModelOptions.ts'
import { FEATURES } from '../src/history/features.ts'
import type { BorrowerCase } from '../src/input/borrowerCase.ts'
import type { TrainOptions } from '../src/train/fit/options.ts'
import { rowsOfPortfolio } from '../test/real/realRows.ts'
import { compareFigures } from './compareFigures.ts'
import { lineOf, tried } from './heldOutFigures.ts'
import { haveOptbinning } from './optbinning.ts'
import { LENDERS_OWN, taiwanRows, WITHOUT_KEEP } from './taiwan.ts'
import { growth } from './trainGrowth.ts'
import { compareSpeed } from './trainSpeed.ts'
import { transported } from './transported.ts'

/**
 * `npm run bench:train`: the figures of fitting on the real portfolios, on rows held out, 5 folds by two or five seeds; beside
 * optbinning where PYTHON names a Python that has it; and how time and memory grow with made-up rows, up to a million
 * or BENCH_LARGE.
 */
if (!existsSync('../shared/data')) throw new Error('the folder ../shared/data is absent')

const FIVE_SEEDS = [1, 2, 3, 4, 5]
const history = Object.keys(FEATURES).filter((name) =>
  /^(worst|share|sumBehind|periods|paidShare|zeroPay|daysLate(Last|Median|Mean)|early)/.test(name),
)
const usable = history.filter(
  (name) => FEATURES[name as keyof typeof FEATURES].direction !== null && name !== 'periodsBehind',
)
const SINGLE_LOANS: TrainOptions = { features: usable, coding: 'steps', later: 'ignore' }

const taiwan = taiwanRows()
const builtIn = tried(taiwan, DEFAULT_MODEL_OPTIONS)
console.log(`Taiwan, built-in model: ${lineOf(builtIn.figures)}`)
const free = tried(taiwan, WITHOUT_KEEP)
console.log(`Taiwan, the same without the weight kept for days past due: ${lineOf(free.figures)}`)
const own = tried(taiwan, LENDERS_OWN)
console.log(`Taiwan, with limit and amounts paid: ${lineOf(own.figures)}`)
const late = tried(
  taiwan.filter((row) => (row.case as BorrowerCase).loan.overdue > 0),
  // In arrears the newest period is late for all.
  { ...WITHOUT_KEEP, features: (WITHOUT_KEEP.features ?? []).filter((name) => name !== 'periodsSinceLate') },
  FIVE_SEEDS,
)
console.log(`Taiwan, those in arrears, fitted on them: ${lineOf(late.figures)}`)
const singleLoans = rowsOfPortfolio('single-loans')
const single = tried(singleLoans, SINGLE_LOANS, FIVE_SEEDS)
console.log(`Single loans, history only: ${lineOf(single.figures)}`)
transported('Single loans, built-in model unchanged', singleLoans)
transported('Late loans, built-in model unchanged', rowsOfPortfolio('late-loans'))

const beside = haveOptbinning()
if (beside) {
  compareFigures('built-in model', builtIn)
  compareFigures('with limit and amounts paid', own)
}
compareSpeed(taiwan, beside)
growth(Number(process.env.BENCH_LARGE ?? 1_000_000))
