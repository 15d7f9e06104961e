import { expectTypeOf, test } from 'vitest'
import { because, type ChoiceParams } from '../../src/decide/choiceReasons.ts'
import type { Reason } from '../../src/explain/decision.ts'
import { type PhraseParams, phrase } from '../../src/explain/line.ts'
import type { ReasonCode } from '../../src/explain/reasonCodes.ts'
import type { ScoredFeature } from '../../src/history/features.ts'
import { en } from '../../src/locale/en.ts'
import type { Language, SentenceParams, Texts } from '../../src/locale/language.ts'
import type { PortfolioCode } from '../../src/words/portfolioReasons.ts'
import type { Because } from '../../src/words/reason.ts'

test('a language without a sentence for a code does not compile', () => {
  const { 'history.shareLate': _, ...rest } = en.texts
  // @ts-expect-error: history.shareLate is missing
  const texts: Language['texts'] = rest
  expectTypeOf(texts).toEqualTypeOf<Texts<SentenceParams>>()
})

test('nor one without a sentence for a code of a plan', () => {
  const { 'choice.kept': _, ...rest } = en.texts
  // @ts-expect-error: choice.kept is missing
  const texts: Language['texts'] = rest
  expectTypeOf<PortfolioCode>().toExtend<keyof typeof texts>()
})

test('nor one without a word for a value', () => {
  const { jobLoss: _, ...rest } = en.words.circumstance
  // @ts-expect-error: jobLoss is missing
  const words: Language['words']['circumstance'] = rest
  expectTypeOf(words).toHaveProperty('jobLoss')
})

test('a reason or sentence without its figures, or with others, does not compile', () => {
  because('plan.notNeeded')
  // @ts-expect-error: the instalment is missing
  because('plan.fits', { sustainable: 36000 })
  // @ts-expect-error: all of it is missing
  because('plan.fits')
  // @ts-expect-error: a wait has no instalment
  because('plan.notNeeded', { instalment: 31000 })
  // @ts-expect-error: no such circumstance
  because('hardship.known', { kind: 'noSuch' })
  // @ts-expect-error: no such code
  because('plan.noSuch')
  // @ts-expect-error: the day is missing
  phrase('do.ask', { amount: 52000 })
  expectTypeOf<Because<ChoiceParams, 'plan.fits'>['params']['instalment']>().toEqualTypeOf<number>()
})

test('a sentence can only be picked by the figures of its code', () => {
  const pick = ({ days }: { days?: number }) => (days === 1 ? 'A day.' : 'Days.')
  expectTypeOf(pick).toExtend<Texts<PhraseParams>['payment.claimed']>()
  expectTypeOf(({ until }: { until?: Date }) => `${until}`).not.toExtend<Texts<PhraseParams>['rule.hold']>()
  expectTypeOf(({ day }: { day: number }) => `${day}`).not.toExtend<Texts<PhraseParams>['payment.claimed']>()
})

test('a reader that asks for the code knows the figures', () => {
  const told = (reason: Reason) => (reason.code === 'promise.open' ? reason.params.amount : undefined)
  expectTypeOf(told).returns.toEqualTypeOf<number | undefined>()
})

test('the unions are closed, and hold what has a direction only', () => {
  expectTypeOf<string>().not.toExtend<ReasonCode>()
  expectTypeOf<'utilisation'>().toExtend<ScoredFeature>()
  expectTypeOf<'keptRate'>().not.toExtend<ScoredFeature>()
})
