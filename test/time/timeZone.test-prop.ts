import { TZDate, tzOffset } from '@date-fns/tz'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  findZone,
  localDay,
  localSecond,
  offsetAt,
  startOfDay,
  stretchAt,
  type Zone,
} from '../../src/time/timeZone.ts'
import { runs } from '../laws/runs.ts'

/** Zones with odd histories, against @date-fns/tz, which asks Intl afresh for every instant. */
const zone = fc
  .constantFrom(
    'Africa/Casablanca',
    'Africa/Cairo',
    'America/Argentina/Tucuman',
    'America/New_York',
    'America/Recife',
    'America/Sao_Paulo',
    'America/St_Johns',
    'Antarctica/Casey',
    'Antarctica/Troll',
    'Asia/Gaza',
    'Asia/Kathmandu',
    'Asia/Pyongyang',
    'Asia/Shanghai',
    'Asia/Tehran',
    'Australia/Lord_Howe',
    'Europe/Dublin',
    'Europe/Volgograd',
    'Pacific/Apia',
    'Pacific/Chatham',
    'Pacific/Kiritimati',
    'UTC',
  )
  .map((name) => findZone(name) as Zone)
const second = fc.oneof(
  fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 }),
  fc.integer({ min: Date.UTC(2030, 0, 1) / 1000, max: Date.UTC(2101, 0, 1) / 1000 }),
)

test('offset, day and second of the wall clock', () => {
  fc.assert(
    fc.property(zone, second, (one, at) => {
      expect(offsetAt(one, at)).toBe(tzOffset(one.name, new Date(at * 1000)) * 60)
      const wall = new TZDate(at * 1000, one.name)
      expect(localDay(one, at)).toBe(
        Date.UTC(wall.getFullYear(), wall.getMonth(), wall.getDate()) / 86_400_000,
      )
      expect(localSecond(one, at)).toBe(wall.getHours() * 3600 + wall.getMinutes() * 60 + wall.getSeconds())
    }),
    runs(300),
  )
})

test('a stretch holds one offset, from its first second to its last', () => {
  fc.assert(
    fc.property(zone, second, fc.double({ min: 0, max: 1, noNaN: true }), (one, at, share) => {
      const { from, to, offset } = stretchAt(one, at)
      expect(at).toBeGreaterThanOrEqual(from)
      expect(at).toBeLessThan(to)
      for (const inside of [from, Math.floor(from + share * (to - 1 - from)), to - 1])
        expect(tzOffset(one.name, new Date(inside * 1000)) * 60).toBe(offset)
      expect(stretchAt(one, to).from).toBe(to)
    }),
    runs(200),
  )
})

test('the first instant of a day, found by asking minute by minute', () => {
  const naiveDay = (name: string, at: number) =>
    Math.floor((at + tzOffset(name, new Date(at * 1000)) * 60) / 86_400)
  const day = fc.integer({ min: 7305, max: 22_000 })
  fc.assert(
    fc.property(zone, day, (one, number) => {
      const start = startOfDay(one, number)
      let first = number * 86_400 - 30 * 3600
      while (naiveDay(one.name, first) < number) first += 900
      while (naiveDay(one.name, first - 60) >= number) first -= 60
      expect(start).toBe(first)
    }),
    runs(200),
  )
})
