import type { Language } from '../entry/explain.ts'
import { explainPlace, placeLanguage } from '../entry/explainPlace.ts'
import { bringsPhrase, listedPhrase, offerPhrases, type PlacePhrase } from '../explain/placePhrases.ts'
import type { Capacity } from '../input/capacityFile.ts'
import { type PoolUnit, servingOf, takenFrom, UNLIMITED } from '../kernel/pool.ts'
import { renderLine } from '../locale/render.ts'
import type { PlaceBecause } from '../portfolio/prioritised.ts'
import type { Place } from './findPlace.ts'
import { EXIT, stop } from './stop.ts'
import type { ListedItem } from './writeWorklists.ts'

/** What is said of a place: in which language, and in which currency the decision is. */
export interface Telling {
  readonly language: Language
  readonly currency: string
  /** The capacity the plan was made with: without it nobody knows what a unit of a pool is. */
  readonly capacity: Capacity | undefined
}

/** Where an account is in a plan and why, a line each: the list, what is to be done, the reasons. */
export function placeLines(place: Place, { language, currency, capacity }: Telling): string[] {
  const words = placeLanguage(language)
  const planned = capacity?.currency ?? currency
  const line = (phrases: readonly PlacePhrase[], amounts = currency): string =>
    renderLine(phrases, words, amounts)
  const why = (because: PlaceBecause): string[] =>
    because.length === 0
      ? []
      : [
          [
            line([{ code: 'lead.why', params: {} }]),
            ...explainPlace(because, language, planned, currency),
          ].join(words.space),
        ]
  if (place.item === undefined) return [line([{ code: 'place.left', params: {} }]), ...why(place.because)]
  const { item, of } = place
  const brings = capacity === undefined ? [] : [bringsPhrase(item.perUnit, unitOf(item, capacity), planned)]
  return [
    line([listedPhrase({ ...item, of }), ...brings], planned),
    line(offerPhrases(item.alternative)),
    ...why(item.because),
  ]
}

/** What the list's pool counts, where the item takes any of it. */
function unitOf({ pool, area, alternative }: ListedItem, { pools }: Capacity): PoolUnit | undefined {
  if (pool === UNLIMITED) return undefined
  if (!pools.some(({ id }) => id === pool))
    throw stop(EXIT.usage, `--capacity has no pool ${pool}, as the plan has; was the plan made with it?`)
  const { kind, channel, use, cost = 0 } = alternative
  const serving = servingOf(pools)(kind, channel, area)?.find((one) => pools[one.pool]?.id === pool)
  return serving !== undefined && takenFrom(serving, use, cost) > 0 ? serving.unit : undefined
}
