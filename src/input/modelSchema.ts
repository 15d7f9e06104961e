import * as z from 'zod/mini'
import { BUCKETS } from '../words/buckets.ts'
import type { Issue, Parsed } from '../words/issue.ts'
import { MISSING_KINDS } from '../words/missingKind.ts'
import { parseWith, type Sound } from './checkShape.ts'
import { checkBounds, checkNames, checkSteps, isAbove, report } from './contradictions.ts'
import type { Direction, Model } from './model.ts'
import { above, anyObject, boolean, chance, finite, integer, number, oneOf, text } from './ownChecks.ts'
import { anyOf, list, object, someOf, tagged } from './parts.ts'
import { schemaOf } from './schemaOf.ts'

const optional = z.exactOptional

const points = integer(-1_000_000, 1_000_000)
const factor = number(-1_000, 1_000)

const characteristic = object({
  feature: text(),
  direction: oneOf(['up', 'down', 'none']),
  group: text(),
  prior: boolean,
  bins: someOf(
    object({
      below: optional(finite),
      in: optional(someOf(text(), 1_000)),
      points,
      prior: optional(boolean),
    }),
    1_000,
  ),
  missing: object({ points, kinds: optional(anyOf(MISSING_KINDS, points)) }),
})

const calibration = tagged('kind', {
  identity: object({ kind: oneOf(['identity']) }),
  platt: object({ kind: oneOf(['platt']), a: above(0, 1_000), b: factor }),
  isotonic: object({
    kind: oneOf(['isotonic']),
    x: someOf(number(0, 1), 10_000),
    y: someOf(number(0, 1), 10_000),
  }),
})

const modelSchema = schemaOf<Model>()(
  object({
    id: text(128),
    version: text(128),
    event: text(),
    horizonDays: integer(1, 3_660),
    scaleFree: boolean,
    scale: object({
      basePoints: points,
      baseOdds: number(1e-9, 1e9),
      pointsToDoubleOdds: number(1, 10_000),
    }),
    intercept: points,
    characteristics: list(characteristic, 1_000),
    base: anyOf(BUCKETS, chance),
    calibration,
    card: anyObject,
  }),
)

/** What the history table says of a characteristic's name; null: for reasons only, never in a model. */
export type KnownFeatures = Readonly<Record<string, { readonly direction: Direction | null }>>

/** Checks a scorecard against the characteristics there are. Never throws. */
export const parseModel = (value: unknown, knownFeatures: KnownFeatures): Parsed<Model> =>
  parseWith(modelSchema, (sound) => modelIssues(sound, knownFeatures), value)

type SoundCharacteristic = NonNullable<NonNullable<Sound<Model>['characteristics']>[number]>
type SoundBins = NonNullable<SoundCharacteristic['bins']>

function modelIssues({ characteristics, calibration }: Sound<Model>, known: KnownFeatures): Issue[] {
  const issues: Issue[] = []
  checkNames(issues, characteristics, 'feature', '/characteristics')
  characteristics?.forEach((one, i) => {
    if (!one) return
    const path = `/characteristics/${i}`
    checkDirection(one, known, path, issues)
    if (one.bins && isCategorical(one.bins)) checkCategories(one.bins, `${path}/bins`, issues)
    else if (one.bins) checkNumbers(one.bins, one.direction, `${path}/bins`, issues)
  })
  if (calibration?.kind === 'isotonic') checkIsotonic(calibration, issues)
  return issues
}

const isCategorical = (bins: SoundBins): boolean => bins.some((bin) => bin?.in !== undefined)

/** A known feature keeps the direction the table gives it; only what has none may do without. */
function checkDirection(
  { feature, direction, bins }: SoundCharacteristic,
  known: KnownFeatures,
  path: string,
  issues: Issue[],
): void {
  if (!feature || !direction) return
  const categorical = bins !== undefined && bins !== null && isCategorical(bins)
  const meant = Object.hasOwn(known, feature) ? known[feature] : undefined
  const refuse = (field: string, expected: string, value: string) =>
    report(issues, 'value.unknown', `${path}/${field}`, expected, value)
  if (categorical && meant)
    report(issues, 'type.wrong', `${path}/bins`, 'bins of numbers for this feature', 'categories')
  else if (categorical && direction !== 'none')
    refuse('direction', '"none" with bins of categories', direction)
  else if (meant?.direction === null) refuse('feature', 'a feature that has a direction', feature)
  else if (meant && meant.direction !== direction)
    refuse('direction', `"${meant.direction}" for this feature`, direction)
}

function checkCategories(bins: SoundBins, path: string, issues: Issue[]): void {
  const seen = new Set<string>()
  checkBounds(
    issues,
    bins.map((bin) => (bin === null ? null : bin.in)),
    (i) => `${path}/${i}/in`,
  )
  bins.forEach((bin, i) => {
    if (bin?.below !== undefined)
      report(issues, 'field.unknown', `${path}/${i}/below`, 'categories only', bin.below)
    bin?.in?.forEach((value, j) => {
      if (value === null) return
      if (seen.has(value))
        report(issues, 'id.duplicate', `${path}/${i}/in/${j}`, 'every category in one bin', value)
      seen.add(value)
    })
  })
}

function checkNumbers(
  bins: SoundBins,
  direction: SoundCharacteristic['direction'],
  path: string,
  issues: Issue[],
): void {
  const bounds = bins.map((bin) => (bin === null ? null : bin.below))
  const boundOf = (i: number) => `${path}/${i}/below`
  checkBounds(issues, bounds, boundOf)
  checkSteps(issues, bounds, isAbove, boundOf, 'a bound above the one before')
  const goesOn = (before: number, next: number) =>
    direction === 'up' ? next >= before : direction !== 'down' || next <= before
  checkSteps(
    issues,
    bins.map((bin) => bin?.points),
    goesOn,
    (i) => `${path}/${i}/points`,
    `points that never go against "${direction}"`,
  )
}

function checkIsotonic(
  { x, y }: Extract<Sound<Model>['calibration'], { kind?: 'isotonic' | null }>,
  issues: Issue[],
): void {
  if (!x || !y) return
  if (x.length !== y.length) {
    const [short, long] = x.length < y.length ? (['x', 'y'] as const) : (['y', 'x'] as const)
    const path = `/calibration/${short}/${Math.min(x.length, y.length)}`
    report(issues, 'field.missing', path, `as many numbers as in ${long}`, undefined)
  }
  checkSteps(issues, x, isAbove, (i) => `/calibration/x/${i}`, 'a number above the one before')
  const isNotBelow = (before: number, next: number) => next >= before
  checkSteps(issues, y, isNotBelow, (i) => `/calibration/y/${i}`, 'a number not below the one before')
}
