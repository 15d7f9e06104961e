import type { Capacity } from '../../src/input/capacityFile.ts'
import type { DecisionRow, RowAlternative } from '../../src/portfolio/decisionRow.ts'
import type { Pool } from '../../src/words/pool.ts'

export const DAY = '2026-11-25'

/** A slim decision whose first alternative is chosen; without one it waits. */
export function row(
  id: string,
  offers: readonly Partial<RowAlternative>[],
  changes: Partial<DecisionRow> = {},
): DecisionRow {
  const alternatives = offers.map((offer, place) => ({
    ...call(0),
    ...offer,
    status: place === 0 ? ('chosen' as const) : ('eligible' as const),
  }))
  const wait: RowAlternative = {
    kind: 'wait',
    status: offers.length === 0 ? 'chosen' : 'eligible',
    value: 0,
    cost: 0,
    because: [{ code: 'wait.nothingBetter' }],
  }
  return {
    id,
    borrower: id,
    currency: 'CNY',
    area: 'a',
    outstanding: 10000,
    daysPastDue: 20,
    score: { points: 500 },
    alternatives: [...alternatives, wait],
    ...changes,
  }
}

export const call = (value: number, minute = 10): RowAlternative => ({
  kind: 'call',
  status: 'eligible',
  purpose: 'demand',
  channel: 'call',
  to: 'borrower',
  window: { from: `${DAY}T09:00:00+08:00`, to: `${DAY}T20:00:00+08:00` },
  value,
  cost: 600,
  use: { minute },
  because: [{ code: 'value.lower' }],
})
export const visit = (value: number): RowAlternative => ({
  ...call(value),
  kind: 'visit',
  channel: 'visit',
  cost: 8000,
  use: { visit: 1 },
})
export const sms = (value: number): RowAlternative => ({
  ...call(value),
  kind: 'reminder',
  channel: 'sms',
  cost: 5,
  use: { message: 1 },
})

export const callers = (available: number, changes: Partial<Pool> = {}): Pool => ({
  id: 'callers',
  unit: 'minute',
  available,
  serves: [{ action: 'call' }],
  ...changes,
})
export const field = (available: number, areas: string[], changes: Partial<Pool> = {}): Pool => ({
  id: `field-${areas}`,
  unit: 'visit',
  available,
  serves: [{ action: 'visit' }],
  areas,
  ...changes,
})
export const capacity = (pools: readonly Pool[], changes: Partial<Capacity> = {}): Capacity => ({
  currency: 'CNY',
  day: DAY,
  pools,
  ...changes,
})
