import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { permissionsIn } from '../helpers/prepared.ts'
import { type AnyWorld, anyWorld, contextOfWorld } from '../laws/anyWorld.ts'
import { runs } from '../laws/runs.ts'
import { factsOfCase } from './given.ts'

const LISTS = ['contacts', 'contactPoints', 'notices', 'circumstances'] as const

/** The permissions as text, every pointer into a list replaced by what it points at, zones by their names. */
function written(world: AnyWorld): string {
  const context = contextOfWorld(world)
  const permissions = permissionsIn(factsOfCase(world.case, context), context)
  return JSON.stringify(permissions, (key, value: unknown) => {
    if (key === 'zone') return (value as { name: string }).name
    if (typeof value !== 'string') return value
    const [, list, index] = /^\/(\w+)\/(\d+)$/.exec(value) ?? []
    const entries = list === undefined ? undefined : world.case[list as (typeof LISTS)[number]]
    return entries === undefined ? value : { list, entry: entries[Number(index)] }
  })
}

/** Every list turned around at a place of its own. */
const turned = (given: BorrowerCase, places: readonly number[]): BorrowerCase => ({
  ...given,
  ...Object.fromEntries(
    LISTS.flatMap((name, i) => {
      const list = given[name]
      if (list === undefined) return []
      const at = (places[i] as number) % (list.length + 1)
      return [[name, [...list.slice(at), ...list.slice(0, at)].reverse()]]
    }),
  ),
})

test('the order of contacts, points, notices and circumstances changes nothing', () => {
  fc.assert(
    fc.property(anyWorld, fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }), (world, places) => {
      expect(written({ ...world, case: turned(world.case, places) })).toBe(written(world))
    }),
    runs(300),
  )
})

test('the same case gives the same text, however often and in whichever context made alike', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      expect(written(world)).toBe(written(structuredClone(world)))
    }),
    runs(50),
  )
})
