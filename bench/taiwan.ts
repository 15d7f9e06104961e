import { DEFAULT_MODEL_OPTIONS } from '../scripts/defaultModelOptions.ts'
import type { BorrowerCase } from '../src/input/borrowerCase.ts'
import type { TrainOptions } from '../src/train/fit/options.ts'
import type { TrainingRow } from '../src/train/fit/readRows.ts'
import { rowsOfPortfolio } from '../test/real/realRows.ts'

export const TAIWAN_CSV = '../shared/data/taiwan-cards-half.csv'

const { keep: _, beyond: __, ...free } = DEFAULT_MODEL_OPTIONS
/** The built-in model's options without the weight that days past due keep there. */
export const WITHOUT_KEEP: TrainOptions = free

/** What a lender may know besides: the limit, and payments as money. */
export const LENDERS_OWN: TrainOptions = {
  ...free,
  features: [...(free.features ?? []), 'utilisation', 'utilisationTrend', 'paidToBalance1', 'paidToBalance3'],
  // 15,000 rows are enough for a map that is free but for its direction.
  calibration: 'isotonic',
  own: { limit: 'up', paidMean: 'up', paidMost: 'up', paidLeast: 'up', paidLast: 'up' },
}

/** The Taiwan half in the order of its file, each case with those figures of the lender's own. */
export function taiwanRows(): TrainingRow[] {
  return rowsOfPortfolio('taiwan', '2005-10-01T00:00:00+08:00').map((row) => {
    const record = row.case as BorrowerCase
    const paid = (record.repayments ?? []).map((due) =>
      (due.paid ?? []).reduce((sum, { amount }) => sum + amount, 0),
    )
    const features = {
      limit: record.loan.creditLimit ?? null,
      paidMean: paid.reduce((sum, amount) => sum + amount, 0) / paid.length,
      paidMost: Math.max(...paid),
      paidLeast: Math.min(...paid),
      paidLast: paid.at(-1) ?? null,
    }
    return { ...row, case: { ...record, features } }
  })
}
