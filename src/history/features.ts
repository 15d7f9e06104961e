import type { Direction } from '../input/model.ts'
import { round6, shrunkShare } from '../numbers/maths.ts'
import type { EpochDay } from '../time/civilDay.ts'
import {
  type Tell,
  tellAge,
  tellBehind,
  tellDaysLate,
  tellEarly,
  tellFailures,
  tellInactive,
  tellKnown,
  tellLate,
  tellLeastPaidToBalance,
  tellMeetings,
  tellNewestLate,
  tellNoPayments,
  tellOverdue,
  tellPaidShare,
  tellPaidToBalance,
  tellPaidToLimit,
  tellSinceLate,
  tellSum,
  tellUtilisation,
  tellUtilisationMean,
  tellUtilisationTrend,
  tellWorst,
  tellZeroPayments,
} from './featureTold.ts'
import type { Measured } from './measured.ts'

type Unit = 'days' | 'periods' | 'share' | 'ratio' | 'count' | 'contacts' | 'rate' | 'money' | 'trend'

/** Characteristics that tell the same story share a group, of which only the weightiest becomes a top reason. */
export type FeatureGroup =
  | 'delinquency'
  | 'history'
  | 'acquaintance'
  | 'payments'
  | 'punctuality'
  | 'utilisation'
  | 'contacts'

/**
 * A characteristic: what it is, its value, and how it is told as a reason. Its sentence stands in each language, what it
 * says to people who fit or read models in `src/train/fit/featureMeanings.ts`.
 */
export interface Feature {
  readonly unit: Unit
  /**
   * `up`: more never lowers the score; `down`: more never raises it; null: for reasons and suitability only, never in
   * a model. What has a direction keeps the score monotone: more days past due never moves it to the good side, a
   * newest payment made earlier or larger never to the bad side. What cannot promise that has none.
   */
  readonly direction: Direction | null
  /** Of those with a direction. */
  readonly group: FeatureGroup | null
  /** Its value; null where it is not known. */
  readonly measure: (measured: Measured) => number | null
  /** Of those with a direction: its reason, where the value is known. */
  readonly tell: Tell | null
  /** Whether only a revolving account can have it: of other loans it is not unknown, there is none. */
  readonly revolvingOnly?: true
}

/** May enter a model. */
const scored = <D extends Direction>(
  unit: Unit,
  direction: D,
  group: FeatureGroup,
  measure: Feature['measure'],
  tell: Tell,
) => ({ unit, direction, group, measure, tell })

/** As `scored`, of what only a revolving account has: statements and a credit limit. */
const ofRevolving = <D extends Direction>(
  unit: Unit,
  direction: D,
  group: FeatureGroup,
  measure: Feature['measure'],
  tell: Tell,
) => ({ ...scored(unit, direction, group, measure, tell), revolvingOnly: true as const })

/** May not enter a model. */
const unscored = (unit: Unit, measure: Feature['measure']) => ({
  unit,
  direction: null,
  group: null,
  measure,
  tell: null,
})

/**
 * Every characteristic the record gives. A *period* is a mark of `paymentProfile` or a repayment row that fell due
 * before the day of `asOf`; `3`, `6`, `12` are the newest so many. A row with nothing due, and a mark `-` or `?`,
 * takes its place among them and is left out of the figure. Ratios and rates are rounded to 6 decimals.
 */
export const FEATURES = {
  // Delinquency
  daysPastDue: scored('days', 'down', 'delinquency', ({ daysPastDue }) => daysPastDue, tellAge),
  periodsBehind: scored('periods', 'down', 'delinquency', ({ late }) => late.periodsBehind, tellBehind),
  overdueShare: scored('share', 'down', 'delinquency', overdueShare, tellOverdue),
  worstBehind6: scored('periods', 'down', 'history', ({ late }) => late.worstBehind6, tellWorst(6)),
  worstBehind12: scored('periods', 'down', 'history', ({ late }) => late.worstBehind12, tellWorst(12)),
  shareLate6: scored('share', 'down', 'history', ({ late }) => late.shareLate6, tellLate(6)),
  shareLate12: scored('share', 'down', 'history', ({ late }) => late.shareLate12, tellLate(12)),
  sumBehind6: scored('periods', 'down', 'history', ({ late }) => late.sumBehind6, tellSum),
  periodsSinceLate: scored('periods', 'up', 'history', ({ late }) => late.periodsSinceLate, tellSinceLate),
  behindTrend: unscored('trend', ({ late }) => late.behindTrend),
  rollDirection: unscored('trend', ({ late }) => late.rollDirection),
  cures: unscored('count', ({ late }) => late.cures),
  relapses: unscored('count', ({ late }) => late.relapses),
  periodsKnown: scored('periods', 'up', 'acquaintance', ({ late }) => late.periodsKnown, tellKnown),

  // Payments
  paidShare1: scored('ratio', 'up', 'payments', ({ paid }) => paid.paidShare1, tellPaidShare(1)),
  paidShare3: scored('ratio', 'up', 'payments', ({ paid }) => paid.paidShare3, tellPaidShare(3)),
  paidShare6: scored('ratio', 'up', 'payments', ({ paid }) => paid.paidShare6, tellPaidShare(6)),
  paidShare12: scored('ratio', 'up', 'payments', ({ paid }) => paid.paidShare12, tellPaidShare(12)),
  partialShare6: unscored('share', ({ paid }) => paid.partialShare6),
  zeroPayShare6: scored('share', 'down', 'payments', ({ paid }) => paid.zeroPayShare6, tellZeroPayments),
  daysLateLast: scored('days', 'down', 'punctuality', ({ paid }) => paid.daysLateLast, tellNewestLate),
  daysLateMedian: scored(
    'days',
    'down',
    'punctuality',
    ({ paid }) => paid.daysLateMedian,
    tellDaysLate(false),
  ),
  daysLateMean: scored('days', 'down', 'punctuality', ({ paid }) => paid.daysLateMean, tellDaysLate(true)),
  earlyShare12: scored('share', 'up', 'punctuality', ({ paid }) => paid.earlyShare12, tellEarly),
  daysSinceLastPayment: unscored('days', ({ lastPayment, today }) => daysSince(lastPayment, today)),
  sustainedPayment3: unscored('money', ({ paid }) => paid.sustainedPayment3),
  sustainedPayment6: unscored('money', ({ paid }) => paid.sustainedPayment6),
  utilisation: ofRevolving('ratio', 'down', 'utilisation', ({ used }) => used.utilisation, tellUtilisation),
  utilisationMean6: ofRevolving(
    'ratio',
    'down',
    'utilisation',
    ({ used }) => used.utilisationMean6,
    tellUtilisationMean,
  ),
  utilisationTrend: ofRevolving(
    'trend',
    'down',
    'utilisation',
    ({ used }) => used.utilisationTrend,
    tellUtilisationTrend,
  ),
  paidToBalance1: ofRevolving(
    'ratio',
    'up',
    'payments',
    ({ used }) => used.paidToBalance1,
    tellPaidToBalance(1),
  ),
  paidToBalance3: ofRevolving(
    'ratio',
    'up',
    'payments',
    ({ used }) => used.paidToBalance3,
    tellPaidToBalance(3),
  ),
  paidToBalance6: ofRevolving(
    'ratio',
    'up',
    'payments',
    ({ used }) => used.paidToBalance6,
    tellPaidToBalance(6),
  ),
  leastPaidToBalance6: ofRevolving(
    'ratio',
    'up',
    'payments',
    ({ used }) => used.leastPaidToBalance6,
    tellLeastPaidToBalance,
  ),
  paidToLimit1: ofRevolving('ratio', 'up', 'payments', ({ used }) => used.paidToLimit1, tellPaidToLimit(1)),
  paidToLimit6: ofRevolving('ratio', 'up', 'payments', ({ used }) => used.paidToLimit6, tellPaidToLimit(6)),
  noPaymentShare6: scored('share', 'down', 'payments', ({ used }) => used.noPaymentShare6, tellNoPayments),
  inactiveShare6: ofRevolving(
    'share',
    'down',
    'utilisation',
    ({ used }) => used.inactiveShare6,
    tellInactive,
  ),
  technicalFailures90: unscored('contacts', ({ counts }) => counts.technicalFailures90),

  // Promises
  promisesMade: unscored('count', ({ promises }) => promises.promises.length),
  promisesKept: unscored('count', ({ promises }) => promises.kept),
  promisesPartlyKept: unscored('count', ({ promises }) => promises.partlyKept),
  promisesBroken: unscored('count', ({ promises }) => promises.broken),
  keptRate: unscored('rate', keptRate),

  // Contacts of this account
  attempts1: unscored('contacts', ({ counts }) => counts.attempts1),
  attempts7: unscored('contacts', ({ counts }) => counts.attempts7),
  attempts30: unscored('contacts', ({ counts }) => counts.attempts30),
  contactsMade30: unscored('contacts', ({ counts }) => counts.contactsMade30),
  // Contacts with the person, on whichever account
  rightPartyRate: scored('rate', 'up', 'contacts', ({ reach }) => reach.rightPartyRate, tellMeetings),
  consecutiveFailures: scored(
    'contacts',
    'down',
    'contacts',
    ({ reach }) => reach.consecutiveFailures,
    tellFailures,
  ),
  daysSinceConversation: unscored('days', ({ reach, today }) =>
    daysSince(reach.lastConversation?.day, today),
  ),
  invalidPoints: unscored('count', invalidPoints),
} as const satisfies Record<string, Feature>

export type FeatureName = keyof typeof FEATURES
export type FeatureValues = Readonly<Record<FeatureName, number | null>>

/** A feature that may enter a model: one with a direction. */
export type ScoredFeature = {
  [F in FeatureName]: (typeof FEATURES)[F]['direction'] extends null ? never : F
}[FeatureName]

const ROWS = Object.entries(FEATURES) as readonly (readonly [FeatureName, Feature])[]

/** The names of what only a revolving account has. */
export const REVOLVING_ONLY: ReadonlySet<string> = new Set(
  ROWS.filter(([, { revolvingOnly }]) => revolvingOnly).map(([name]) => name),
)

/**
 * Every value null, to be copied and filled, so that all records' values have one shape. It is read from JSON because an
 * object filled name by name becomes a dictionary in V8, slower for all who read it (30 µs more a decision).
 */
const BLANK: Record<FeatureName, number | null> = JSON.parse(
  JSON.stringify(Object.fromEntries(ROWS.map(([name]) => [name, null]))),
)

/** The value of every row of `FEATURES`, in its order. */
export function featureValues(measured: Measured): FeatureValues {
  const values = { ...BLANK }
  for (const [name, { measure }] of ROWS) values[name] = measure(measured)
  return values
}

function overdueShare({ view }: Measured): number | null {
  const { overdue, outstanding } = view.source.loan
  return outstanding === 0 ? null : round6(overdue / outstanding)
}

function keptRate({ promises: { kept, partlyKept, broken }, policy }: Measured): number | null {
  const ended = kept + partlyKept + broken
  return ended === 0 ? null : round6(shrunkShare(kept, ended, policy.priorShare, policy.priorWeight))
}

function invalidPoints({ view: { contactPoints } }: Measured): number {
  let invalid = 0
  for (const { status } of contactPoints) if (status === 'invalid') invalid++
  return invalid
}

function daysSince(day: EpochDay | undefined, today: EpochDay): number | null {
  return day === undefined ? null : today - day
}
