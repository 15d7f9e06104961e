import type { Model } from '../input/model.ts'
import { DEFAULT_MODEL_CARD } from './defaultModelCard.ts'

/**
 * The built-in scorecard: a prior set by hand, not fitted. Why each characteristic gives what it gives stands in its
 * card (`card.why`), with what it was made from, how it was checked and what it cannot do.
 *
 * Fifty points double the odds, so a rate becomes points by 50 · log2(good ÷ bad): 87 % good are 137 points, 66 %
 * 48, 31 % −58, 24 % −83. The points of days past due stand for an account of which nothing else is known; what the
 * history adds is near 0 for somebody usually on time who has just missed a payment.
 */
export const DEFAULT_MODEL: Model = {
  id: 'default',
  version: '1.0.0',
  event: 'current within 30 days',
  horizonDays: 30,
  scaleFree: true,
  scale: { basePoints: 500, baseOdds: 1, pointsToDoubleOdds: 50 },
  intercept: 0,
  characteristics: [
    {
      feature: 'daysPastDue',
      direction: 'down',
      group: 'delinquency',
      prior: true,
      bins: [
        { below: 1, points: 90 },
        { below: 6, points: 85 },
        { below: 16, points: 55 },
        { below: 31, points: 20 },
        { below: 61, points: -35 },
        { below: 91, points: -70 },
        { below: 181, points: -115 },
        { points: -180 },
      ],
      missing: { points: 0 },
    },
    {
      feature: 'worstBehind6',
      direction: 'down',
      group: 'history',
      prior: true,
      bins: [{ below: 1, points: 20 }, { below: 2, points: 10 }, { below: 3, points: -10 }, { points: -15 }],
      missing: { points: -5 },
    },
    {
      feature: 'shareLate6',
      direction: 'down',
      group: 'history',
      prior: true,
      bins: [
        { below: 0.01, points: 15 },
        { below: 0.34, points: 5 },
        { below: 0.67, points: -15 },
        { points: -25 },
      ],
      missing: { points: -5 },
    },
    {
      feature: 'periodsSinceLate',
      direction: 'up',
      group: 'history',
      prior: true,
      bins: [{ below: 1, points: -10 }, { below: 3, points: 0 }, { below: 6, points: 5 }, { points: 10 }],
      missing: { points: 0 },
    },
    {
      feature: 'periodsKnown',
      direction: 'up',
      group: 'acquaintance',
      prior: true,
      bins: [{ below: 3, points: -5 }, { below: 12, points: 0 }, { points: 10 }],
      missing: { points: -5 },
    },
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
      feature: 'paidShare3',
      direction: 'up',
      group: 'payments',
      prior: true,
      bins: [{ below: 0.34, points: -10 }, { below: 0.9, points: -5 }, { points: 5 }],
      missing: { points: 0 },
    },
    {
      feature: 'zeroPayShare6',
      direction: 'down',
      group: 'payments',
      prior: true,
      bins: [
        { below: 0.01, points: 10 },
        { below: 0.34, points: 0 },
        { below: 0.67, points: -10 },
        { points: -15 },
      ],
      missing: { points: 0 },
    },
    {
      feature: 'paidToLimit6',
      direction: 'up',
      group: 'payments',
      prior: true,
      bins: [
        { below: 0.01, points: -10 },
        { below: 0.05, points: 0 },
        { below: 0.2, points: 5 },
        { points: 15 },
      ],
      missing: { points: 0 },
    },
    {
      feature: 'utilisation',
      direction: 'down',
      group: 'utilisation',
      prior: true,
      bins: [
        { below: 0.3, points: 10 },
        { below: 0.7, points: 0 },
        { below: 1, points: -10 },
        { points: -20 },
      ],
      missing: { points: 0 },
    },
    {
      feature: 'inactiveShare6',
      direction: 'down',
      group: 'utilisation',
      prior: true,
      bins: [{ below: 0.5, points: 0 }, { below: 0.99, points: -10 }, { points: -35 }],
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
  base: { '0': 0.86, '1-30': 0.65, '31-60': 0.25, '61-90': 0.14, '91-180': 0.06, '181+': 0.03 },
  calibration: { kind: 'identity' },
  card: DEFAULT_MODEL_CARD,
}
