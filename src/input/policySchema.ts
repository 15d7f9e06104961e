import * as z from 'zod/mini'
import { ACTION_ORDER, CONTACT_KINDS, MINUTES_KINDS } from '../words/actions.ts'
import { BUCKETS, type Bucket } from '../words/buckets.ts'
import type { Parsed } from '../words/issue.ts'
import { IMPLIED_CIRCUMSTANCES } from '../words/outcomes.ts'
import { PURPOSES } from '../words/purposes.ts'
import { checkBounds, checkNames, checkSteps, isAbove, report } from './contradictions.ts'
import { type Contradiction, crossing } from './crossing.ts'
import {
  above,
  actor,
  anyOf,
  chance,
  currency,
  day,
  integer,
  jurisdiction,
  language,
  list,
  money,
  number,
  schemaPlace,
  share,
  someOf,
  text,
  textUpTo,
} from './fields.ts'
import { parseFile, withoutSchema } from './parseWith.ts'
import type { Effect, EffectInput, Policy, PolicyInput } from './policy.ts'
import { MAX_RULES, ruleIssues, rulePackShape, ruleSchema } from './rulePackSchema.ts'
import type { Sound } from './sound.ts'

const optional = z.exactOptional

const days = integer(0, 3_660)
const reasoned = { why: optional(text(10_000)), source: optional(text(10_000)) }
const bucket = z.enum(BUCKETS)
const purpose = z.enum(PURPOSES)
const oneOrMore = <T extends z.ZodMiniType>(item: T) => z.union([list(item, 100), item])

const house = z.strictObject({ tighten: optional(z.boolean()), rules: optional(list(ruleSchema, MAX_RULES)) })

const promise = z.strictObject({
  toleranceDays: optional(integer(0, 60)),
  toleranceShare: optional(above(0, 1)),
  longestDays: optional(days),
  leastShare: optional(share),
  priorShare: optional(share),
  priorWeight: optional(above(0, 1_000)),
})

const most = integer(0, 1_000)
const patience = integer(0, 366)
const pace = z.strictObject({
  perWeek: optional(most),
  perWeekLater: optional(most),
  per30Days: optional(most),
  message: optional(patience),
  call: optional(patience),
  conversation: optional(patience),
  visit: optional(patience),
  offer: optional(patience),
  offerOpen: optional(patience),
  plan: optional(patience),
  beforePauseEnds: optional(integer(0, 366)),
  slowAfter: optional(most),
  slowDays: optional(patience),
  slowestAfter: optional(most),
  slowestDays: optional(patience),
  fromDay: optional(integer(0, 366)),
  callFromDay: optional(integer(0, 366)),
  look: optional(patience),
})

const capacity = z.strictObject({
  margin: optional(anyOf(['documented', 'stated', 'estimated'], share)),
  staleDays: optional(days),
  arrearsShare: optional(share),
  livingMinimum: optional(z.record(currency, z.strictObject({ adult: money, dependant: money }))),
})

const visit = z.strictObject({
  fromDays: optional(days),
  instalments: optional(number(0, 100)),
  stakeToCost: optional(number(0, 10_000)),
  attempts: optional(integer(0, 1_000)),
  spanDays: optional(days),
  dayParts: optional(integer(0, 3)),
  withinDays: optional(days),
  letterFirst: optional(z.boolean()),
  answerDays: optional(days),
  most: optional(integer(0, 1_000)),
  slotHours: optional(number(0, 8)),
  onlyAgreed: optional(list(z.strictObject({ jurisdiction, actor: optional(actor) }), 300)),
  hostileDays: optional(days),
  // Read so that older files still work; what was tried is counted by the other figures.
  days: optional(integer(0, 1_000)),
  channels: optional(integer(0, 1_000)),
})

const effect = z.strictObject({
  action: z.enum(CONTACT_KINDS),
  when: z.strictObject({
    bucket: optional(oneOrMore(bucket)),
    purpose: optional(oneOrMore(purpose)),
    willingnessFrom: optional(share),
    contactabilityFrom: optional(share),
    brokenPromisesFrom: optional(integer(0, 1_000)),
    daysPastDueUpTo: optional(integer(0, 50_000)),
    outstandingFrom: optional(money),
    features: optional(z.record(z.string(), z.union([number(-1e15, 1e15), textUpTo(1_000)]))),
  }),
  persuades: optional(share),
  lift: optional(share),
  decay: share,
  why: text(10_000),
  source: optional(text(10_000)),
})

const reach = z.strictObject({
  mean: optional(share),
  weight: optional(above(0, 1_000)),
  byBucket: optional(anyOf(BUCKETS, share)),
  ...reasoned,
})

const relief = z.strictObject({
  maxInstalments: optional(integer(1, 1_000)),
  minDaysBetween: optional(days),
  pauseMonths: optional(integer(0, 120)),
  interestFreeze: optional(z.boolean()),
  authority: optional(z.strictObject({ forgiveShare: optional(share) })),
})

const experiment = z.strictObject({
  id: text(128),
  seed: text(),
  arms: someOf(
    z.strictObject({ id: text(128), share, only: optional(list(z.enum(ACTION_ORDER), ACTION_ORDER.length)) }),
    100,
  ),
})

const packName = text(128)
const packs = z.union([z.literal('byJurisdiction'), list(z.union([packName, rulePackShape]), 100)])

export const policySchema = z
  .strictObject({
    $schema: schemaPlace,
    id: text(128),
    version: text(128),
    language: optional(language),
    packs: optional(packs),
    house: optional(house),
    horizonHours: optional(integer(1, 24 * 31)),
    visitHorizonDays: optional(integer(1, 366)),
    holdReviewDays: optional(integer(1, 3_660)),
    impliedDays: optional(anyOf(IMPLIED_CIRCUMSTANCES, days)),
    holidays: optional(z.record(jurisdiction, list(day, 10_000))),
    bands: optional(list(chance, 4)),
    promise: optional(promise),
    capacity: optional(capacity),
    visit: optional(visit),
    effects: optional(list(effect, 1_000)),
    reach: optional(anyOf(CONTACT_KINDS, reach)),
    stake: optional(z.strictObject({ unit: optional(z.record(currency, money)), power: optional(share) })),
    materiality: optional(z.record(currency, money)),
    gain: optional(z.strictObject({ horizonDays: optional(integer(1, 366)), headroom: optional(share) })),
    help: optional(z.strictObject({ messageBy: optional(days), talkBy: optional(days) })),
    care: optional(z.strictObject({ swearingDays: optional(days), threatDays: optional(days) })),
    lost: optional(
      z.strictObject({ attempts: optional(integer(1, 1_000)), weeks: optional(integer(0, 520)) }),
    ),
    unitCosts: optional(z.record(currency, z.strictObject({ minute: money, visit: money, message: money }))),
    minutes: optional(anyOf(MINUTES_KINDS, number(0, 10_000))),
    cure: optional(list(z.strictObject({ bucket, rate: share, ...reasoned }), 6)),
    cureGiven: optional(anyOf(['able', 'unknown', 'stretched', 'unable'], share)),
    recovery: optional(list(z.strictObject({ bucket, share, ...reasoned }), 6)),
    completion: optional(
      list(
        z.strictObject({ shareOfSustainableBelow: optional(number(0, 1_000)), rate: share, ...reasoned }),
        100,
      ),
    ),
    discountRate: optional(number(0, 10)),
    askDays: optional(integer(0, 366)),
    pace: optional(pace),
    // Read so that older files still work; the pace decides what these days did.
    reviewDays: optional(anyOf(BUCKETS, integer(1, 3_660))),
    preDueDays: optional(integer(0, 366)),
    recentDays: optional(anyOf(['twoWayContact', 'claimedPaid', 'asked'], days)),
    relief: optional(relief),
    // A decision names the one experiment it was part of.
    experiments: optional(list(experiment, 1)),
  })
  .check(crossing<PolicyInput>(policyIssues))

/** Checks a policy and fills in what it does not say from `base`. Never throws. */
export function parsePolicy(value: unknown, base: Policy): Parsed<Policy> {
  const parsed = parseFile<PolicyInput>(policySchema, value)
  return parsed.ok ? { ok: true, value: fillIn(parsed.value, base) } : parsed
}

function fillIn({ reviewDays: _older, effects, ...given }: PolicyInput, base: Policy): Policy {
  const { packs } = given
  const own = Array.isArray(packs)
    ? { packs: packs.map((pack) => (typeof pack === 'string' ? pack : withoutSchema(pack))) }
    : {}
  const filled = merged(base, { ...given, ...own }) as Policy
  const {
    days: _days,
    channels: _channels,
    ...visits
  } = filled.visit as Policy['visit'] & Record<string, unknown>
  return {
    ...filled,
    visit: visits as Policy['visit'],
    effects: effects === undefined ? base.effects : effects.map((row) => readEffect(row, filled.reach)),
    cure: byBucket(base.cure, given.cure ?? []),
    recovery: byBucket(base.recovery, given.recovery ?? []),
  }
}

/** A lift is what an attempt adds; of those reached it persuades so many more. */
function readEffect({ lift = 0, persuades, ...row }: EffectInput, reach: Policy['reach']): Effect {
  const { mean } = reach[row.action]
  return { ...row, persuades: persuades ?? (mean === 0 ? 0 : Math.min(lift / mean, 1)) }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is given in place of what it stands for, object by object; lists are replaced whole. */
function merged(base: unknown, given: unknown): unknown {
  if (!isObject(base) || !isObject(given)) return given
  const both: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(given)) both[key] = merged(base[key], value)
  return both
}

/** One row a bucket, the given one where there is one. */
function byBucket<Row extends { readonly bucket: Bucket }>(
  base: readonly Row[],
  given: readonly Row[],
): Row[] {
  return BUCKETS.flatMap((name) => {
    const row = given.find(({ bucket }) => bucket === name) ?? base.find(({ bucket }) => bucket === name)
    return row === undefined ? [] : [row]
  })
}

/** Contradictions in what is sound of a policy. */
function policyIssues(policy: Sound<PolicyInput>): Contradiction[] {
  const { packs, house, bands, effects, cure, recovery, completion, experiments } = policy
  const found = ruleIssues(house?.rules ?? [], '/house/rules')
  if (typeof packs !== 'string')
    packs?.forEach((pack, i) => {
      if (pack && typeof pack !== 'string') found.push(...ruleIssues(pack.rules ?? [], `/packs/${i}/rules`))
    })
  if (bands) checkBands(bands, found)
  checkNames(found, cure, 'bucket', '/cure')
  checkNames(found, recovery, 'bucket', '/recovery')
  if (completion) checkCompletion(completion, found)
  effects?.forEach((row, i) => {
    if (row !== null && row.persuades === undefined && row.lift === undefined)
      report(found, 'field.missing', `/effects/${i}/persuades`, 'a share from 0 to 1', undefined)
  })
  experiments?.forEach((one, i) => {
    if (one?.arms) checkArms(one.arms, `/experiments/${i}/arms`, found)
  })
  return found
}

function checkBands(bands: readonly (number | null)[], found: Contradiction[]): void {
  if (bands.length < 4)
    found.push({
      code: 'field.missing',
      path: `/bands/${bands.length}`,
      expected: 'four numbers',
      got: `${bands.length}`,
    })
  const isBelow = (before: number, next: number) => next < before
  checkSteps(found, bands, isBelow, (i) => `/bands/${i}`, 'a number below the one before')
}

function checkCompletion(rows: NonNullable<Sound<PolicyInput>['completion']>, found: Contradiction[]): void {
  if (rows.length === 0) report(found, 'field.missing', '/completion/0', 'at least one row', undefined)
  const bounds = rows.map((row) => (row === null ? null : row.shareOfSustainableBelow))
  const pathOf = (i: number) => `/completion/${i}/shareOfSustainableBelow`
  checkBounds(found, bounds, pathOf)
  checkSteps(found, bounds, isAbove, pathOf, 'a bound above the one before')
}

type SoundArms = NonNullable<NonNullable<NonNullable<Sound<PolicyInput>['experiments']>[number]>['arms']>

function checkArms(arms: SoundArms, path: string, found: Contradiction[]): void {
  checkNames(found, arms, 'id', path)
  let sum = 0
  for (const arm of arms) sum += arm?.share ?? Number.NaN
  if (Math.abs(sum - 1) > 1e-9)
    found.push({ code: 'number.outOfRange', path, expected: 'shares that add up to 1', got: `${sum}` })
}
