import type { Context } from '../input/context.ts'
import type { Model } from '../input/model.ts'
import type { PolicyInput } from '../input/policy.ts'
import { round6 } from '../numbers/maths.ts'
import type { Score } from '../score/score.ts'
import { scoreCase } from '../score/scoreCase.ts'
import type { EpochSecond } from '../time/instant.ts'
import { firstAndLast, outcomeOf } from '../train/fit/readRows.ts'
import {
  DRIFT_THRESHOLDS,
  driftOfBins,
  driftOfNames,
  driftOfPoints,
  soundThresholds,
  type Thresholds,
  tenthsOf,
} from '../train/monitor/drift.ts'
import {
  calibrationDrift,
  type MonitoredSample,
  type MonitorReport,
  watched,
} from '../train/monitor/monitorReport.ts'
import { type CaseAtInstant, seenCases } from '../train/monitor/seenCases.ts'
import { failure } from '../words/failure.ts'
import { createContext } from './createContext.ts'
import { decideView } from './pipeline.ts'
import { prepare } from './prepare.ts'

/** A case to compare, and what became of it where that is known: of all cases of a list, or of none. */
export interface MonitoredCase extends CaseAtInstant {
  /** 1: the bad event came. */
  readonly bad?: 0 | 1
}

/** How cases are compared: one flat object, all with defaults. */
export interface MonitorOptions {
  /** From which stability index on to watch, and to act. Default 0.10 and 0.25. */
  readonly thresholds?: Partial<Thresholds>
  /** From which calibration error on, if it is more than chance. Default 0.02 and 0.05. */
  readonly calibrationThresholds?: Partial<Thresholds>
  readonly policy?: string | PolicyInput
  /** What a case with something later than its instant is: refused (default), or seen as it stood then. */
  readonly later?: 'reject' | 'ignore'
}

/**
 * Whether a scorecard still sees the borrowers it was made for: drift of scores, of characteristics, of what is
 * decided and of why, between two lists of cases; that needs no outcomes, so it tells before they do. Where outcomes
 * are known, also whether what it expects still comes. `validateScorecard` on cases with outcomes is the next step.
 * The order of cases changes nothing.
 *
 * @throws a Failure with a code `train.…`, or `context.invalid` for a model that is none.
 * @example
 * monitor(model, lastYear, thisMonth).verdict // => 'stable'
 */
export function monitor(
  model: Model,
  base: Iterable<MonitoredCase>,
  now: Iterable<MonitoredCase>,
  { policy, later = 'reject', ...options }: MonitorOptions = {},
): MonitorReport {
  const given = policy === undefined ? {} : { policy }
  const context = createContext({ asOf: '2000-01-01T00:00:00Z', later, model, ...given })
  return monitorIn(context, base, now, options)
}

/** The same for a context that stands. `decides`: the scorecard decisions are taken with, where it is another one. */
export function monitorIn(
  context: Context,
  base: Iterable<MonitoredCase>,
  now: Iterable<MonitoredCase>,
  { thresholds: index, calibrationThresholds: error, ...others }: Omit<MonitorOptions, 'policy' | 'later'>,
  decides: Model = context.model,
): MonitorReport {
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw failure('train.option', `there is no option "${unknown}"`)
  const thresholds = soundThresholds('thresholds', DRIFT_THRESHOLDS.stability, index)
  const tolerated = soundThresholds('calibrationThresholds', DRIFT_THRESHOLDS.calibration, error)
  const [before, after] = [seen(base, context, decides), seen(now, context, decides)]
  const rows = [before.length, after.length] as const
  const compare = (of: (one: Seen) => string) => driftOfNames(before.map(of), after.map(of))
  const score = watched(driftOfPoints(before.map(pointsOf), after.map(pointsOf)), rows, thresholds)
  const characteristics = prepare(context).scorecard.rows.map(({ feature, labels }, k) => {
    const bins = (all: readonly Seen[]) => all.map((one) => one.score.contributions[k]?.bin ?? '')
    const mean = (all: readonly Seen[]) => meanOf(all, (one) => one.score.contributions[k]?.points ?? 0)
    const drift = watched(driftOfBins(labels, bins(before), bins(after)), rows, thresholds)
    return { feature, pointsShift: round6(mean(after) - mean(before)), ...drift }
  })
  const actions = watched(
    compare(({ action }) => action),
    rows,
    thresholds,
  )
  const reasons = {
    action: watched(
      compare(({ whyAction }) => whyAction),
      rows,
      thresholds,
    ),
    score: watched(
      compare(({ whyScore }) => whyScore),
      rows,
      thresholds,
    ),
  }
  const bands = tenthsOf(before.map(pointsOf))
  const calibration = calibrationDrift(outcomesKnown(before), outcomesKnown(after), bands, tolerated)
  const all = [
    { name: 'score', ...score },
    ...characteristics.map((one) => ({ name: `characteristics/${one.feature}`, ...one })),
    { name: 'actions', ...actions },
    { name: 'reasons/action', ...reasons.action },
    { name: 'reasons/score', ...reasons.score },
    { name: 'calibration', ...calibration },
  ]
  const verdicts = new Set(all.map(({ verdict }) => verdict))
  return {
    model: context.versions.model,
    thresholds,
    base: sampleOf(before),
    now: sampleOf(after),
    verdict: verdicts.has('act') ? 'act' : verdicts.has('watch') ? 'watch' : 'stable',
    exceeded: all.filter(({ verdict }) => verdict === 'watch' || verdict === 'act').map(({ name }) => name),
    score,
    characteristics,
    actions,
    reasons,
    calibration,
  }
}

interface Seen {
  readonly asOf: string
  readonly second: EpochSecond
  readonly score: Score
  readonly bad: 0 | 1 | undefined
  readonly action: string
  readonly whyAction: string
  readonly whyScore: string
}

const pointsOf = ({ score }: Seen): number => score.points

/** What outcomes are held against; undefined where they are not known. */
const outcomesKnown = (all: readonly Seen[]) =>
  all[0]?.bad === undefined
    ? undefined
    : all.map(({ score: { points, probability }, bad }) => ({ points, probability, bad: bad as 0 | 1 }))

function seen(rows: Iterable<MonitoredCase>, context: Context, decides: Model): Seen[] {
  const { scorecard } = prepare(context)
  const all: Seen[] = []
  for (const { row, place, view, facts, then } of seenCases(rows, context)) {
    const bad = row.bad === undefined ? undefined : outcomeOf(row, place)
    if (all.length > 0 && (bad === undefined) !== (all[0]?.bad === undefined))
      throw failure('train.row', `row ${place}: give the outcomes of all cases of a list, or of none`)
    const deciding = decides === context.model ? then : Object.freeze({ ...then, model: decides })
    const { action, reasons } = decideView(view, deciding)
    const why = (about: 'action' | 'score') =>
      reasons.find((reason) => reason.about === about)?.code ?? 'none'
    all.push({
      asOf: then.asOf,
      second: then.asOfSecond,
      score: scoreCase(facts, scorecard, context.policy.bands),
      bad,
      action: action.kind,
      whyAction: why('action'),
      whyScore: why('score'),
    })
  }
  return all
}

const meanOf = (all: readonly Seen[], of: (one: Seen) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0) / all.length

const sampleOf = (all: readonly Seen[]): MonitoredSample => ({
  rows: all.length,
  ...firstAndLast(new Map(all.map(({ asOf, second }) => [asOf, second]))),
  meanPoints: round6(meanOf(all, pointsOf)),
  meanProbability: round6(meanOf(all, ({ score }) => score.probability)),
})
