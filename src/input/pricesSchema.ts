import type { Issue, Parsed } from '../words/issue.ts'
import { capacitySchema, poolIssues } from './capacitySchema.ts'
import { parseWith, type Sound } from './checkShape.ts'
import { checkNames, report } from './contradictions.ts'
import { number, text } from './ownChecks.ts'
import { list, object } from './parts.ts'
import type { Prices } from './pricesFile.ts'
import { schemaOf } from './schemaOf.ts'

const pricesSchema = schemaOf<Prices>()(
  object({
    capacity: capacitySchema,
    prices: list(object({ pool: text(128), price: number(0, Number.MAX_VALUE) }), 10_000),
  }),
)

/** Checks a file of prices. Never throws. */
export const parsePrices = (value: unknown): Parsed<Prices> => parseWith(pricesSchema, priceIssues, value)

function priceIssues({ capacity, prices }: Sound<Prices>): Issue[] {
  const issues = poolIssues(capacity ?? {}, '/capacity')
  checkNames(issues, prices, 'pool', '/prices')
  if (!capacity?.pools || !prices) return issues
  const pools = new Set(capacity.pools.map((pool) => pool?.id))
  prices.forEach((one, i) => {
    if (one?.pool && !pools.has(one.pool))
      report(issues, 'value.unknown', `/prices/${i}/pool`, 'the id of a pool of the capacity', one.pool)
  })
  const priced = new Set(prices.map((one) => one?.pool))
  for (const id of pools)
    if (id && !priced.has(id))
      report(issues, 'field.missing', '/prices', `a price for the pool "${id.slice(0, 60)}"`, undefined)
  return issues
}
