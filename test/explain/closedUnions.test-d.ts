import { expectTypeOf, test } from 'vitest'
import type { Teller } from '../../src/explain/featureReasons.ts'
import type { PhraseCode } from '../../src/explain/line.ts'
import type { PlaceCode } from '../../src/explain/placePhrases.ts'
import type { ReasonCode, ScoredFeature } from '../../src/explain/reasonCodes.ts'
import { en } from '../../src/locale/en.ts'
import { enPlaces } from '../../src/locale/enPlaces.ts'
import type { Language, Text } from '../../src/locale/language.ts'
import type { PortfolioCode } from '../../src/words/portfolioCode.ts'

test('a language without a sentence for a code does not compile', () => {
  const { 'history.shareLate': _, ...rest } = en.texts
  // @ts-expect-error: history.shareLate is missing
  const texts: Language['texts'] = rest
  expectTypeOf(texts).toEqualTypeOf<Readonly<Record<PhraseCode, Text>>>()
})

test('nor one without a sentence for a code of a plan', () => {
  const { 'choice.kept': _, ...rest } = enPlaces.texts
  // @ts-expect-error: choice.kept is missing
  const texts: Language<PhraseCode | PlaceCode>['texts'] = rest
  expectTypeOf<PortfolioCode>().toExtend<keyof typeof texts>()
})

test('nor one without a word for a value', () => {
  const { jobLoss: _, ...rest } = en.words.circumstance
  // @ts-expect-error: jobLoss is missing
  const words: Language['words']['circumstance'] = rest
  expectTypeOf(words).toHaveProperty('jobLoss')
})

test('a feature that may enter a model and has no reason does not compile', () => {
  const tell = (() => undefined) as unknown as Teller
  // @ts-expect-error: all but one are missing
  const reasons: Readonly<Record<ScoredFeature, Teller>> = { daysPastDue: tell }
  expectTypeOf(reasons).toHaveProperty('shareLate6')
})

test('the unions are closed, and hold what has a direction only', () => {
  expectTypeOf<string>().not.toExtend<ReasonCode>()
  expectTypeOf<'utilisation'>().toExtend<ScoredFeature>()
  expectTypeOf<'keptRate'>().not.toExtend<ScoredFeature>()
})
