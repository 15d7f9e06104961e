import type { Direction } from '../input/model.ts'

/** What a characteristic is: its unit and which way it may move a score; what it says is in `featureMeanings.ts`. */
interface Feature {
  readonly unit: 'days' | 'periods' | 'share' | 'ratio' | 'count' | 'contacts' | 'rate' | 'money' | 'trend'
  /**
   * `up`: more never lowers the score; `down`: more never raises it; null: for reasons and suitability only, never in
   * a model. What has a direction keeps the score monotone: more days past due never moves it to the good side, a newest payment
   * made earlier or larger never to the bad side. What cannot promise that has none.
   */
  readonly direction: Direction | null
  /** Unchanged when all money is multiplied by the same factor. */
  readonly scaleFree: boolean
}

const feature = <D extends Direction | null>(unit: Feature['unit'], direction: D) => ({
  unit,
  direction,
  scaleFree: unit !== 'money',
})

/**
 * Every characteristic the record gives. A *period* is a mark of `paymentProfile` or a repayment row that fell due
 * before the day of `asOf`; `3`, `6`, `12` are the newest so many. A row with nothing due, and a mark `-` or `?`,
 * takes its place among them and is left out of the figure. Ratios and rates are rounded to 6 decimals.
 */
export const FEATURES = {
  // Delinquency
  daysPastDue: feature('days', 'down'),
  periodsBehind: feature('periods', 'down'),
  overdueShare: feature('share', 'down'),
  worstBehind6: feature('periods', 'down'),
  worstBehind12: feature('periods', 'down'),
  shareLate6: feature('share', 'down'),
  shareLate12: feature('share', 'down'),
  sumBehind6: feature('periods', 'down'),
  periodsSinceLate: feature('periods', 'up'),
  behindTrend: feature('trend', null),
  rollDirection: feature('trend', null),
  cures: feature('count', null),
  relapses: feature('count', null),
  periodsKnown: feature('periods', 'up'),

  // Payments
  paidShare1: feature('ratio', 'up'),
  paidShare3: feature('ratio', 'up'),
  paidShare6: feature('ratio', 'up'),
  paidShare12: feature('ratio', 'up'),
  partialShare6: feature('share', null),
  zeroPayShare6: feature('share', 'down'),
  daysLateLast: feature('days', 'down'),
  daysLateMedian: feature('days', 'down'),
  daysLateMean: feature('days', 'down'),
  earlyShare12: feature('share', 'up'),
  daysSinceLastPayment: feature('days', null),
  sustainedPayment3: feature('money', null),
  sustainedPayment6: feature('money', null),
  utilisation: feature('ratio', 'down'),
  utilisationMean6: feature('ratio', 'down'),
  utilisationTrend: feature('trend', 'down'),
  paidToBalance1: feature('ratio', 'up'),
  paidToBalance3: feature('ratio', 'up'),
  paidToBalance6: feature('ratio', 'up'),
  leastPaidToBalance6: feature('ratio', 'up'),
  paidToLimit1: feature('ratio', 'up'),
  paidToLimit6: feature('ratio', 'up'),
  noPaymentShare6: feature('share', 'down'),
  inactiveShare6: feature('share', 'down'),
  technicalFailures90: feature('contacts', null),

  // Promises
  promisesMade: feature('count', null),
  promisesKept: feature('count', null),
  promisesPartlyKept: feature('count', null),
  promisesBroken: feature('count', null),
  keptRate: feature('rate', null),

  // Contacts of this account
  attempts1: feature('contacts', null),
  attempts7: feature('contacts', null),
  attempts30: feature('contacts', null),
  contactsMade30: feature('contacts', null),
  // Contacts with the person, on whichever account
  rightPartyRate: feature('rate', 'up'),
  consecutiveFailures: feature('contacts', 'down'),
  daysSinceConversation: feature('days', null),
  invalidPoints: feature('count', null),
} as const satisfies Record<string, Feature>

export type FeatureName = keyof typeof FEATURES
export type FeatureValues = Readonly<Record<FeatureName, number | null>>
