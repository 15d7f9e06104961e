import type { Direction } from '../input/model.ts'

/** What a characteristic is: its unit, its meaning, what missing means, and which way it may move a score. */
export interface FeatureMeaning {
  readonly unit: 'days' | 'periods' | 'share' | 'ratio' | 'count' | 'contacts' | 'rate' | 'money' | 'trend'
  readonly meaning: string
  /** When it is null. */
  readonly missing: string
  /**
   * `up`: more never lowers the score; `down`: more never raises it; null: for reasons and suitability only, never in
   * a model. What has a direction obeys law 3: more days past due never moves it to the good side, a newest payment
   * made earlier or larger never to the bad side. What cannot promise that has none.
   */
  readonly direction: Direction | null
  /** Unchanged when all money is multiplied by the same factor. */
  readonly scaleFree: boolean
}

const feature = <D extends Direction | null>(
  unit: FeatureMeaning['unit'],
  direction: D,
  meaning: string,
  missing: string,
) => ({ unit, direction, meaning, missing, scaleFree: unit !== 'money' })

const NEVER = 'never'
const NO_PERIOD = 'no period with something due is known'
const NO_ROW = 'no repayment row with something due has fallen due'
const NOT_RECORDED =
  'no such row, or payments are evidently not recorded (rows said to be paid, none with a payment)'
const NO_STATEMENT =
  'no row with a statement balance above 0 in the window, or payments are evidently not recorded'

/**
 * Every characteristic the record gives. A *period* is a mark of `paymentProfile` or a repayment row that fell due
 * before the day of `asOf`; `3`, `6`, `12` are the newest so many. A row with nothing due, and a mark `-` or `?`,
 * takes its place among them and is left out of the figure. Ratios and rates are rounded to 6 decimals.
 */
export const FEATURES = {
  // Delinquency
  daysPastDue: feature('days', 'down', 'age of the oldest unpaid amount; 0 when nothing is overdue', NEVER),
  periodsBehind: feature(
    'periods',
    'down',
    'periods behind now: the newest row’s own count, else rows unpaid today (0 if nothing is overdue), else the newest profile mark',
    NO_PERIOD,
  ),
  overdueShare: feature('share', 'down', 'overdue ÷ outstanding', 'nothing is outstanding'),
  worstBehind6: feature('periods', 'down', 'most periods behind in the newest 6', NO_PERIOD),
  worstBehind12: feature('periods', 'down', 'most periods behind in the newest 12', NO_PERIOD),
  shareLate6: feature('share', 'down', 'late ones among the newest 6 periods', NO_PERIOD),
  shareLate12: feature('share', 'down', 'late ones among the newest 12 periods', NO_PERIOD),
  sumBehind6: feature('periods', 'down', 'periods behind, added up over the newest 6', NO_PERIOD),
  periodsSinceLate: feature(
    'periods',
    'up',
    'periods since the newest late one, 0 if that is the newest of all; all known ones where none was late; at most 12',
    NO_PERIOD,
  ),
  behindTrend: feature(
    'trend',
    null,
    'periods behind in the newest period less their mean in up to 5 before; above 0 is worsening',
    'fewer than two periods are known',
  ),
  rollDirection: feature(
    'trend',
    null,
    '1 worsening, 0 stable, −1 curing: periods behind in the newest period against the one before',
    'fewer than two periods are known',
  ),
  cures: feature('count', null, 'times in 12 periods that being behind ended', NO_PERIOD),
  relapses: feature(
    'count',
    null,
    'times in 12 periods that being behind began again after a cure',
    NO_PERIOD,
  ),
  periodsKnown: feature('periods', 'up', 'periods with something due that are known, at most 24', NEVER),

  // Payments
  paidShare1: feature('ratio', 'up', 'paid ÷ due of the newest row, at most 1.5', NO_ROW),
  paidShare3: feature('ratio', 'up', 'paid ÷ due over the newest 3 rows, at most 1.5', NO_ROW),
  paidShare6: feature('ratio', 'up', 'paid ÷ due over the newest 6 rows, at most 1.5', NO_ROW),
  paidShare12: feature('ratio', 'up', 'paid ÷ due over the newest 12 rows, at most 1.5', NO_ROW),
  partialShare6: feature('share', null, 'rows paid in part among the newest 6', NOT_RECORDED),
  zeroPayShare6: feature('share', 'down', 'rows with no payment among the newest 6', NOT_RECORDED),
  daysLateLast: feature(
    'days',
    'down',
    'days from due to full payment of the newest row, up to today if unpaid',
    NO_ROW,
  ),
  daysLateMedian: feature(
    'days',
    'down',
    'median days late of the newest 12 rows, 0 for those on time',
    NO_ROW,
  ),
  daysLateMean: feature(
    'days',
    'down',
    'mean days from due to full payment of the newest 12 rows, early ones below 0, each held to −30…180',
    NO_ROW,
  ),
  daysLateTrend: feature(
    'trend',
    null,
    'robust slope of days late over the newest 6 rows, days a period; above 0 is worsening',
    'fewer than two rows with something due have fallen due',
  ),
  earlyShare12: feature('share', 'up', 'rows fully paid before their due day among the newest 12', NO_ROW),
  daysSinceLastPayment: feature('days', null, 'days since the newest payment', 'no payment is known'),
  sustainedPayment3: feature(
    'money',
    null,
    'what was paid in every one of the newest 3 rows: the smallest of their payments',
    'fewer than 3 rows with something due, or payments are evidently not recorded',
  ),
  sustainedPayment6: feature(
    'money',
    null,
    'what was paid in every one of the newest 6 rows: the smallest of their payments',
    'fewer than 6 rows with something due, or payments are evidently not recorded',
  ),
  utilisation: feature(
    'ratio',
    'down',
    'outstanding ÷ credit limit, at most 2',
    'not revolving, or no credit limit',
  ),
  utilisationTrend: feature(
    'trend',
    'down',
    'utilisation now less its mean in up to 6 statements before, held to −2…2',
    'not revolving, no credit limit, or no statement balance',
  ),
  paidToBalance1: feature(
    'ratio',
    'up',
    'paid ÷ statement balance of the newest row, at most 1',
    NO_STATEMENT,
  ),
  paidToBalance3: feature(
    'ratio',
    'up',
    'mean of paid ÷ statement balance, each at most 1, newest 3 rows',
    NO_STATEMENT,
  ),
  paidToBalance6: feature(
    'ratio',
    'up',
    'mean of paid ÷ statement balance, each at most 1, newest 6 rows',
    NO_STATEMENT,
  ),
  paidToLimit6: feature(
    'ratio',
    'up',
    'mean paid a row ÷ credit limit over the newest 6, at most 1',
    'not revolving, no credit limit, no row, or payments are evidently not recorded',
  ),
  inactiveShare6: feature('share', 'down', 'statements of 0 among the newest 6', 'no statement balance'),
  technicalFailures90: feature(
    'contacts',
    null,
    'debits bounced and apps failed in 90 days, not the borrower’s doing',
    NEVER,
  ),

  // Promises
  promisesMade: feature('count', null, 'promises to pay on record', NEVER),
  promisesKept: feature('count', null, 'promises kept', NEVER),
  promisesPartlyKept: feature('count', null, 'promises kept in part', NEVER),
  promisesBroken: feature('count', null, 'promises broken', NEVER),
  keptRate: feature(
    'rate',
    null,
    'promises kept among those that ended, pulled to the policy’s prior; without direction because a payment moved before the promise no longer keeps it',
    'no promise was kept, kept in part or broken',
  ),

  // Contacts of this account
  attempts1: feature('contacts', null, 'outbound contacts today', NEVER),
  attempts7: feature('contacts', null, 'outbound contacts in 7 days, today being one', NEVER),
  attempts30: feature('contacts', null, 'outbound contacts in 30 days, today being one', NEVER),
  contactsMade30: feature(
    'contacts',
    null,
    'outbound contacts that arrived or reached somebody in 30 days',
    NEVER,
  ),
  // Contacts with the person, on whichever account
  rightPartyRate: feature(
    'rate',
    'up',
    'calls and visits in which the borrower was met for certain, pulled to a prior; of 180 days',
    'no call or visit was attempted in 180 days',
  ),
  consecutiveFailures: feature(
    'contacts',
    'down',
    'calls and visits in a row, up to now, that reached nobody concerned; an inbound contact or a conversation ends the row',
    NEVER,
  ),
  daysSinceConversation: feature('days', null, 'days since the last conversation', 'there was none'),
  invalidPoints: feature('count', null, 'contact points known to be invalid', NEVER),
} as const satisfies Record<string, FeatureMeaning>

export type FeatureName = keyof typeof FEATURES
export type FeatureValues = Readonly<Record<FeatureName, number | null>>
