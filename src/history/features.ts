import type { Direction } from '../input/model.ts'
import { round6, shrunkShare } from '../numbers/maths.ts'
import type { EpochDay } from '../time/civilDay.ts'
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

/** What a characteristic is. What it says, for people who fit or read models: `src/train/fit/featureMeanings.ts`. */
interface Feature {
  readonly unit: Unit
  /**
   * `up`: more never lowers the score; `down`: more never raises it; null: for reasons and suitability only, never in
   * a model. What has a direction keeps the score monotone: more days past due never moves it to the good side, a
   * newest payment made earlier or larger never to the bad side. What cannot promise that has none.
   */
  readonly direction: Direction | null
  /** Of those with a direction. */
  readonly group: FeatureGroup | null
}

/** May enter a model. */
const scored = <D extends Direction>(unit: Unit, direction: D, group: FeatureGroup) => ({
  unit,
  direction,
  group,
})

/** May not enter a model. */
const unscored = (unit: Unit) => ({ unit, direction: null, group: null })

/**
 * Every characteristic the record gives. A *period* is a mark of `paymentProfile` or a repayment row that fell due
 * before the day of `asOf`; `3`, `6`, `12` are the newest so many. A row with nothing due, and a mark `-` or `?`,
 * takes its place among them and is left out of the figure. Ratios and rates are rounded to 6 decimals.
 */
export const FEATURES = {
  // Delinquency
  daysPastDue: scored('days', 'down', 'delinquency'),
  periodsBehind: scored('periods', 'down', 'delinquency'),
  overdueShare: scored('share', 'down', 'delinquency'),
  worstBehind6: scored('periods', 'down', 'history'),
  worstBehind12: scored('periods', 'down', 'history'),
  shareLate6: scored('share', 'down', 'history'),
  shareLate12: scored('share', 'down', 'history'),
  sumBehind6: scored('periods', 'down', 'history'),
  periodsSinceLate: scored('periods', 'up', 'history'),
  behindTrend: unscored('trend'),
  rollDirection: unscored('trend'),
  cures: unscored('count'),
  relapses: unscored('count'),
  periodsKnown: scored('periods', 'up', 'acquaintance'),

  // Payments
  paidShare1: scored('ratio', 'up', 'payments'),
  paidShare3: scored('ratio', 'up', 'payments'),
  paidShare6: scored('ratio', 'up', 'payments'),
  paidShare12: scored('ratio', 'up', 'payments'),
  partialShare6: unscored('share'),
  zeroPayShare6: scored('share', 'down', 'payments'),
  daysLateLast: scored('days', 'down', 'punctuality'),
  daysLateMedian: scored('days', 'down', 'punctuality'),
  daysLateMean: scored('days', 'down', 'punctuality'),
  earlyShare12: scored('share', 'up', 'punctuality'),
  daysSinceLastPayment: unscored('days'),
  sustainedPayment3: unscored('money'),
  sustainedPayment6: unscored('money'),
  utilisation: scored('ratio', 'down', 'utilisation'),
  utilisationMean6: scored('ratio', 'down', 'utilisation'),
  utilisationTrend: scored('trend', 'down', 'utilisation'),
  paidToBalance1: scored('ratio', 'up', 'payments'),
  paidToBalance3: scored('ratio', 'up', 'payments'),
  paidToBalance6: scored('ratio', 'up', 'payments'),
  leastPaidToBalance6: scored('ratio', 'up', 'payments'),
  paidToLimit1: scored('ratio', 'up', 'payments'),
  paidToLimit6: scored('ratio', 'up', 'payments'),
  noPaymentShare6: scored('share', 'down', 'payments'),
  inactiveShare6: scored('share', 'down', 'utilisation'),
  technicalFailures90: unscored('contacts'),

  // Promises
  promisesMade: unscored('count'),
  promisesKept: unscored('count'),
  promisesPartlyKept: unscored('count'),
  promisesBroken: unscored('count'),
  keptRate: unscored('rate'),

  // Contacts of this account
  attempts1: unscored('contacts'),
  attempts7: unscored('contacts'),
  attempts30: unscored('contacts'),
  contactsMade30: unscored('contacts'),
  // Contacts with the person, on whichever account
  rightPartyRate: scored('rate', 'up', 'contacts'),
  consecutiveFailures: scored('contacts', 'down', 'contacts'),
  daysSinceConversation: unscored('days'),
  invalidPoints: unscored('count'),
} as const satisfies Record<string, Feature>

export type FeatureName = keyof typeof FEATURES
export type FeatureValues = Readonly<Record<FeatureName, number | null>>

/** One value for every row of `FEATURES`, in its order and written out, so that all of them have one shape. */
export function featureValues(measured: Measured): FeatureValues {
  const { daysPastDue, late, paid, used, lastPayment, promises, counts, reach, today } = measured
  return {
    daysPastDue,
    periodsBehind: late.periodsBehind,
    overdueShare: overdueShare(measured),
    worstBehind6: late.worstBehind6,
    worstBehind12: late.worstBehind12,
    shareLate6: late.shareLate6,
    shareLate12: late.shareLate12,
    sumBehind6: late.sumBehind6,
    periodsSinceLate: late.periodsSinceLate,
    behindTrend: late.behindTrend,
    rollDirection: late.rollDirection,
    cures: late.cures,
    relapses: late.relapses,
    periodsKnown: late.periodsKnown,
    paidShare1: paid.paidShare1,
    paidShare3: paid.paidShare3,
    paidShare6: paid.paidShare6,
    paidShare12: paid.paidShare12,
    partialShare6: paid.partialShare6,
    zeroPayShare6: paid.zeroPayShare6,
    daysLateLast: paid.daysLateLast,
    daysLateMedian: paid.daysLateMedian,
    daysLateMean: paid.daysLateMean,
    earlyShare12: paid.earlyShare12,
    daysSinceLastPayment: daysSince(lastPayment, today),
    sustainedPayment3: paid.sustainedPayment3,
    sustainedPayment6: paid.sustainedPayment6,
    utilisation: used.utilisation,
    utilisationMean6: used.utilisationMean6,
    utilisationTrend: used.utilisationTrend,
    paidToBalance1: used.paidToBalance1,
    paidToBalance3: used.paidToBalance3,
    paidToBalance6: used.paidToBalance6,
    leastPaidToBalance6: used.leastPaidToBalance6,
    paidToLimit1: used.paidToLimit1,
    paidToLimit6: used.paidToLimit6,
    noPaymentShare6: used.noPaymentShare6,
    inactiveShare6: used.inactiveShare6,
    technicalFailures90: counts.technicalFailures90,
    promisesMade: promises.promises.length,
    promisesKept: promises.kept,
    promisesPartlyKept: promises.partlyKept,
    promisesBroken: promises.broken,
    keptRate: keptRate(measured),
    attempts1: counts.attempts1,
    attempts7: counts.attempts7,
    attempts30: counts.attempts30,
    contactsMade30: counts.contactsMade30,
    rightPartyRate: reach.rightPartyRate,
    consecutiveFailures: reach.consecutiveFailures,
    daysSinceConversation: daysSince(reach.lastConversation?.day, today),
    invalidPoints: invalidPoints(measured),
  }
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
