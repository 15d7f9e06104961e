import type { Capacity } from '../../src/input/capacityFile.ts'
import {
  between,
  chance,
  fraction,
  pick,
  type SeededRandom,
  seededRandom,
  wholeBetween,
} from '../../src/numbers/seededRandom.ts'
import type { DecisionRow, RowAlternative } from '../../src/portfolio/decisionRow.ts'
import type { ActionKind } from '../../src/words/actions.ts'

const AREAS = ['north', 'east', 'south', 'west'] as const

/** Right-skewed, as balances and what they are worth are: most small, some large. */
const skewed = (random: SeededRandom, typical: number): number =>
  Math.max(
    1,
    Math.round(typical * Math.exp(1.1 * (fraction(random) + fraction(random) + fraction(random) - 1.5) * 2)),
  )

function alternative(
  kind: ActionKind,
  channel: RowAlternative['channel'],
  value: number,
  cost: number,
  use: object,
): RowAlternative {
  const window = { from: '2026-11-25T09:00:00+08:00', to: '2026-11-25T20:00:00+08:00' }
  const because = [{ code: 'value.lower' }]
  return {
    kind,
    status: 'eligible',
    purpose: 'demand',
    ...(channel && { channel }),
    to: 'borrower',
    window,
    value,
    cost,
    use,
    because,
  }
}

/** A slim decision with four alternatives that all take from pools. Seeded: row 7 of seed 1 is always the same. */
function syntheticDecision(seed: number, row: number): DecisionRow {
  const random = seededRandom(seed, row, 0)
  const worth = skewed(random, 8000)
  const minutes = wholeBetween(random, 3, 9)
  const visits = wholeBetween(random, 1, 3)
  const alternatives = [
    alternative('call', 'call', Math.round(worth * between(random, 0.4, 1)), minutes * 100, {
      minute: minutes,
    }),
    alternative('visit', 'visit', Math.round(worth * between(random, 0.8, 2.5)), visits * 8000, {
      visit: visits,
    }),
    alternative('restructure', 'call', Math.round(worth * between(random, 0.2, 2)), 2500, {
      minute: wholeBetween(random, 15, 40),
    }),
    alternative('reminder', 'sms', Math.round(worth * between(random, 0.05, 0.4)), 5, { message: 1 }),
  ].sort((a, b) => b.value! - a.value!)
  alternatives[0] = { ...alternatives[0]!, status: 'chosen' }
  const outstanding = worth * wholeBetween(random, 5, 40)
  const slim = {
    id: `b-${seed}-${row}`,
    borrower: `p-${seed}-${chance(random, 0.05) ? Math.max(0, row - 1) : row}`,
    currency: 'CNY',
    area: pick(random, AREAS),
    overdue: Math.round(outstanding * between(random, 0.05, 1)),
    outstanding,
    daysPastDue: wholeBetween(random, 1, 250),
    score: { points: wholeBetween(random, 350, 650) },
    alternatives,
  }
  return slim
}

export const syntheticDecisions = (seed: number, count: number): DecisionRow[] =>
  Array.from({ length: count }, (_, row) => syntheticDecision(seed, row))

/** Eight pools that are short of what these decisions could use, by so much a borrower. */
export function syntheticCapacity(count: number, tightness = 1): Capacity {
  const amount = (each: number) => Math.max(1, Math.round(count * each * tightness))
  return {
    currency: 'CNY',
    day: '2026-11-25',
    pools: [
      { id: 'callers', unit: 'minute', available: amount(1.5), serves: [{ action: 'call' }] },
      { id: 'specialists', unit: 'minute', available: amount(1.2), serves: [{ action: 'restructure' }] },
      { id: 'messages', unit: 'message', available: amount(0.3), serves: [{ action: 'reminder' }] },
      ...AREAS.map((area, place) => ({
        id: `field-${area}`,
        unit: 'visit' as const,
        available: amount(0.02 + 0.01 * place),
        serves: [{ action: 'visit' as const }],
        areas: [area],
      })),
      { id: 'travel', unit: 'money', available: amount(1000), serves: [{ action: 'visit' }] },
    ],
  }
}

/** One of the hundred instances whose exact optimum stands in optima.json: 200 accounts and 8 pools, from very short to ample. */
export const exactInstance = (seed: number) => ({
  decisions: syntheticDecisions(seed, 200),
  capacity: syntheticCapacity(200, 0.5 + (seed % 4) / 3),
})
