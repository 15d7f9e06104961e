import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '../../src/policy/defaultPolicy.ts'
import { parseDay } from '../../src/time/civilDay.ts'
import { type Life, type LivedDay, liveThrough } from './livedLife.ts'
import { runs } from './runs.ts'

const RUNS = runs(40)

const life: fc.Arbitrary<Life> = fc.record({
  seed: fc.nat(1_000_000),
  jurisdiction: fc.constantFrom('GB', 'CN', 'IN', 'AU', 'NG'),
  answers: fc.constantFrom(0, 5, 30, 80),
  keeps: fc.constantFrom(0, 50, 100),
  paysAlone: fc.constantFrom(0, 20, 60),
  troubled: fc.constantFrom(0, 20),
  days: fc.constant(120),
})

const contactsOf = (lived: readonly LivedDay[]) =>
  lived
    .filter(({ contacted }) => contacted)
    .map(({ day, decision: { action } }) => `${day} ${action.kind} ${action.purpose} ${action.channel}`)

const dayNumber = (day: string): number => parseDay(day) as number

describe('lives of 120 days', () => {
  it('are the same for a host that decides every night and one that waits for the day it is told', () => {
    fc.assert(
      fc.property(life, (one) => {
        expect(contactsOf(liveThrough(one, 'byReviewOn'))).toEqual(contactsOf(liveThrough(one, 'nightly')))
      }),
      RUNS,
    )
  })

  it('hold no more contacts than the pace allows, and none two days running without something new', () => {
    fc.assert(
      fc.property(life, (one) => {
        const lived = liveThrough(one, 'nightly')
        const contacted = lived.filter(({ contacted }) => contacted)
        const unasked = contacted.filter(({ event }) => !event).map(({ day }) => dayNumber(day))
        const within = (day: number, length: number) =>
          unasked.filter((other) => other > day - length && other <= day)
        for (const day of unasked) {
          expect(within(day, 7).length).toBeLessThanOrEqual(DEFAULT_POLICY.pace.perWeekLater)
          expect(within(day, 30).length).toBeLessThanOrEqual(DEFAULT_POLICY.pace.per30Days)
          expect(contacted.some((other) => dayNumber(other.day) === day - 1)).toBe(false)
        }
      }),
      RUNS,
    )
  })
})
