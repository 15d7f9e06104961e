import { createContext } from '../../src/entry/createContext.ts'
import { builtInWorld, type Capacity } from '../../src/entry/simulate.ts'
import type { Book, BookRow } from '../../src/simulate/book.ts'

/** What little there is, so that it runs out: ten calls and five messages a day. */
export const CAPACITY: Capacity = {
  currency: 'EUR',
  day: '2026-01-05',
  rates: { CNY: 0.128, USD: 0.92, GBP: 1.17, AUD: 0.6, INR: 0.011 },
  pools: [
    { id: 'callers', unit: 'minute', available: 24, serves: [{ action: 'call' }] },
    {
      id: 'specialists',
      unit: 'minute',
      available: 60,
      serves: [{ action: 'restructure' }, { action: 'hardshipPause' }],
    },
    { id: 'messages', unit: 'message', available: 5, serves: [{ action: 'reminder' }] },
    { id: 'field', unit: 'visit', available: 1, serves: [{ action: 'visit' }] },
  ],
}
export const START = 20458 // 2026-01-05
export const CONTEXT = createContext({ asOf: '2026-01-05T00:00:00Z' })
export const WORLD = builtInWorld(CAPACITY)

/** All that was ever paid on an account. */
export const paidOn = ({ rows }: Pick<Book, 'rows'>): number =>
  rows.reduce((sum, { paid }: BookRow) => sum + paid.reduce((part, { amount }) => part + amount, 0), 0)
