import type { Capacity } from '../input/capacityFile.ts'
import type { Prices } from '../input/pricesFile.ts'
import { round6 } from '../numbers/maths.ts'
import type { ActionKind } from '../words/actions.ts'
import { KIND_PLACE } from '../words/actions.ts'
import { takenFrom, UNLIMITED } from '../words/pool.ts'
import { because, type PortfolioParams } from '../words/portfolioReasons.ts'
import type { Because } from '../words/reason.ts'
import type { DecisionRow, RowAlternative } from './decisionRow.ts'
import { chosenOf, isOffered, isServed, offering, ratesOf } from './offering.ts'
import type { PlaceBecause } from './prioritised.ts'

/**
 * What a decision comes to where everything scarce has its price, on its own. The decision itself stands: what it chose
 * is best for this borrower; this is what there are people for.
 */
export interface ChoiceAtPrices {
  /** Which of its alternatives, always one that is chosen or eligible; null where nobody is to act. */
  readonly kind: ActionKind | null
  /** The first pool in the file that it takes from, or `unlimited`. */
  readonly pool?: string
  /** What it brings for each unit of that pool: worklists are called in falling order of it. */
  readonly perUnit?: number
  /**
   * What it brings beyond what it takes of all pools at their prices; minor units of the capacity's currency, to 6
   * decimals. Of several accounts of one borrower, the one with the highest is the one to act on.
   */
  readonly net?: number
  /** Why this and, where the decision chose another, why not that; where there is no kind, why nothing. */
  readonly because: PlaceBecause
}

export type ChooseAtPrices = (decision: DecisionRow) => ChoiceAtPrices

/**
 * Prepares to choose decision by decision at prices of the pools, as `chooseAtPrices` does for all at once: the highest net value above 0, of equal ones the gentler.
 */
export function chooserAtPrices(prices: Prices): ChooseAtPrices {
  const { capacity } = prices
  const rates = ratesOf(capacity)
  const price = pricing(prices)
  const nobody = (why: PlaceBecause): ChoiceAtPrices => ({ kind: null, because: why })
  return (row) => {
    const { currency, alternatives } = row
    const rate = rates.get(currency)
    if (rate === undefined) return nobody([because('currency.noRate', { currency })])
    const offered = price(row, rate)
    const options = offered.filter(isPriced)
    const best = bestOf(options)
    if (best !== undefined) return choiceOf(best, whyNotOwn(row, offered, best, capacity), capacity)
    const chosen = chosenOf(alternatives)
    if (chosen === undefined || (options.length === 0 && chosen.kind === 'wait'))
      return nobody(chosen?.because ?? [])
    const inTurn = [...offered].sort((a, b) => Number(b.one === chosen) - Number(a.one === chosen))
    const why = inTurn.map((one) => (isPriced(one) ? tooDear(one, capacity) : one.obstacle))
    return nobody(why.length === 0 ? chosen.because : why)
  }
}

const isPriced = (one: Priced | Obstructed): one is Priced => 'net' in one

function choiceOf(
  { one, worth, takes, net }: Priced,
  whyNot: PlaceBecause,
  { pools }: Capacity,
): ChoiceAtPrices {
  const [first] = takes
  return {
    kind: one.kind,
    pool: first === undefined ? UNLIMITED : (pools[first.pool]?.id as string),
    perUnit: round6(worth / (first !== undefined && first.taken > 0 ? first.taken : 1)),
    net: round6(net),
    because: [because('price.highest', { net: round6(net) }), ...whyNot],
  }
}

/** Where the decision chose something else to do, why not that. */
function whyNotOwn(
  { alternatives }: DecisionRow,
  offered: readonly (Priced | Obstructed)[],
  best: Priced,
  capacity: Capacity,
): readonly Because<PortfolioParams>[] {
  const chosen = chosenOf(alternatives)
  const own = offered.find(({ one }) => one === chosen)
  if (own === undefined || own === best) return []
  if (!isPriced(own)) return [own.obstacle]
  const lower = because('price.lower', { by: round6(best.net - own.net) })
  return own.net < own.worth ? [lower, tooDear(own, capacity)] : [lower]
}

/** The pool that asks most for it. */
function tooDear({ one, takes }: Priced, { pools }: Capacity): Because<PortfolioParams> {
  const [dearest] = [...takes].sort((a, b) => b.price * b.taken - a.price * a.taken)
  const { pool = -1, price = 0, taken: use = 0 } = dearest ?? {}
  return because('capacity.short', { kind: one.kind, pool: pools[pool]?.id ?? UNLIMITED, price, use })
}

/** What an alternative takes of a pool, by its place in the file, and the price of one unit. */
interface Take {
  readonly pool: number
  readonly taken: number
  readonly price: number
}

/** Something on offer at prices: what it brings and takes, and what is left when that is paid for. */
export interface Priced {
  readonly one: RowAlternative
  readonly worth: number
  /** Of each unit the first pool that serves it, in the order of the file. */
  readonly takes: readonly Take[]
  readonly net: number
}

/** Something on offer that cannot be placed, and why. */
export interface Obstructed {
  readonly one: RowAlternative
  readonly obstacle: Because<PortfolioParams>
}

/** Prepares to price what a decision has on offer; `rate` is the capacity's currency per unit of the decision's. */
function pricing(given: Prices) {
  const prices = pricesInOrder(given)
  const servedBy = offering(given.capacity)
  return ({ alternatives, area }: DecisionRow, rate: number): readonly (Priced | Obstructed)[] =>
    alternatives.filter(isOffered).map((one): Priced | Obstructed => {
      const served = servedBy(one, area)
      if (!isServed(served)) return { one, obstacle: served }
      const worth = (one.value as number) * rate
      const takes = served.map((serving): Take => {
        const taken = takenFrom(serving, one.use, (one.cost ?? 0) * rate)
        return { pool: serving.pool, taken, price: prices[serving.pool] as number }
      })
      const net = takes.reduce((rest, { taken, price }) => (taken > 0 ? rest - price * taken : rest), worth)
      return { one, worth, takes, net }
    })
}

/** Prices are found to within a few millionths: less than this share of what something brings is no gain. */
const NOISE = 1e-6

/** The highest net value, of equal ones the gentler; undefined when none is above nothing. */
function bestOf(options: readonly Priced[]): Priced | undefined {
  let best: Priced | undefined
  for (const option of options) {
    if (option.net <= NOISE * option.worth) continue
    const more = option.net - (best?.net ?? 0)
    const gentler = best !== undefined && KIND_PLACE[option.one.kind] < KIND_PLACE[best.one.kind]
    if (more > 0 || (more === 0 && gentler)) best = option
  }
  return best
}

/** Prices as numbers, in the order of the pools. */
function pricesInOrder({ capacity, prices }: Prices): readonly number[] {
  const known = new Map(prices.map(({ pool, price }) => [pool, price]))
  return capacity.pools.map(({ id }) => known.get(id) as number)
}
