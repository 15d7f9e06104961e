import type { Context } from '../input/context.ts'
import type { PolicyInput } from '../input/policy.ts'
import { settingsOf, type TrainOptions } from '../train/fit/options.ts'
import { readTrainingRows, type TrainingRow } from '../train/fit/readRows.ts'
import { type Trained, trainTable } from '../train/fit/trainTable.ts'
import { createContext } from './createContext.ts'

/**
 * Fits a scorecard to past cases and what became of them: bins, signs-constrained logistic regression, whole points,
 * calibration on held-out folds, and a card generated from the result. The same rows give the same model, byte for
 * byte, in whatever order they come. `policy` is the one decisions are taken with: some characteristics read it.
 *
 * @throws a Failure with a code `train.…` and a message that says what to do; never half a model.
 * @example
 * const { model, card } = trainScorecard(rows, { id: 'cards-2026' })
 * createContext({ asOf, model })
 */
export function trainScorecard(
  rows: Iterable<TrainingRow>,
  { policy, ...options }: TrainOptions & { readonly policy?: string | PolicyInput } = {},
): Trained {
  const given = policy === undefined ? {} : { policy }
  const context = createContext({ asOf: '2000-01-01T00:00:00Z', later: options.later ?? 'reject', ...given })
  return trainIn(context, rows, options)
}

/** The same in a context that stands: its policy, and what it does with later entries, are used. */
export function trainIn(context: Context, rows: Iterable<TrainingRow>, options: TrainOptions): Trained {
  const settings = settingsOf(options)
  return trainTable(readTrainingRows(rows, settings.wanted, context), settings)
}
