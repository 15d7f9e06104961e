import type { FeatureName } from '../../history/features.ts'

/** What a characteristic says. */
interface FeatureMeaning {
  readonly meaning: string
  /** When it is null. */
  readonly missing: string
}

const meaning = (meaning: string, missing: string): FeatureMeaning => ({ meaning, missing })

const NEVER = 'never'
const NO_PERIOD = 'no period with something due is known'
const NO_ROW = 'no repayment row with something due has fallen due'
const NOT_RECORDED =
  'no such row, or payments are evidently not recorded (rows said to be paid, none with a payment)'
const NO_LIMIT = 'not revolving, no credit limit, no row, or payments are evidently not recorded'
const NO_STATEMENT =
  'no row with a statement balance above 0 in the window, or payments are evidently not recorded'

/**
 * What every characteristic of `FEATURES` says, for people who fit or read models. Nothing that decides reads it, so it
 * stands with the model card, which prints it, and adds nothing to the core entry.
 */
export const FEATURE_MEANINGS: Readonly<Record<FeatureName, FeatureMeaning>> = {
  daysPastDue: meaning('age of the oldest unpaid amount; 0 when nothing is overdue', NEVER),
  periodsBehind: meaning(
    'periods behind now: the newest row’s own count, else rows unpaid today (0 if nothing is overdue), else the newest profile mark',
    NO_PERIOD,
  ),
  overdueShare: meaning('overdue ÷ outstanding', 'nothing is outstanding'),
  worstBehind6: meaning('most periods behind in the newest 6', NO_PERIOD),
  worstBehind12: meaning('most periods behind in the newest 12', NO_PERIOD),
  shareLate6: meaning('late ones among the newest 6 periods', NO_PERIOD),
  shareLate12: meaning('late ones among the newest 12 periods', NO_PERIOD),
  sumBehind6: meaning('periods behind, added up over the newest 6', NO_PERIOD),
  periodsSinceLate: meaning(
    'periods since the newest late one, 0 if that is the newest of all; all known ones where none was late; at most 12',
    NO_PERIOD,
  ),
  behindTrend: meaning(
    'periods behind in the newest period less their mean in up to 5 before; above 0 is worsening',
    'fewer than two periods are known',
  ),
  rollDirection: meaning(
    '1 worsening, 0 stable, −1 curing: periods behind in the newest period against the one before',
    'fewer than two periods are known',
  ),
  cures: meaning('times in 12 periods that being behind ended', NO_PERIOD),
  relapses: meaning('times in 12 periods that being behind began again after a cure', NO_PERIOD),
  periodsKnown: meaning('periods with something due that are known, at most 24', NEVER),
  paidShare1: meaning('paid ÷ due of the newest row, at most 1.5', NO_ROW),
  paidShare3: meaning('paid ÷ due over the newest 3 rows, at most 1.5', NO_ROW),
  paidShare6: meaning('paid ÷ due over the newest 6 rows, at most 1.5', NO_ROW),
  paidShare12: meaning('paid ÷ due over the newest 12 rows, at most 1.5', NO_ROW),
  partialShare6: meaning('rows paid in part among the newest 6', NOT_RECORDED),
  zeroPayShare6: meaning('rows with no payment among the newest 6', NOT_RECORDED),
  daysLateLast: meaning('days from due to full payment of the newest row, up to today if unpaid', NO_ROW),
  daysLateMedian: meaning('median days late of the newest 12 rows, 0 for those on time', NO_ROW),
  daysLateMean: meaning(
    'mean days from due to full payment of the newest 12 rows, early ones below 0, each held to −30…180',
    NO_ROW,
  ),
  earlyShare12: meaning('rows fully paid before their due day among the newest 12', NO_ROW),
  daysSinceLastPayment: meaning('days since the newest payment', 'no payment is known'),
  sustainedPayment3: meaning(
    'what was paid in every one of the newest 3 rows: the smallest of their payments',
    'fewer than 3 rows with something due, or payments are evidently not recorded',
  ),
  sustainedPayment6: meaning(
    'what was paid in every one of the newest 6 rows: the smallest of their payments',
    'fewer than 6 rows with something due, or payments are evidently not recorded',
  ),
  utilisation: meaning('outstanding ÷ credit limit, at most 2', 'not revolving, or no credit limit'),
  utilisationMean6: meaning(
    'mean statement balance ÷ credit limit over the newest 6 rows, at most 2',
    'not revolving, no credit limit, or no statement balance',
  ),
  utilisationTrend: meaning(
    'utilisation now less its mean in up to 6 statements before, held to −2…2',
    'not revolving, no credit limit, or no statement balance',
  ),
  paidToBalance1: meaning('paid ÷ statement balance of the newest row, at most 1', NO_STATEMENT),
  paidToBalance3: meaning('mean of paid ÷ statement balance, each at most 1, newest 3 rows', NO_STATEMENT),
  paidToBalance6: meaning('mean of paid ÷ statement balance, each at most 1, newest 6 rows', NO_STATEMENT),
  leastPaidToBalance6: meaning(
    'smallest paid ÷ statement balance, each at most 1, newest 6 rows',
    NO_STATEMENT,
  ),
  paidToLimit1: meaning('paid ÷ credit limit of the newest row, at most 1', NO_LIMIT),
  paidToLimit6: meaning('mean paid a row ÷ credit limit over the newest 6, at most 1', NO_LIMIT),
  noPaymentShare6: meaning(
    'rows against which nothing was paid among the newest 6, those with nothing due included',
    'no row, or payments are evidently not recorded',
  ),
  inactiveShare6: meaning('statements of 0 among the newest 6', 'no statement balance'),
  technicalFailures90: meaning('debits bounced and apps failed in 90 days, not the borrower’s doing', NEVER),
  promisesMade: meaning('promises to pay on record', NEVER),
  promisesKept: meaning('promises kept', NEVER),
  promisesPartlyKept: meaning('promises kept in part', NEVER),
  promisesBroken: meaning('promises broken', NEVER),
  keptRate: meaning(
    'promises kept among those that ended, pulled to the policy’s prior; without direction because a payment moved before the promise no longer keeps it',
    'no promise was kept, kept in part or broken',
  ),
  attempts1: meaning('outbound contacts today', NEVER),
  attempts7: meaning('outbound contacts in 7 days, today being one', NEVER),
  attempts30: meaning('outbound contacts in 30 days, today being one', NEVER),
  contactsMade30: meaning('outbound contacts that arrived or reached a person in 30 days', NEVER),
  rightPartyRate: meaning(
    'calls and visits in which the borrower was met for certain, pulled to a prior; of 180 days',
    'no call or visit was attempted in 180 days',
  ),
  consecutiveFailures: meaning(
    'calls and visits in a row, up to now, that reached nobody concerned; an inbound contact or a conversation ends the row',
    NEVER,
  ),
  daysSinceConversation: meaning('days since the last conversation', 'there was none'),
  invalidPoints: meaning('contact points known to be invalid', NEVER),
}
