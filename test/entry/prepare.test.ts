import { expect, test } from 'vitest'
import { type Context, contextAt, createContext, decideAll } from '../../src/entry/index.ts'
import { prepare } from '../../src/entry/prepare.ts'
import { readFixtures } from '../fixtures/readFixtures.ts'

const PARTS = ['rules', 'discounting', 'tables', 'scorecard', 'scoreTold'] as const
const context = createContext({ asOf: '2026-11-25T10:00:00+08:00', policy: { id: 'own', version: '1' } })

/** Which parts of two contexts' prepared values are one and the same. */
const sharedBy = (a: Context, b: Context): string[] => {
  const [one, other] = [prepare(a), prepare(b)]
  return PARTS.filter((part) => one[part] === other[part])
}

test('what is prepared is kept, and does not look at the clock', () => {
  expect(sharedBy(context, context)).toEqual(PARTS)
  expect(sharedBy(context, contextAt(context, '2020-01-01T00:00:00Z'))).toEqual(PARTS)
})

test('another policy, other packs or another model have their own, over the same rest too', () => {
  const { policy, packs, addedPacks, model } = context
  expect(sharedBy(context, { ...context, policy: { ...policy } })).toEqual(['scorecard', 'scoreTold'])
  expect(sharedBy(context, { ...context, packs: [...packs] })).not.toContain('rules')
  expect(sharedBy(context, { ...context, addedPacks: [...addedPacks] })).not.toContain('rules')
  expect(sharedBy(context, { ...context, model: { ...model } })).toEqual(['rules', 'discounting', 'tables'])
})

test('a copy of a context, as a worker gets it, decides every fixture the same', () => {
  const copy = Object.freeze(structuredClone(context))
  expect(sharedBy(context, copy)).toEqual([])
  const cases = readFixtures().map((fixture) => fixture.case)
  expect(JSON.stringify([...decideAll(cases, copy)])).toBe(JSON.stringify([...decideAll(cases, context)]))
})
