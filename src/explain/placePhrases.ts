import type { Offer } from '../decide/decision.ts'
import type { Params } from '../words/issue.ts'
import { currencyExponent } from '../words/money.ts'
import type { PortfolioParams } from '../words/portfolioReasons.ts'
import type { NoParams } from '../words/reason.ts'
import type { PoolUnit } from '../words/units.ts'
import { planPhrases, whatToDo, whenLine } from './collectorLines.ts'
import type { Phrase, PhraseParams } from './line.ts'

/** Sentences about a place in a plan that are no reasons. Amounts in minor units. */
interface PlaceLineParams {
  /** On which list, and where on it. */
  'place.listed': {
    readonly pool: string
    readonly area?: string
    readonly rank: number
    readonly of: number
  }
  /** What a unit brings, or the whole where there is no unit; of money what each `one` brings. */
  'place.brings': { readonly perUnit: number; readonly unit?: PoolUnit; readonly one?: number }
  'place.plan': { readonly count: number; readonly instalment: number }
  'place.left': NoParams
  'place.own': NoParams
}

/** What only explanations of a plan say; of what is scarce also what it would bring elsewhere. */
export interface PlaceParams extends Omit<PortfolioParams, 'capacity.short'>, PlaceLineParams {
  'capacity.short': PortfolioParams['capacity.short'] & { readonly asked?: number }
}

export type PlacePhrase = Phrase<PhraseParams & PlaceParams>

/** A reason of a place: of a whole decision or of the plan, or of a slim decision its code alone. */
export interface PlaceReason {
  readonly code: string
  readonly params?: Params
}

/** A reason of a place as a phrase. Of a code that this version does not know nothing will be said. */
export const placePhrase = ({ code, params = {} }: PlaceReason): PlacePhrase =>
  // Read back from a file: what a code does not have is left out of its sentence.
  ({
    code,
    params: code === 'capacity.short' ? { ...params, ...askedOf(params) } : params,
  }) as PlacePhrase

/** A price for one of whatever the pool counts, and how many: together an amount of money, whatever that is. */
const askedOf = ({ price, use }: Params): Params =>
  typeof price === 'number' && typeof use === 'number' ? { asked: price * use } : {}

const AT_PRICES: ReadonlySet<string> = new Set<keyof PortfolioParams>([
  'capacity.short',
  'price.highest',
  'price.lower',
])

/** Whether its amounts are in the currency of the capacity; else they are in that of the decision. */
export const isAtPrices = ({ code }: { readonly code: string }): boolean => AT_PRICES.has(code)

/** On which list, and where on it. */
export const listedPhrase = (place: {
  readonly pool: string
  readonly area?: string | undefined
  readonly rank: number
  readonly of: number
}): PlacePhrase => {
  const { pool, area, rank, of } = place
  return { code: 'place.listed', params: { pool, rank, of, ...(area === undefined ? {} : { area }) } }
}

/**
 * What a unit of the list's pool brings, or the whole where none is taken; of a pool of money, what a major unit brings.
 */
export function bringsPhrase(perUnit: number, unit: PoolUnit | undefined, currency: string): PlacePhrase {
  if (unit === undefined) return { code: 'place.brings', params: { perUnit } }
  if (unit !== 'money') return { code: 'place.brings', params: { perUnit, unit } }
  const one = 10 ** (currencyExponent(currency) ?? 2)
  return { code: 'place.brings', params: { perUnit: perUnit * one, unit, one } }
}

/** Something on a list: of a whole decision, or of a slim one, which keeps of a plan its instalments alone. */
export type ListedOffer = Pick<Offer, 'kind' | 'purpose' | 'channel' | 'to' | 'point' | 'window'> & {
  readonly plan?: Offer['plan'] | { readonly instalment: number; readonly count: number }
}

/** What is to be done, in which window, and what is on offer. */
export function offerPhrases(offer: ListedOffer): PlacePhrase[] {
  const { plan } = offer
  const offered: PlacePhrase[] =
    plan === undefined
      ? []
      : 'kind' in plan
        ? planPhrases({ plan })
        : [{ code: 'place.plan', params: { count: plan.count, instalment: plan.instalment } }]
  return [whatToDo(offer), ...whenLine(offer), ...offered]
}
