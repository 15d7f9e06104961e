import * as z from 'zod/mini'
import type { Parsed } from '../words/issue.ts'
import { capacityShape, poolIssues } from './capacitySchema.ts'
import { checkNames, report } from './contradictions.ts'
import { type Contradiction, crossing } from './crossing.ts'
import { list, number, text } from './fields.ts'
import { parseWith } from './parseWith.ts'
import type { Prices } from './pricesFile.ts'
import type { Sound } from './sound.ts'

export const pricesSchema = z
  .strictObject({
    capacity: capacityShape,
    prices: list(z.strictObject({ pool: text(128), price: number(0, Number.MAX_VALUE) }), 10_000),
  })
  .check(crossing<Prices>(priceIssues))

/** Checks a file of prices. Never throws. */
export const parsePrices = (value: unknown): Parsed<Prices> => parseWith<Prices>(pricesSchema, value)

function priceIssues({ capacity, prices }: Sound<Prices>): Contradiction[] {
  const found = poolIssues(capacity ?? {}, '/capacity')
  checkNames(found, prices, 'pool', '/prices')
  if (!capacity?.pools || !prices) return found
  const pools = new Set(capacity.pools.map((pool) => pool?.id))
  prices.forEach((one, i) => {
    if (one?.pool && !pools.has(one.pool))
      report(found, 'value.unknown', `/prices/${i}/pool`, 'the id of a pool of the capacity', one.pool)
  })
  const priced = new Set(prices.map((one) => one?.pool))
  for (const id of pools)
    if (id && !priced.has(id))
      report(found, 'field.missing', '/prices', `a price for the pool "${id.slice(0, 60)}"`, undefined)
  return found
}
