import type { TrainOptions } from '../src/entry/train.ts'

/**
 * How the built-in scorecard is fitted. It reads periods behind, days past due (known to the month), balances, paid
 * amounts, outstanding and limit as ratios; nothing that hangs on due days, payment days, amounts due or overdue
 * amounts, which the cases made from that data had to invent. Days past due carry the present state alone, since
 * periods behind now say the same there.
 */
export const DEFAULT_MODEL_OPTIONS: TrainOptions = {
  id: 'default',
  version: '2.0.0',
  event: 'no default within 30 days',
  horizonDays: 30,
  features: [
    'daysPastDue',
    'worstBehind6',
    'shareLate6',
    'sumBehind6',
    'periodsSinceLate',
    'utilisationMean6',
    'paidToBalance6',
    'leastPaidToBalance6',
    'paidToLimit1',
    'paidToLimit6',
    'noPaymentShare6',
  ],
  verify: true,
  coding: 'steps',
  // Where nothing else is known, the age of the arrears must speak for itself.
  keep: { daysPastDue: 0.7 },
  ridge: 5,
  minBinShare: 0.01,
  // The present age by the buckets of arrears, whose days within a month the data does not know.
  splits: { daysPastDue: [1, 31, 61, 91] },
  // Few accounts there are older; the card says why these points.
  beyond: {
    daysPastDue: [
      { from: 91, points: -25 },
      { from: 181, points: -90 },
    ],
  },
  priors: [
    {
      feature: 'daysLateMean',
      direction: 'down',
      group: 'punctuality',
      prior: true,
      bins: [
        { below: -3, points: 15 },
        { below: 0.5, points: 10 },
        { below: 5, points: 0 },
        { below: 15, points: -10 },
        { points: -15 },
      ],
      missing: { points: 0 },
    },
    {
      feature: 'consecutiveFailures',
      direction: 'down',
      group: 'contacts',
      prior: true,
      bins: [{ below: 3, points: 0 }, { below: 6, points: -5 }, { points: -15 }],
      missing: { points: 0 },
    },
  ],
}
