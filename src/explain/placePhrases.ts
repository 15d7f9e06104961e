import type { Params } from '../kernel/issue.ts'
import type { PortfolioCode } from '../kernel/portfolioCode.ts'
import type { Phrase, PhraseCode } from './line.ts'

/** Sentences about a place in a plan that are no reasons. Params in brackets. */
export type PlaceLineCode =
  | 'place.listed' // [pool, area, rank, of]
  | 'place.brings' // [perUnit, unit, one]
  | 'place.plan' // [count, instalment]
  | 'place.left'
  | 'place.own'

/** What only explanations of a plan say. */
export type PlaceCode = PortfolioCode | PlaceLineCode
export type PlacePhrase = Phrase<PhraseCode | PlaceCode>

/** A reason of a place: of a whole decision or of the plan, or of a slim decision its code alone. */
export interface PlaceReason {
  readonly code: string
  readonly params?: Params
}

/** A reason of a place as a phrase. Of a code that this version does not know nothing will be said. */
export const placePhrase = ({ code, params = {} }: PlaceReason): PlacePhrase => ({
  code: code as PlacePhrase['code'],
  params: code === 'capacity.short' ? { ...params, ...askedOf(params) } : params,
})

/** A price for one of whatever the pool counts, and how many: together an amount of money, whatever that is. */
const askedOf = ({ price, use }: Params): Params =>
  typeof price === 'number' && typeof use === 'number' ? { asked: price * use } : {}

const AT_PRICES: ReadonlySet<string> = new Set<PortfolioCode>([
  'capacity.short',
  'price.highest',
  'price.lower',
])

/** Whether its amounts are in the currency of the capacity; else they are in that of the decision. */
export const isAtPrices = ({ code }: { readonly code: string }): boolean => AT_PRICES.has(code)
