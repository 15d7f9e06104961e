import * as z from 'zod/mini'
import { BUCKETS } from '../words/buckets.ts'
import type { Parsed } from '../words/issue.ts'
import { MISSING_KINDS } from '../words/missingKind.ts'
import { checkBounds, checkNames, checkSteps, isAbove, report } from './contradictions.ts'
import { type Contradiction, crossing } from './crossing.ts'
import { above, anyObject, anyOf, chance, integer, list, number, someOf, text } from './fields.ts'
import type { Direction, Model } from './model.ts'
import { parseWith } from './parseWith.ts'
import type { Sound } from './sound.ts'

const optional = z.exactOptional

const points = integer(-1_000_000, 1_000_000)
const factor = number(-1_000, 1_000)

export const characteristic = z.strictObject({
  feature: text(),
  direction: z.enum(['up', 'down', 'none']),
  group: text(),
  prior: z.boolean(),
  bins: someOf(
    z.strictObject({
      below: optional(z.number()),
      in: optional(someOf(text(), 1_000)),
      points,
      prior: optional(z.boolean()),
    }),
    1_000,
  ),
  missing: z.strictObject({ points, kinds: optional(anyOf(MISSING_KINDS, points)) }),
})

const calibration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('identity') }),
  z.strictObject({ kind: z.literal('platt'), a: above(0, 1_000), b: factor }),
  z.strictObject({
    kind: z.literal('isotonic'),
    x: someOf(number(0, 1), 10_000),
    y: someOf(number(0, 1), 10_000),
  }),
])

const modelShape = z.strictObject({
  id: text(128),
  version: text(128),
  event: text(),
  horizonDays: integer(1, 3_660),
  scaleFree: z.boolean(),
  scale: z.strictObject({
    basePoints: points,
    baseOdds: number(1e-9, 1e9),
    pointsToDoubleOdds: number(1, 10_000),
  }),
  intercept: points,
  characteristics: list(characteristic, 1_000),
  base: anyOf(BUCKETS, chance),
  calibration,
  card: anyObject,
})

/** What the history table says of a characteristic's name; null: for reasons only, never in a model. */
export type KnownFeatures = Readonly<Record<string, { readonly direction: Direction | null }>>

/** A scorecard, checked against the characteristics there are. */
const modelSchemaFor = (known: KnownFeatures) =>
  modelShape.check(crossing<Model>((sound) => modelIssues(sound, known)))
/** A scorecard whose characteristics may all be a lender's own. */
export const modelSchema = modelSchemaFor({})

let made: { readonly known: KnownFeatures; readonly schema: typeof modelSchema } | undefined
/** Checks a scorecard against the characteristics there are. Never throws. */
export function parseModel(value: unknown, known: KnownFeatures): Parsed<Model> {
  // One caller has one table; a schema takes longer to make than a scorecard to read.
  if (made?.known !== known) made = { known, schema: modelSchemaFor(known) }
  return parseWith<Model>(made.schema, value)
}

type SoundCharacteristic = NonNullable<NonNullable<Sound<Model>['characteristics']>[number]>
type SoundBins = NonNullable<SoundCharacteristic['bins']>

function modelIssues({ characteristics, calibration }: Sound<Model>, known: KnownFeatures): Contradiction[] {
  const found: Contradiction[] = []
  checkNames(found, characteristics, 'feature', '/characteristics')
  characteristics?.forEach((one, i) => {
    if (!one) return
    const path = `/characteristics/${i}`
    checkDirection(one, known, path, found)
    if (one.bins && isCategorical(one.bins)) checkCategories(one.bins, `${path}/bins`, found)
    else if (one.bins) checkNumbers(one.bins, one.direction, `${path}/bins`, found)
  })
  if (calibration?.kind === 'isotonic') checkIsotonic(calibration, found)
  return found
}

const isCategorical = (bins: SoundBins): boolean => bins.some((bin) => bin?.in !== undefined)

/** A known feature keeps the direction the table gives it; only what has none may do without. */
function checkDirection(
  { feature, direction, bins }: SoundCharacteristic,
  known: KnownFeatures,
  path: string,
  found: Contradiction[],
): void {
  if (!feature || !direction) return
  const categorical = bins !== undefined && bins !== null && isCategorical(bins)
  const meant = Object.hasOwn(known, feature) ? known[feature] : undefined
  const refuse = (field: string, expected: string, value: string) =>
    report(found, 'value.unknown', `${path}/${field}`, expected, value)
  if (categorical && meant)
    report(found, 'type.wrong', `${path}/bins`, 'bins of numbers for this feature', 'categories')
  else if (categorical && direction !== 'none')
    refuse('direction', '"none" with bins of categories', direction)
  else if (meant?.direction === null) refuse('feature', 'a feature that has a direction', feature)
  else if (meant && meant.direction !== direction)
    refuse('direction', `"${meant.direction}" for this feature`, direction)
}

function checkCategories(bins: SoundBins, path: string, found: Contradiction[]): void {
  const seen = new Set<string>()
  checkBounds(
    found,
    bins.map((bin) => (bin === null ? null : bin.in)),
    (i) => `${path}/${i}/in`,
  )
  bins.forEach((bin, i) => {
    if (bin?.below !== undefined)
      report(found, 'field.unknown', `${path}/${i}/below`, 'categories only', bin.below)
    bin?.in?.forEach((value, j) => {
      if (value === null) return
      if (seen.has(value))
        report(found, 'id.duplicate', `${path}/${i}/in/${j}`, 'every category in one bin', value)
      seen.add(value)
    })
  })
}

function checkNumbers(
  bins: SoundBins,
  direction: SoundCharacteristic['direction'],
  path: string,
  found: Contradiction[],
): void {
  const bounds = bins.map((bin) => (bin === null ? null : bin.below))
  const boundOf = (i: number) => `${path}/${i}/below`
  checkBounds(found, bounds, boundOf)
  checkSteps(found, bounds, isAbove, boundOf, 'a bound above the one before')
  const goesOn = (before: number, next: number) =>
    direction === 'up' ? next >= before : direction !== 'down' || next <= before
  checkSteps(
    found,
    bins.map((bin) => bin?.points),
    goesOn,
    (i) => `${path}/${i}/points`,
    `points that never go against "${direction}"`,
  )
}

function checkIsotonic(
  { x, y }: Extract<Sound<Model>['calibration'], { kind?: 'isotonic' | null }>,
  found: Contradiction[],
): void {
  if (!x || !y) return
  if (x.length !== y.length) {
    const [short, long] = x.length < y.length ? (['x', 'y'] as const) : (['y', 'x'] as const)
    const path = `/calibration/${short}/${Math.min(x.length, y.length)}`
    report(found, 'field.missing', path, `as many numbers as in ${long}`, undefined)
  }
  checkSteps(found, x, isAbove, (i) => `/calibration/x/${i}`, 'a number above the one before')
  const isNotBelow = (before: number, next: number) => next >= before
  checkSteps(found, y, isNotBelow, (i) => `/calibration/y/${i}`, 'a number not below the one before')
}
