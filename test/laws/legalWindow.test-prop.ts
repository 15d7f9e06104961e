import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Permission, Permissions } from '../../src/compliance/permissions.ts'
import { createContext } from '../../src/entry/createContext.ts'
import { CHANNELS, type Channel } from '../../src/words/channels.ts'
import type { PurposeClass } from '../../src/words/purposes.ts'
import { anyWorld, worldOf } from './anyWorld.ts'
import { type Attempt, forbidden, isHeld, noticesMissing, usablePoints, type World } from './naiveChecker.ts'
import { plusDays, wall } from './naiveClock.ts'
import { runs } from './runs.ts'

// Law 7: every instant of every window given is legal by the naive checker, and the instant before it is not.

const horizonOf = ({ asOf, policy }: World, channel: Channel): number =>
  asOf + (channel === 'visit' ? policy.visitHorizonDays * 86400 : policy.horizonHours * 3600)

function attemptOf(world: World, channel: Channel, purpose: PurposeClass, permission: Permission): Attempt {
  const { to, point } = permission
  const named = usablePoints(world.case, channel, to).find((one) => one?.key === point)
  return { channel, purpose, to, point: named }
}

const MINUTE = 60

/** The minutes of a stretch, its first and last second among them; of long ones the middle more coarsely. */
function* instants(from: number, to: number, step: number): Generator<number> {
  for (let at = from; at < to; at += at - from > 86400 ? 7 * step : step) yield at
  if (to > from) yield to - 1
}

function checkOpen(
  world: World,
  channel: Channel,
  purpose: PurposeClass,
  permission: Permission,
  step: number,
): void {
  const { window, opensAt, because } = permission
  if (window === undefined) throw new Error('an open permission without a window')
  const horizon = horizonOf(world, channel)
  const attempt = attemptOf(world, channel, purpose, permission)
  expect(window.from).toBeGreaterThanOrEqual(world.asOf)
  expect(window.from).toBeLessThan(horizon)
  expect(window.to).toBeGreaterThan(window.from)
  expect(window.to).toBeLessThanOrEqual(horizon)
  expect(opensAt).toBe(window.from)
  expect(isHeld(world, attempt)).toBe(false)
  for (const at of instants(window.from, window.to, step)) legal(world, attempt, at)
  if (window.from > world.asOf) {
    notLegal(world, attempt, window.from - 1)
    for (const at of instants(world.asOf, window.from, 900)) notLegal(world, attempt, at)
    expect(because.length).toBeGreaterThan(0)
  } else expect(because).toEqual([])
  if (channel === 'visit') checkPrerequisites(world, permission, window)
  else if (window.to < horizon) notLegal(world, attempt, window.to)
}

const legal = (world: World, attempt: Attempt, at: number): void => {
  const why = forbidden(world, attempt, at)
  if (why !== undefined) throw new Error(`${written(at)} is given for ${attempt.channel}, but: ${why}`)
}
const notLegal = (world: World, attempt: Attempt, at: number): void => {
  if (forbidden(world, attempt, at) === undefined)
    throw new Error(`${written(at)} is legal for ${attempt.channel}, but not given`)
}
const written = (at: number): string => new Date(at * 1000).toISOString()

/** Every notice that a visit in the window lacks is asked for, in time for it and not before tomorrow. */
function checkPrerequisites(
  world: World,
  permission: Permission,
  window: { from: number; to: number },
): void {
  const tomorrow = plusDays(wall(world.case.timeZone, world.asOf).day, 1)
  const by = new Map(permission.prerequisites.map((one) => [one.code as string, one.by]))
  for (const at of instants(window.from, window.to, 3600))
    for (const missing of noticesMissing(world, at)) {
      if (missing.excused) continue
      const asked = by.get(missing.kind === 'visit' ? 'visit.notice' : 'visit.agencyDetails')
      expect(asked).toBeDefined()
      expect(asked! <= missing.by && asked! >= tomorrow).toBe(true)
    }
}

function checkClosed(world: World, channel: Channel, purpose: PurposeClass, permission: Permission): void {
  const { status, window, opensAt, because } = permission
  const horizon = horizonOf(world, channel)
  expect(window).toBeUndefined()
  expect(because.length).toBeGreaterThan(0)
  const addressees = ['borrower', 'representative'] as const
  const attempts = addressees.flatMap((to) =>
    usablePoints(world.case, channel, to).map((point): Attempt => ({ channel, purpose, to, point })),
  )
  for (const attempt of attempts) {
    // The person who speaks for the borrower is asked only where they do so now.
    if (attempt.to === 'representative' && permission.to !== 'representative') continue
    if (isHeld(world, attempt)) continue
    for (const at of instants(world.asOf, horizon, channel === 'visit' ? 3600 : 600))
      notLegal(world, attempt, at)
  }
  if (opensAt !== undefined) {
    const held = attempts.some((attempt) => isHeld(world, attempt))
    expect(opensAt).toBeGreaterThanOrEqual(held ? world.asOf : horizon)
    expect(attempts.some((attempt) => forbidden(world, attempt, opensAt) === undefined)).toBe(true)
    if (status === 'blocked')
      for (const attempt of attempts.filter(({ to }) => to === permission.to))
        notLegal(world, attempt, opensAt - 1)
  }
}

type Seen = Record<Permission['status'] | 'delayed', number>

function checkAll(world: World, permissions: Permissions, focus: Channel, seen: Seen): void {
  for (const purpose of ['demand', 'relief'] as const) {
    if (purpose === 'relief' && permissions.relief === permissions.demand) continue
    for (const channel of CHANNELS) {
      const permission = permissions[purpose][channel]
      seen[permission.status] += 1
      if (permission.because.length > 0 && permission.status === 'open') seen.delayed += 1
      const step = channel === focus ? MINUTE : 13 * MINUTE
      if (permission.status === 'open') checkOpen(world, channel, purpose, permission, step)
      else checkClosed(world, channel, purpose, permission)
    }
  }
}

/** The worlds drawn are not all of one kind. */
const expectVariety = (seen: Seen): void => {
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10)
}

const anyChannel = fc.constantFrom(...CHANNELS)
const TIMEOUT = 120_000

describe('law 7: every instant given is legal, the one before is not, and nothing legal is kept back', () => {
  test(
    'under rules of any kind',
    () => {
      const seen: Seen = { open: 0, delayed: 0, blocked: 0, unreachable: 0 }
      fc.assert(
        fc.property(anyWorld, anyChannel, (drawn, focus) => {
          const { world, permissions } = worldOf(drawn)
          checkAll(world, permissions, focus, seen)
        }),
        runs(100),
      )
      expectVariety(seen)
    },
    TIMEOUT,
  )
  test(
    'under the built-in packs and house rules',
    () => {
      const seen: Seen = { open: 0, delayed: 0, blocked: 0, unreachable: 0 }
      const place = fc.constantFrom('CN', 'US', 'US-MA', 'GB', 'AU', 'IN', 'ZZ')
      fc.assert(
        fc.property(anyWorld, place, anyChannel, (drawn, jurisdiction, focus) => {
          const settled = { ...drawn, case: { ...drawn.case, jurisdiction } }
          const { world, permissions } = worldOf(settled, createContext({ asOf: drawn.asOf }))
          checkAll(world, permissions, focus, seen)
        }),
        runs(100),
      )
      expectVariety(seen)
    },
    TIMEOUT,
  )
})
