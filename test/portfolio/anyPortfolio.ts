import fc from 'fast-check'
import type { Capacity } from '../../src/input/capacityFile.ts'
import type { DecisionRow, RowAlternative } from '../../src/portfolio/decisionRow.ts'
import type { Pool } from '../../src/words/pool.ts'
import { call, capacity, row, sms, visit } from './given.ts'

const offer: fc.Arbitrary<RowAlternative> = fc.oneof(
  fc
    .record({ value: fc.integer({ min: -5, max: 40 }), minute: fc.integer({ min: 0, max: 12 }) })
    .map(({ value, minute }) => call(value, minute)),
  fc.integer({ min: 0, max: 90 }).map(visit),
  fc.integer({ min: 1, max: 9 }).map(sms),
  fc.integer({ min: 1, max: 60 }).map((value) => ({ ...call(value, 25), kind: 'restructure' as const })),
)

/** Small decisions, with few borrowers, so that several accounts of one come up, and values that are often equal. */
export const anyRows: fc.Arbitrary<DecisionRow[]> = fc
  .array(
    fc.record({
      offers: fc.uniqueArray(offer, { selector: ({ kind }) => kind, maxLength: 4 }),
      borrower: fc.integer({ min: 0, max: 25 }),
      area: fc.constantFrom('north', 'south', undefined),
      daysPastDue: fc.integer({ min: 0, max: 200 }),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ offers, borrower, area, daysPastDue }, place) =>
      row(`a-${place}`, offers, { borrower: `p-${borrower}`, area, daysPastDue }),
    ),
  )

const pool = fc.record({
  unit: fc.constantFrom('minute' as const, 'visit' as const, 'message' as const, 'money' as const),
  available: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.double({ min: 0, max: 9000, noNaN: true })),
  serves: fc
    .uniqueArray(
      fc.constantFrom('call' as const, 'visit' as const, 'reminder' as const, 'restructure' as const),
      { minLength: 1 },
    )
    .map((kinds) => kinds.map((action) => ({ action }))),
  use: fc.option(fc.constantFrom(0.1, 0.3, 1, 2.5), { nil: undefined }),
  areas: fc.constantFrom(['*'], ['north'], ['north', 'south'], undefined),
})

export const anyCapacity: fc.Arbitrary<Capacity> = fc
  .record({ pools: fc.array(pool, { maxLength: 5 }), days: fc.integer({ min: 1, max: 2 }) })
  .map(({ pools, days }) =>
    capacity(
      pools.map(
        ({ use, areas, serves, ...rest }, place): Pool => ({
          id: `pool-${place}`,
          ...rest,
          serves: serves.map((service) => ({ ...service, ...(use === undefined ? {} : { use }) })),
          ...(areas === undefined ? {} : { areas }),
        }),
      ),
      { days },
    ),
  )
