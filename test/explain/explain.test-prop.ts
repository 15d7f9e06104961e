import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'
import { decide } from '../../src/entry/decide.ts'
import { explain } from '../../src/entry/explain.ts'
import { reasonsOf, scoreTold } from '../../src/explain/reasons.ts'
import type { Facts } from '../../src/history/facts.ts'
import { FEATURES } from '../../src/history/features.ts'
import type { Model } from '../../src/input/model.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import { en } from '../../src/locale/en.ts'
import { renderPhrase } from '../../src/locale/render.ts'
import { zhCN } from '../../src/locale/zh-CN.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { anyCase } from '../laws/anyCase.ts'
import { bannedFor, faultsOf } from '../locale/laws.ts'
import { choiceOf, contribution, scoreOf } from './choice.ts'

/** Under these nobody is written to, whatever else the record says. */
const SILENT = new Set([
  'deceased',
  'notTheBorrower',
  'minor',
  'limitedCapacity',
  'ceaseRequest',
  'represented',
])

test('every text of every decision is whole, fit for its reader, and the same after JSON', () => {
  fc.assert(
    fc.property(anyCase, ({ asOf, case: record }) => {
      const context = createContext({ asOf })
      const parsed = parseCase(record, context)
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
      const decision = decide(parsed.value, context)
      const before = JSON.stringify(decision)
      // Every reason there is has words, with the figures it really carries.
      for (const reason of [
        ...decision.reasons,
        ...decision.alternatives.flatMap(({ because }) => [...because]),
      ])
        for (const language of [en, zhCN])
          expect([reason.code, reason.params, renderPhrase(reason, language, 'CNY')]).not.toContain('')
      for (const language of ['en', 'zh-CN'] as const) {
        for (const audience of ['collector', 'borrower', 'compliance'] as const) {
          const lines = explain(decision, { language, audience })
          expect(explain(JSON.parse(before), { language, audience })).toEqual(lines)
          for (const line of lines) expect([line, faultsOf(line)]).toEqual([line, []])
          if (audience !== 'borrower') expect(lines.length).toBeGreaterThan(3)
          else {
            for (const line of lines) expect([line, bannedFor(language, line)]).toEqual([line, undefined])
            const held = JSON.stringify(decision.alternatives).matchAll(/"hold":"(\w+)"/g)
            if ([...held].some(([, kind]) => SILENT.has(kind ?? ''))) expect(lines).toEqual([])
          }
        }
      }
      expect(JSON.stringify(decision)).toBe(before)
    }),
    { numRuns: 120 },
  )
})

test('principal reasons: the action first, four of the score, remarks never among the first four', () => {
  fc.assert(
    fc.property(anyCase, ({ asOf, case: record }) => {
      const context = createContext({ asOf })
      const parsed = parseCase(record, context)
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
      const { reasons, score } = decide(parsed.value, context)
      const about = reasons.map((reason) => reason.about)
      expect(about[0]).toBe('action')
      const ofScore = reasons.filter((reason) => reason.about === 'score')
      expect(ofScore).toHaveLength(4)
      const groups = ofScore.map(({ points }) => points)
      expect(groups.every((points) => score.contributions.some((one) => one.points === points))).toBe(true)
      expect(reasons.slice(0, 4).map(({ code }) => code)).not.toContain('data.differs')
    }),
    { numRuns: 100 },
  )
})

test('the weightiest contribution of each group is told, as sorting would find it', () => {
  const one = fc.record({
    group: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    points: fc.integer({ min: -5, max: 5 }),
    lost: fc.nat(4),
    known: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 14 }), (drawn) => {
      const model: Model = {
        ...DEFAULT_MODEL,
        characteristics: drawn.map(({ group }, i) => ({
          feature: `own${i}`,
          group,
          direction: 'none',
          prior: false,
          bins: [{ points: 0 }],
          missing: { points: 0 },
        })),
      }
      const contributions = drawn.map(({ points, lost, known }, i) =>
        contribution(`own${i}`, points, lost, known ? 1 : null),
      )
      const reasons = reasonsOf(
        choiceOf({ why: [], score: scoreOf(contributions) }),
        {} as Facts,
        scoreTold(model, FEATURES),
      )
      // Lost first, then gained, then not known at no cost; Array.sort keeps the model's order among equals.
      const weight = ({ points, lost, known }: (typeof drawn)[number]) =>
        known ? (lost > 0 ? [0, -lost] : [1, -points]) : points < 0 ? [0, -lost] : [2, -points]
      const sorted = drawn
        .map((row, i) => ({ ...row, i, order: weight(row) }))
        .sort((x, y) => x.order[0]! - y.order[0]! || x.order[1]! - y.order[1]!)
      const firsts = sorted.filter(
        ({ group }, at) => sorted.findIndex((other) => other.group === group) === at,
      )
      expect(reasons.map(({ params }) => ('feature' in params ? params.feature : params))).toEqual(
        firsts.slice(0, 4).map(({ i }) => `own${i}`),
      )
    }),
    { numRuns: 500 },
  )
})
