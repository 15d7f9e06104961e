import { describe, expect, it } from 'vitest'
import { createContext, type Decision, decide, parseCase } from '../../src/entry/index.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { contact, minimalCase, TRIED } from '../helpers/minimalCase.ts'

// Followed for months, the advice offered a refused plan fourteen times, a few pence lower each time, and granted a
// pause of its own accord twenty-five times without anybody speaking with the borrower.
const decided = (changes: Partial<BorrowerCase>): Decision => {
  const context = createContext({ asOf: '2026-11-25T10:00:00Z' })
  const parsed = parseCase(minimalCase({ contacts: TRIED, ...changes }), context)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return decide(parsed.value, context)
}
const budget = {
  income: 300_000,
  essentialSpending: 260_000,
  evidence: 'documented',
  on: '2026-11-01',
} as const
const spoke = contact('2026-11-02T10:00:00Z', 'call', 'spoke')

describe('a refused plan', () => {
  const offered = decided({ budget, contacts: [...TRIED, spoke] })
  const instalment = offered.action.plan?.kind === 'restructure' ? offered.action.plan.instalment : 0
  const refusal = (asked: number) =>
    contact('2026-11-12T10:00:00Z', 'call', 'refused', {
      purpose: 'offerPlan',
      proposed: { kind: 'restructure', instalment: asked },
    })
  const refusedAt = (asked: number, changes: Partial<BorrowerCase> = {}) =>
    decided({ budget, contacts: [...TRIED, spoke, refusal(asked)], ...changes })

  it('is offered once, and not again a little higher or lower', () => {
    expect(offered.action.kind).toBe('restructure')
    for (const asked of [instalment, Math.round(instalment * 1.04), Math.round(instalment * 0.5)]) {
      const { action, alternatives } = refusedAt(asked)
      expect([asked, action.kind === 'restructure']).toEqual([asked, false])
      const option = alternatives.find(({ kind }) => kind === 'restructure')
      expect(option?.because[0]?.code).toBe('plan.refusedBefore')
    }
  })

  it('is offered again once it is another plan, or the figures changed', () => {
    const codeOf = (decision: Decision) =>
      decision.alternatives.find(({ kind }) => kind === 'restructure')?.because[0]?.code
    expect(codeOf(refusedAt(Math.round(instalment * 1.2)))).not.toBe('plan.refusedBefore')
    expect(codeOf(refusedAt(instalment, { budget: { ...budget, on: '2026-11-20' } }))).not.toBe(
      'plan.refusedBefore',
    )
  })
})

describe('a pause of the lender’s own accord', () => {
  const ill = { kind: 'illness', since: '2026-09-20', recorded: '2026-09-25T10:00:00Z' } as const
  const reported = contact('2026-09-25T11:00:00Z', 'call', 'hardshipReported', { direction: 'inbound' })
  const pause = { kind: 'hardshipPause', from: '2026-09-25', until: '2026-10-24', status: 'kept' } as const

  it('comes once for a cause; then somebody finds out how they are', () => {
    const first = decided({ circumstances: [ill], contacts: [reported] })
    expect([first.action.kind, first.action.channel]).toEqual(['hardshipPause', undefined])
    const second = decided({ circumstances: [ill], contacts: [reported], arrangements: [pause] })
    expect([second.action.purpose, second.action.toFindOut?.[0]]).toEqual(['findOut', 'budget'])
    expect(second.alternatives.find(({ kind }) => kind === 'hardshipPause')?.because[0]).toMatchObject({
      code: 'plan.pausedBefore',
      params: { count: 1 },
      evidence: ['/arrangements/0'],
    })
  })
})
