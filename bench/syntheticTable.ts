import { chance, fraction, seededRandom } from '../src/numbers/seededRandom.ts'
import { settingsOf, type TrainSettings } from '../src/train/fit/options.ts'
import type { TrainingTable } from '../src/train/fit/trainingTable.ts'

const COLUMNS = 25
const NAMES = Array.from({ length: COLUMNS }, (_, j) => `x${j}`)

/** How a made-up table is fitted; the second solver's check is timed apart. */
export const SYNTHETIC_SETTINGS: TrainSettings = settingsOf({
  own: Object.fromEntries(NAMES.map((name) => [name, 'up'])),
  verify: false,
})

/**
 * Made-up rows of 25 characteristics, which all tell something of the outcome and half of which are whole numbers;
 * one in twenty values is missing. About a fifth of the rows are bad.
 */
export function syntheticTable(count: number): TrainingTable {
  const random = seededRandom(1, 0, 0)
  const bad = new Uint8Array(count)
  const columns = NAMES.map((feature) => ({
    kind: 'number' as const,
    feature,
    direction: 'up' as const,
    values: new Float64Array(count),
  }))
  for (let i = 0; i < count; i++) {
    const worth = fraction(random) + fraction(random) + fraction(random)
    bad[i] = chance(random, 1 / (1 + Math.exp(3 * worth - 2.7))) ? 1 : 0
    for (const [j, { values }] of columns.entries()) {
      const value = worth + (1 + j / 5) * fraction(random)
      values[i] = chance(random, 0.05) ? Number.NaN : j % 2 === 0 ? value : Math.floor(4 * value)
    }
  }
  return { count, bad, bucket: new Uint8Array(count), columns }
}
