import { mix32, type SeededRandom, seededRandom } from '../numbers/seededRandom.ts'

/**
 * Chance by look-up: the same day and use of one borrower fall the same in every life, whatever else was asked before.
 * So policies are compared on the same luck, and one contact more in one life shifts nothing in it but what it causes.
 */
export type Dice = (day: number, use: number) => number

const STEP = 0x9e3779b9
const PLACE_STEP = 0x85ebca6b

/** The dice of one borrower. `diceOf(7, 0)(20454, 1)` is a fraction from 0 up to, never including, 1. */
export function diceOf(seed: number, place: number): Dice {
  const base = mix32(mix32(seed ^ STEP) + Math.imul(place + 1, PLACE_STEP))
  return (day, use) =>
    mix32(mix32(base + Math.imul(day, STEP)) + Math.imul(use + 1, PLACE_STEP)) / 0x100000000
}

/** A stream that begins where the dice of a day and use fell, for what takes more than one draw. */
export const streamFrom = (dice: Dice, day: number, use: number): SeededRandom =>
  seededRandom(Math.floor(dice(day, use) * 0x100000000), day, use)
