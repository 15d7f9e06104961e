import { expect, test } from 'vitest'
import { type ContextOptions, contextAt, createContext, decideAll } from '../../src/entry/index.ts'
import { readFixtures } from '../fixtures/readFixtures.ts'

const POLICY = { id: 'own', version: '1', packs: ['gb'], relief: { maxInstalments: 12 } } as const
const OWN: ContextOptions = { asOf: '2026-11-25T10:00:00+08:00', policy: POLICY, later: 'ignore' }

test('a moved context decides every fixture byte for byte like one made at that instant', () => {
  const fixtures = readFixtures()
  const own = createContext(OWN)
  // Back and forth over several years, so that rules begin and end between one call and the next.
  for (const asOf of ['2020-02-29T23:30:00-05:00', '2027-06-01T09:00:00Z', '2026-11-25T10:00:00+08:00']) {
    const moved = contextAt(own, asOf)
    const made = createContext({ ...OWN, asOf })
    expect(moved).toEqual(made)
    for (const fixture of fixtures) {
      const [byMoved] = decideAll([fixture.case], moved)
      const [byMade] = decideAll([fixture.case], made)
      expect(JSON.stringify(byMoved)).toBe(JSON.stringify(byMade))
    }
  }
})

test('the context it was moved from stays as it was, and what is heavy is shared', () => {
  const own = createContext(OWN)
  const moved = contextAt(own, '2027-06-01T09:00:00Z')
  expect(own.asOf).toBe(OWN.asOf)
  expect(Object.isFrozen(moved)).toBe(true)
  expect(moved.policy).toBe(own.policy)
  expect(moved.packs).toBe(own.packs)
  expect(moved.model).toBe(own.model)
})

test.each([['2026-11-25'], ['2026-11-25T10:00:00'], ['soon'], [undefined], [5]])(
  '%s is no instant',
  (asOf) => {
    const own = createContext(OWN)
    expect(() => contextAt(own, asOf as never)).toThrow(
      expect.objectContaining({
        name: 'ArrearsFailure',
        code: 'context.invalid',
        issues: [expect.objectContaining({ path: '/asOf' })],
      }),
    )
  },
)

test('what createContext did not make cannot be moved', () => {
  const wrong = (value: unknown): never => value as never
  for (const context of [undefined, {}, { ...createContext(OWN) }])
    expect(() => contextAt(wrong(context), '2027-06-01T09:00:00Z')).toThrow(
      expect.objectContaining({ code: 'context.notMade' }),
    )
})
