import { isAtPrices, type PlacePhrase, type PlaceReason, placePhrase } from '../explain/placePhrases.ts'
import { failure } from '../kernel/failure.ts'
import { enPlaces } from '../locale/enPlaces.ts'
import { renderPhrase } from '../locale/render.ts'
import { zhCNPlaces } from '../locale/zhCNPlaces.ts'
import type { PlaceBecause } from '../portfolio/prioritised.ts'
import { type Language, unknownOption } from './explain.ts'

const LANGUAGES = { en: enPlaces, 'zh-CN': zhCNPlaces } as const

/**
 * Why a borrower is where they are in a plan, in sentences: of a worklist's item or of one who is left, or of a choice
 * at prices. A slim decision keeps of its own reasons no figures; where those are needed the decision is pointed to.
 *
 * `currency` is the capacity's; `ownCurrency` that of the decision, where rates are given and it is another.
 *
 * @throws a Failure with code `option.unknown` for a language that does not exist, `because.notGiven` for what is no
 * list of reasons.
 * @example
 * explainPlace(prioritise(decisions, capacity).left[0].because, 'en', 'CNY')
 * // => ['Pool callers does not reach for a call here: it goes where it brings more.']
 */
export function explainPlace(
  because: PlaceBecause,
  language: Language,
  currency: string,
  ownCurrency: string = currency,
): string[] {
  if (!Array.isArray(because))
    throw failure('because.notGiven', 'explainPlace takes the because of an item, of one left or of a choice')
  const say = sayingIn(language)
  const reasons: readonly PlaceReason[] = because
  const sentences = reasons.map((reason) => {
    const amounts = isAtPrices(reason) ? currency : ownCurrency
    return say(placePhrase(reason), amounts) || say({ code: 'place.own', params: {} }, amounts)
  })
  return [...new Set(sentences)]
}

/** Says phrases of places in a language, amounts in the currency they come with. */
export function sayingIn(language: Language): (phrase: PlacePhrase, currency: string) => string {
  if (!Object.hasOwn(LANGUAGES, language)) throw unknownOption('language', Object.keys(LANGUAGES))
  return (phrase, currency) => renderPhrase(phrase, LANGUAGES[language], currency)
}
