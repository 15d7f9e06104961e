import type { PhraseParams, Vocabulary } from '../explain/line.ts'
import type { PlaceParams } from '../explain/placePhrases.ts'
import type { Params } from '../words/issue.ts'
import type { IssueTexts } from './issueTexts.ts'

/**
 * A sentence with slots: `{name}` a number or text as it is, `{name|# day|# days}` a count with its noun,
 * `{name:format}` a format of `render.ts` or a word table of the language. A slot whose param is missing makes the
 * sentence unusable; then the next of a list is tried, and where there is none nothing is said. The last sentence of a
 * reason needs no params, so that a reason is always told.
 */
type Template = string | readonly string[]

/**
 * A template, or how to pick one by the figures. Any of them may be missing: a slim decision keeps of its reasons the
 * codes alone.
 */
export type Text<P> = Template | ((params: Partial<P>) => Template)

/** A sentence for each code of an interface from code to params: a code without one does not compile. */
export type Texts<All> = { readonly [Code in keyof All]: Text<All[Code]> }

/** Every sentence there is: of explanations, and of places in a plan. */
export interface SentenceParams extends PhraseParams, PlaceParams {}

/** Everything one language needs: a sentence or word without a text does not compile. */
export interface Language extends Wording {
  /** BCP 47: `zh-CN`. */
  readonly code: string
  readonly texts: Texts<SentenceParams>
  /** What is wrong with a record, to those who mend it. */
  readonly issues: IssueTexts
}

/** What any sentence of a language is put together with. */
export interface Wording {
  readonly words: { readonly [T in keyof Vocabulary]: Readonly<Record<Vocabulary[T], string>> }
  readonly forms: Forms
  /** Between two sentences, and between the members of a list. */
  readonly space: string
  readonly comma: string
}

/** A day on the wall calendar: 1–12, 1–31, 0 Monday … 6 Sunday. */
export interface WallDay {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
}

/** How a language writes what is no word. Clocks are `HH:MM`. */
interface Forms {
  readonly day: (day: WallDay) => string
  readonly moment: (day: WallDay, clock: string) => string
  /** Within one day; `to` may be 24:00. */
  readonly hours: (day: WallDay, from: string, to: string) => string
  /** Over midnight. */
  readonly stretch: (from: WallDay, fromClock: string, to: WallDay, toClock: string) => string
  /** `amount` is grouped, with its decimals. */
  readonly money: (amount: string, currency: string) => string
  /** A probability, 0–1, without more certainty than there is. */
  readonly chance: (probability: number) => string
}

type Figure = Params[string] | undefined

/** A mean to one decimal, as text. `mean(9, 6)` is '1.5'. */
export const meanText = (sum: Figure, count: Figure): string =>
  String(Math.round((Number(sum) / Number(count)) * 10) / 10)

/** A share as whole percentage points with its sign. `signed(0.123)` is '+12'. */
export function signed(share: Figure): string {
  const points = Math.round(Number(share) * 100) || 0
  return points > 0 ? `+${points}` : String(points)
}

/** Whether an amount in minor units rounds to nothing. */
export const hardlyLess = (by: Figure): boolean => Math.round(Number(by)) === 0
