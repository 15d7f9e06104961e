import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Permission, Permissions } from '../../src/compliance/permissions.ts'
import { CHANNELS } from '../../src/words/channels.ts'
import { factsOfCase } from '../compliance/given.ts'
import { permissionsIn } from '../helpers/prepared.ts'
import { type AnyWorld, anyRule, anyWorld, contextOfWorld } from './anyWorld.ts'
import { wall } from './naiveClock.ts'
import { runs } from './runs.ts'

// Law 6: adding a rule pack or a house rule never makes a blocked contact possible, with `tighten: true`.

const permitted = (world: AnyWorld): Permissions => {
  const context = contextOfWorld({ ...world, tighten: true })
  return permissionsIn(factsOfCase(world.case, context), context)
}

const opens = ({ opensAt }: Permission): number => opensAt ?? Number.POSITIVE_INFINITY

function checkStricter(before: Permissions, after: Permissions): void {
  for (const purpose of ['demand', 'relief'] as const)
    for (const channel of CHANNELS) {
      const was = before[purpose][channel]
      const is = after[purpose][channel]
      if (was.status === 'open') continue
      expect([purpose, channel, is.status]).not.toContain('open')
      expect(opens(is)).toBeGreaterThanOrEqual(opens(was))
    }
  if (!before.ownPause.allowed) expect(after.ownPause.allowed).toBe(false)
  expect(after.holds.length).toBeGreaterThanOrEqual(before.holds.length)
}

const withRule = fc
  .tuple(anyWorld, fc.constantFrom('house' as const, 'law' as const, 'added' as const))
  .chain(([world, where]) =>
    anyRule(wall(world.case.timeZone, Date.parse(world.asOf) / 1000).day).map((rule) => {
      const more = [...(world[where] ?? []), { ...rule, id: 'more' }]
      return { world, stricter: { ...world, [where]: more } as AnyWorld }
    }),
  )

describe('law 6: stricter never adds', () => {
  test('one more rule, of the house, of a jurisdiction or of an added pack', () => {
    let closed = 0
    fc.assert(
      fc.property(withRule, ({ world, stricter }) => {
        const before = permitted(world)
        const after = permitted(stricter)
        checkStricter(before, after)
        for (const channel of CHANNELS)
          if (before.demand[channel].status === 'open' && after.demand[channel].status !== 'open') closed++
      }),
      runs(500),
    )
    // The rules added do close something.
    expect(closed).toBeGreaterThan(10)
  })
  test('one more pack', () => {
    fc.assert(
      fc.property(anyWorld, anyWorld, (world, other) => {
        checkStricter(permitted({ ...world, added: undefined }), permitted({ ...world, added: other.law }))
      }),
      runs(300),
    )
  })
})
