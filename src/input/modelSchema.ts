import * as z from 'zod/mini'
import { BUCKETS } from '../kernel/bucket.ts'
import type { Issue, IssueCode, Parsed } from '../kernel/issue.ts'
import { MISSING_KINDS } from '../kernel/missingKind.ts'
import { parseWith, type Sound } from './checkShape.ts'
import { above, anyOf, integer, list, number, someOf, text } from './fields.ts'
import { issueOf, shownValue } from './issueOf.ts'
import type { Direction, Model } from './model.ts'
import { schemaOf } from './schemaOf.ts'

const optional = z.exactOptional

const points = integer(-1_000_000, 1_000_000)
const chance = z.number().check(z.gt(0), z.lt(1))
const factor = number(-1_000, 1_000)

const characteristic = z.strictObject({
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

const modelSchema = schemaOf<Model>()(
  z.strictObject({
    id: text(128),
    version: text(128),
    event: text(),
    horizonDays: integer(1, 3_660),
    scaleFree: z.boolean(),
    scale: z.strictObject({ basePoints: points, baseOdds: above(0, 1e9), pointsToDoubleOdds: above(0, 1e6) }),
    intercept: points,
    characteristics: list(characteristic, 1_000),
    base: anyOf(BUCKETS, chance),
    calibration,
    card: z.record(z.string(), z.unknown()),
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
  const seen = new Set<string>()
  const issues = (characteristics ?? []).flatMap((one, i) => {
    if (!one) return []
    const path = `/characteristics/${i}`
    const found = [...directionIssues(one, known, path), ...binIssues(one, `${path}/bins`)]
    if (one.feature && seen.has(one.feature))
      found.push(problem('id.duplicate', `${path}/feature`, 'one characteristic a feature', one.feature))
    if (one.feature) seen.add(one.feature)
    return found
  })
  return calibration?.kind === 'isotonic' ? [...issues, ...isotonicIssues(calibration)] : issues
}

const problem = (code: IssueCode, path: string, expected: string, value: unknown): Issue =>
  issueOf(code, path, expected, value === undefined ? 'nothing' : shownValue(value))

/** A known feature keeps the direction the table gives it; only what has none may do without. */
function directionIssues(one: SoundCharacteristic, known: KnownFeatures, path: string): Issue[] {
  const { feature, direction, bins } = one
  if (!feature || !direction) return []
  const categorical = bins?.some((bin) => bin?.in !== undefined) ?? false
  const meant = Object.hasOwn(known, feature) ? known[feature] : undefined
  if (categorical && meant)
    return [problem('type.wrong', `${path}/bins`, 'bins of numbers for this feature', 'categories')]
  if (categorical && direction !== 'none')
    return [problem('value.unknown', `${path}/direction`, '"none" with bins of categories', direction)]
  if (meant === undefined) return []
  if (meant.direction === null)
    return [problem('value.unknown', `${path}/feature`, 'a feature that has a direction', feature)]
  return meant.direction === direction
    ? []
    : [problem('value.unknown', `${path}/direction`, `"${meant.direction}" for this feature`, direction)]
}

function binIssues({ bins, direction }: SoundCharacteristic, path: string): Issue[] {
  if (!bins) return []
  const categorical = bins.some((bin) => bin?.in !== undefined)
  return categorical ? categoryIssues(bins, path) : numberIssues(bins, direction, path)
}

function categoryIssues(bins: SoundBins, path: string): Issue[] {
  const seen = new Set<string>()
  return bins.flatMap((bin, i) => {
    if (!bin) return []
    const found: Issue[] = []
    if (bin.below !== undefined)
      found.push(problem('field.unknown', `${path}/${i}/below`, 'categories only', bin.below))
    found.push(...boundIssues(bin.in, i === bins.length - 1, `${path}/${i}/in`))
    bin.in?.forEach((value, j) => {
      if (value !== null && seen.has(value))
        found.push(problem('id.duplicate', `${path}/${i}/in/${j}`, 'every category in one bin', value))
      if (value !== null) seen.add(value)
    })
    return found
  })
}

function numberIssues(bins: SoundBins, direction: SoundCharacteristic['direction'], path: string): Issue[] {
  return bins.flatMap((bin, i) => {
    if (!bin) return []
    const found = boundIssues(bin.below, i === bins.length - 1, `${path}/${i}/below`)
    const before = bins[i - 1]
    if (isNumber(before?.below) && isNumber(bin.below) && bin.below <= before.below)
      found.push(
        problem('order.reversed', `${path}/${i}/below`, 'a bound above that of the bin before', bin.below),
      )
    if (isNumber(before?.points) && isNumber(bin.points)) {
      const change = bin.points - before.points
      if ((direction === 'up' && change < 0) || (direction === 'down' && change > 0))
        found.push(
          problem(
            'order.reversed',
            `${path}/${i}/points`,
            `points that never go against "${direction}"`,
            bin.points,
          ),
        )
    }
    return found
  })
}

/** Every bin but the last has a bound. */
function boundIssues(bound: unknown, last: boolean, path: string): Issue[] {
  if (last && bound !== undefined && bound !== null)
    return [problem('field.unknown', path, 'no bound in the last bin', bound)]
  if (!last && bound === undefined)
    return [problem('field.missing', path, 'a bound in every bin but the last', undefined)]
  return []
}

function isotonicIssues({
  x,
  y,
}: Extract<Sound<Model>['calibration'], { kind?: 'isotonic' | null }>): Issue[] {
  if (!x || !y) return []
  const issues: Issue[] = []
  if (x.length !== y.length) {
    const [short, long] = x.length < y.length ? (['x', 'y'] as const) : (['y', 'x'] as const)
    const missing = Math.min(x.length, y.length)
    issues.push(
      problem(
        'field.missing',
        `/calibration/${short}/${missing}`,
        `as many numbers as in ${long}`,
        undefined,
      ),
    )
  }
  x.forEach((value, i) => {
    const before = x[i - 1]
    if (isNumber(value) && isNumber(before) && value <= before)
      issues.push(problem('order.reversed', `/calibration/x/${i}`, 'a number above the one before', value))
  })
  y.forEach((value, i) => {
    const before = y[i - 1]
    if (isNumber(value) && isNumber(before) && value < before)
      issues.push(
        problem('order.reversed', `/calibration/y/${i}`, 'a number not below the one before', value),
      )
  })
  return issues
}

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number'
