import { expect, test } from 'vitest'
import { createContext, decide, parseCase } from '../../src/entry/index.ts'

// Reasons that name a rule are shared between decisions: writing into one once changed the next record's.
test('what a caller writes into one decision never shows in another', () => {
  const context = createContext({ asOf: '2026-11-25T22:00:00-05:00' })
  const decided = (id: string) => {
    const parsed = parseCase(
      {
        id,
        currency: 'USD',
        timeZone: 'America/New_York',
        jurisdiction: 'US',
        actor: 'agency',
        loan: {
          product: 'instalment',
          outstanding: 520000,
          overdue: 104000,
          daysPastDue: 62,
          instalment: 52000,
        },
      },
      context,
    )
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    return decide(parsed.value, context)
  }
  const before = JSON.stringify(decided('b'))
  const reason = decided('a').reasons.find(({ code }) => code === 'rule.hours')
  expect(reason).toBeDefined()
  expect(() => Object.assign(reason?.params ?? {}, { note: 'only a' })).toThrow(TypeError)
  expect(() => Object.assign(reason ?? {}, { code: 'gone' })).toThrow(TypeError)
  expect(JSON.stringify(decided('b'))).toBe(before)
})
