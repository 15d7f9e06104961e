import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'
import { FEATURES, type FeatureName, type ScoredFeature } from '../../src/history/features.ts'
import type { Params } from '../../src/words/issue.ts'
import { factsAndScore } from '../helpers/scoreOf.ts'
import { anyCase } from '../laws/anyCase.ts'

const RUNS = { numRuns: 300 }
const n = (value: Params[string] | undefined) => value as number

/** Each feature's value worked out again from what its reason tells; undefined where the reason tells the value itself. */
const FROM_PARAMS: Readonly<Partial<Record<ScoredFeature, (params: Params) => number>>> = {
  overdueShare: ({ overdue, outstanding }) => n(overdue) / n(outstanding),
  shareLate6: ({ late, of }) => n(late) / n(of),
  shareLate12: ({ late, of }) => n(late) / n(of),
  // At most half as much again as was due counts.
  paidShare1: ({ paid, due }) => Math.min(1.5, n(paid) / n(due)),
  paidShare3: ({ paid, due }) => Math.min(1.5, n(paid) / n(due)),
  paidShare6: ({ paid, due }) => Math.min(1.5, n(paid) / n(due)),
  paidShare12: ({ paid, due }) => Math.min(1.5, n(paid) / n(due)),
  zeroPayShare6: ({ none, of }) => n(none) / n(of),
  earlyShare12: ({ early, of }) => n(early) / n(of),
  utilisation: ({ outstanding, limit }) => Math.min(2, n(outstanding) / n(limit)),
  utilisationMean6: ({ share }) => n(share),
  leastPaidToBalance6: ({ share }) => n(share),
  paidToLimit1: ({ share }) => n(share),
  noPaymentShare6: ({ none, of }) => n(none) / n(of),
  inactiveShare6: ({ inactive, of }) => n(inactive) / n(of),
  // Pulled to one in ten with the weight of ten attempts.
  rightPartyRate: ({ met, tried }) => (n(met) + 1) / (n(tried) + 10),
  daysPastDue: ({ days }) => n(days),
  periodsBehind: ({ periods }) => n(periods),
  worstBehind6: ({ periods }) => n(periods),
  worstBehind12: ({ periods }) => n(periods),
  sumBehind6: ({ sum }) => n(sum),
  periodsSinceLate: ({ periods }) => n(periods),
  periodsKnown: ({ periods }) => n(periods),
  daysLateLast: ({ days }) => n(days),
  utilisationTrend: ({ change }) => n(change),
  paidToBalance1: ({ share }) => n(share),
  paidToBalance3: ({ share }) => n(share),
  paidToBalance6: ({ share }) => n(share),
  paidToLimit6: ({ share }) => n(share),
  consecutiveFailures: ({ count }) => n(count),
}

const isScored = (name: FeatureName): name is ScoredFeature => FEATURES[name].direction !== null
const names = (Object.keys(FEATURES) as FeatureName[]).filter(isScored)

/** What a JSON Pointer points at, by the letter of RFC 6901. */
function pointedAt(root: unknown, pointer: string): unknown {
  let at = root
  for (const step of pointer.split('/').slice(1))
    at = (at as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')]
  return at
}

describe('what a score’s reasons tell', () => {
  test('is there for every feature that may enter a model, and for no other', () => {
    for (const [name, { direction, tell }] of Object.entries(FEATURES))
      expect([name, tell === null]).toEqual([name, direction === null])
  })

  test('agrees with the feature’s value, and points at rows of the record', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyCase, ({ asOf, case: record }) => {
        const { facts } = factsAndScore(record, createContext({ asOf }))
        for (const name of names) {
          const value = facts.features[name]
          if (value === null) continue
          seen.add(name)
          const told = FEATURES[name].tell(facts, value)
          const params: Params = told.params
          const again = FROM_PARAMS[name]?.(params)
          if (again !== undefined) expect([name, again]).toEqual([name, expect.closeTo(value, 5)])
          else expect([name, Math.abs(n(params.days) - value) <= 0.5]).toEqual([name, true])
          for (const pointer of told.evidence)
            expect([name, pointer, pointedAt(record, pointer)]).not.toContain(undefined)
          expect(new Set(told.evidence).size).toBe(told.evidence.length)
        }
      }),
      RUNS,
    )
    // The law was tried on every feature.
    expect([...seen].sort()).toEqual([...names].sort())
  })
})
