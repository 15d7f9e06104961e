import { expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'
import { decideOne } from '../../src/entry/decide.ts'
import { explain } from '../../src/entry/explain.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { minimalCase, TRIED } from '../helpers/minimalCase.ts'

// Two in three explanations said that the least paid of a statement was not known, of loans that have no statements;
// one said "payments against the credit limit" twice; and what a step brings more than waiting was told of waiting too.
const context = createContext({ asOf: '2026-11-25T02:00:00+08:00' })
const loan = { outstanding: 520000, overdue: 104000, overdueSince: '2026-10-24', instalment: 52000 }

function textsOf(changes: Partial<BorrowerCase>) {
  const decided = decideOne(minimalCase(changes), context)
  if (!decided.ok) throw new Error('the case is sound')
  const { decision } = decided
  const texts = (['collector', 'compliance'] as const).map((audience) =>
    explain(decision, { audience }).join('\n'),
  )
  return { decision, texts }
}

test('of a loan without statements and limit nothing is said of them', () => {
  const { decision, texts } = textsOf({ loan: { product: 'instalment', ...loan } })
  for (const text of texts) expect(text).not.toMatch(/statement|credit/)
  expect(decision.score.notApplicable).toContain('leastPaidToBalance6')
  expect(decision.score.missing).toEqual(expect.arrayContaining([...decision.score.notApplicable]))
})

test('of a card whose limit nobody gave it is said once', () => {
  const { decision, texts } = textsOf({ loan: { product: 'revolving', ...loan } })
  expect(decision.score.notApplicable).toEqual([])
  expect(texts[1]?.split('payments against the credit limit')).toHaveLength(2)
})

test('what the chosen step brings more than waiting is told once', () => {
  const { decision, texts } = textsOf({ loan: { product: 'instalment', ...loan }, contacts: TRIED })
  expect(decision.reasons.map(({ code }) => code)).toContain('value.highest')
  expect(texts[0]).toContain('more than waiting.')
  expect(texts[0]).toMatch(/Also possible: [^.]*waiting\.(\n|$)/)
})
