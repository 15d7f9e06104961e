import { isAtPrices, type PlaceReason, placePhrase } from '../explain/placePhrases.ts'
import type { Language } from '../locale/language.ts'
import { renderPhrase } from '../locale/render.ts'
import type { PlaceBecause } from '../portfolio/prioritised.ts'
import { failure } from '../words/failure.ts'
import { languageOf } from './languageNamed.ts'

/**
 * Why a borrower is where they are in a plan, in sentences: of a worklist's item or of one who is left, or of a choice
 * at prices. A slim decision keeps of its own reasons no figures; where those are needed the decision is pointed to.
 *
 * `language` as in `explain`; `currency` is the capacity's; `ownCurrency` that of the decision, where rates are given and it is another.
 *
 * @throws a Failure with code `option.unknown` for a language that was not imported, `because.notGiven` for what is no
 * list of reasons.
 * @example
 * explainPlace(prioritise(decisions, capacity).left[0].because, 'en', 'CNY')
 * // => ['Pool callers is not enough for a call here as well: it is used where it brings more.']
 */
export function explainPlace(
  because: PlaceBecause,
  language: Language | string,
  currency: string,
  ownCurrency: string = currency,
): string[] {
  if (!Array.isArray(because))
    throw failure('because.notGiven', 'explainPlace takes the because of an item, of one left or of a choice')
  const words = languageOf(language)
  const reasons: readonly PlaceReason[] = because
  const sentences = reasons.map((reason) => {
    const amounts = isAtPrices(reason) ? currency : ownCurrency
    const sentence = renderPhrase(placePhrase(reason), words, amounts)
    return sentence === '' ? renderPhrase({ code: 'place.own', params: {} }, words, amounts) : sentence
  })
  return [...new Set(sentences)]
}
