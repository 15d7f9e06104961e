import { performance } from 'node:perf_hooks'
import { createContext } from '../src/entry/createContext.ts'
import { prepare } from '../src/entry/prepare.ts'
import type { Facts } from '../src/history/facts.ts'
import { FEATURES } from '../src/history/features.ts'
import type { Model } from '../src/input/model.ts'
import { scoreCase } from '../src/score/scoreCase.ts'
import { fitScorecard } from '../src/train/fit/fitScorecard.ts'
import { foldsOf } from '../src/train/fit/heldOut.ts'
import { settingsOf } from '../src/train/fit/options.ts'
import { type ReadRows, readTrainingRows, type TrainingRow } from '../src/train/fit/readRows.ts'
import { compareSolvers } from '../src/train/fit/secondSolver.ts'
import { trainTable } from '../src/train/fit/trainTable.ts'
import { seenCases } from '../src/train/monitor/seenCases.ts'
import { askOptbinning } from './optbinning.ts'
import { LENDERS_OWN } from './taiwan.ts'

/** Machines are shared: the best of so many turns is told, besides the first. */
const TIMES = 3
const COLUMNS = 25
const REASONS = 4

interface Told {
  readonly versions: string
  readonly seconds: readonly number[]
  readonly figures: { readonly auc: number; readonly ks: number; readonly calibrationError: number }
  readonly scoresPerSecond: readonly number[]
}

/**
 * Trains on 15,000 × 25 and scores single records; beside optbinning and scikit-learn on the same table, where they
 * are.
 */
export function compareSpeed(cases: readonly TrainingRow[], beside: boolean): void {
  const settings = settingsOf({ own: LENDERS_OWN.own ?? {}, verify: false })
  const rows = widest(cases)
  const seconds = Array.from({ length: TIMES }, () => timed(() => trainTable(rows, settings)))
  const fitted = fitScorecard(rows.table, settings)
  const check = timed(() => compareSolvers(fitted.design, fitted.fit.free))
  const { model, card } = trainTable(rows, settings)
  console.log(
    `\nbin, fit, calibrate and validate ${rows.table.count.toLocaleString('en')} × ${COLUMNS}: ${told(seconds)}, 6 fits, AUC ${card.metrics.all?.auc}; the second solver's check ${check.toFixed(1)} s`,
  )
  const { scored, whole } = scoresPerSecond(cases.slice(0, 500), model)
  console.log(
    `one record scored by ${model.characteristics.length} characteristics, with ${REASONS} reasons: ${rate(scored)} from their values, ${rate(whole)} from its JSON`,
  )
  if (!beside) return
  const theirs = askOptbinning<Told>('speed', {
    times: TIMES,
    bad: [...rows.table.bad],
    foldOf: [...foldsOf(rows.table, settings.folds, settings.seed)],
    columns: rows.table.columns.map((column) => ({
      feature: column.feature,
      direction: column.kind === 'number' ? column.direction : 'none',
      values: Array.from(column.values, (value) => (Number.isNaN(value) ? null : value)),
    })),
  })
  const oneByOne = Math.max(...theirs.scoresPerSecond)
  console.log(
    `${theirs.versions}, the same: ${told(theirs.seconds)}, AUC ${theirs.figures.auc.toFixed(6)}; one record scored by ${COLUMNS}, without reasons: ${rate(oneByOne)}`,
  )
  const faster = Math.min(...theirs.seconds) / Math.min(...seconds)
  console.log(`theirs ÷ ours, time to train     ${faster.toFixed(1)} (above 1)`)
  console.log(
    `ours ÷ theirs, records a second  ${times(scored / oneByOne)} (at least 500); ours from JSON ${times(whole / oneByOne)}`,
  )
}

/** The lender's own and as many of the history table as make 25 that differ between borrowers. */
function widest(cases: readonly TrainingRow[]): ReadRows {
  const own = LENDERS_OWN.own ?? {}
  const features = Object.entries(FEATURES).flatMap(([name, { direction }]) =>
    direction === null ? [] : [name],
  )
  const { wanted } = settingsOf({ features, own })
  const { table, from, to } = readTrainingRows(cases, wanted, createContext({ asOf: cases[0]!.asOf }))
  const telling = table.columns.filter(({ values }) => new Set(values).size > 1)
  const mine = telling.filter(({ feature }) => feature in own)
  const others = telling.filter(({ feature }) => !(feature in own)).slice(0, COLUMNS - mine.length)
  return { table: { ...table, columns: [...mine, ...others] }, from, to }
}

function scoresPerSecond(cases: readonly TrainingRow[], model: Model): { scored: number; whole: number } {
  const { asOf } = cases[0]!
  const context = createContext({ asOf, model })
  const facts = [...seenCases(cases, context)].map((seen) => seen.facts)
  const records = cases.map((row) => JSON.stringify(row.case))
  const { scorecard } = prepare(context)
  const explainedOf = (of: Facts): number => explained(scoreCase(of, scorecard, context.policy.bands))
  const fromJson = (): { case: unknown; asOf: string }[] =>
    records.map((text) => ({ case: JSON.parse(text), asOf }))
  return {
    scored: best(() => facts.map(explainedOf).length),
    whole: best(() => [...seenCases(fromJson(), context)].map((seen) => explainedOf(seen.facts)).length),
  }
}

/** The reasons a letter gives: what lost most against the best possible. */
const explained = ({ contributions }: ReturnType<typeof scoreCase>): number =>
  [...contributions].sort((a, b) => b.pointsLost - a.pointsLost).slice(0, REASONS).length

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return (performance.now() - began) / 1000
}

/** The best rate a second of short turns, each of the work done over and over. */
function best(work: () => number): number {
  const rates = Array.from({ length: 12 }, () => {
    const began = performance.now()
    let done = 0
    while (performance.now() - began < 100) done += work()
    return (done / (performance.now() - began)) * 1000
  })
  return Math.max(...rates)
}

const times = (ratio: number): string => Math.round(ratio).toLocaleString('en')
const rate = (perSecond: number): string => `${Math.round(perSecond).toLocaleString('en')} /s`
const told = (seconds: readonly number[]): string =>
  `${Math.min(...seconds).toFixed(2)} s (first ${seconds[0]!.toFixed(2)} s)`
