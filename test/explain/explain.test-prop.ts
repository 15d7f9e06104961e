import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'
import { decide } from '../../src/entry/decide.ts'
import { explain } from '../../src/entry/explain.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import { anyCase } from '../laws/anyCase.ts'
import { bannedFor, faultsOf } from '../locale/laws.ts'

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
    { numRuns: 250 },
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
