import * as z from 'zod/mini'
import { ACTION_ORDER, CONTACT_KINDS, MINUTES_KINDS } from '../words/actions.ts'
import { BUCKETS, type Bucket } from '../words/buckets.ts'
import { CHANNELS } from '../words/channels.ts'
import type { Issue, Parsed } from '../words/issue.ts'
import { IMPLIED_CIRCUMSTANCES } from '../words/outcomes.ts'
import { PURPOSES } from '../words/purposes.ts'
import { parseWith, type Sound } from './checkShape.ts'
import { checkBounds, checkNames, checkSteps, isAbove, report } from './contradictions.ts'
import { currency, day, jurisdiction, language, money, share } from './fields.ts'
import { issueOf } from './issueOf.ts'
import { above, boolean, chance, integer, isObject, number, oneOf, text } from './ownChecks.ts'
import { anyOf, chosen, list, object, record, someOf } from './parts.ts'
import type { Policy, PolicyInput } from './policy.ts'
import { MAX_RULES, ruleIssues, rulePackSchema, ruleSchema } from './rulePackSchema.ts'
import { schemaOf } from './schemaOf.ts'

const optional = z.exactOptional

const days = integer(0, 3_660)
const reasoned = { why: optional(text(10_000)), source: optional(text(10_000)) }
const bucket = oneOf(BUCKETS)
const purpose = oneOf(PURPOSES)
const oneOrMore = <T extends z.ZodMiniType>(item: T) => {
  const items = list(item, 100)
  return chosen((value) => (Array.isArray(value) ? items : item))
}

const house = object({ tighten: optional(boolean), rules: optional(list(ruleSchema, MAX_RULES)) })

const promise = object({
  toleranceDays: optional(integer(0, 60)),
  toleranceShare: optional(above(0, 1)),
  priorShare: optional(share),
  priorWeight: optional(above(0, 1_000)),
})

const capacity = object({
  margin: optional(anyOf(['documented', 'stated', 'estimated'], share)),
  staleDays: optional(days),
  arrearsShare: optional(share),
  livingMinimum: optional(record(currency, object({ adult: money, dependant: money }))),
})

const visit = object({
  attempts: optional(integer(0, 1_000)),
  days: optional(integer(0, 1_000)),
  channels: optional(integer(0, CHANNELS.length)),
  withinDays: optional(days),
  hostileDays: optional(days),
})

const effect = object({
  action: oneOf(CONTACT_KINDS),
  when: object({
    bucket: optional(oneOrMore(bucket)),
    purpose: optional(oneOrMore(purpose)),
    willingnessFrom: optional(share),
    contactabilityFrom: optional(share),
    brokenPromisesFrom: optional(integer(0, 1_000)),
    daysPastDueUpTo: optional(integer(0, 50_000)),
  }),
  lift: share,
  decay: share,
  why: text(10_000),
  source: optional(text(10_000)),
})

const relief = object({
  maxInstalments: optional(integer(1, 1_000)),
  minDaysBetween: optional(days),
  pauseMonths: optional(integer(0, 120)),
  interestFreeze: optional(boolean),
  authority: optional(object({ forgiveShare: optional(share) })),
})

const experiment = object({
  id: text(128),
  seed: text(),
  arms: someOf(
    object({ id: text(128), share, only: optional(list(oneOf(ACTION_ORDER), ACTION_ORDER.length)) }),
    100,
  ),
})

const packName = text(128)
const byJurisdiction = oneOf(['byJurisdiction'])
const packList = list(
  chosen((value) => (typeof value === 'string' ? packName : rulePackSchema)),
  100,
)
const packs = chosen((value) => (typeof value === 'string' ? byJurisdiction : packList))

const policySchema = schemaOf<PolicyInput>()(
  object({
    id: text(128),
    version: text(128),
    language: optional(language),
    packs: optional(packs),
    house: optional(house),
    horizonHours: optional(integer(1, 24 * 31)),
    visitHorizonDays: optional(integer(1, 366)),
    holdReviewDays: optional(integer(1, 3_660)),
    impliedDays: optional(anyOf(IMPLIED_CIRCUMSTANCES, days)),
    holidays: optional(record(jurisdiction, list(day, 10_000))),
    bands: optional(list(chance, 4)),
    promise: optional(promise),
    capacity: optional(capacity),
    visit: optional(visit),
    effects: optional(list(effect, 1_000)),
    unitCosts: optional(record(currency, object({ minute: money, visit: money, message: money }))),
    minutes: optional(anyOf(MINUTES_KINDS, number(0, 10_000))),
    cure: optional(list(object({ bucket, rate: share, ...reasoned }), 6)),
    cureGiven: optional(anyOf(['able', 'unknown', 'stretched', 'unable'], share)),
    recovery: optional(list(object({ bucket, share, ...reasoned }), 6)),
    completion: optional(
      list(object({ shareOfSustainableBelow: optional(number(0, 1_000)), rate: share, ...reasoned }), 100),
    ),
    discountRate: optional(number(0, 10)),
    askDays: optional(integer(0, 366)),
    reviewDays: optional(anyOf(BUCKETS, integer(1, 3_660))),
    preDueDays: optional(integer(0, 366)),
    recentDays: optional(anyOf(['twoWayContact', 'claimedPaid', 'asked'], days)),
    relief: optional(relief),
    // A decision names the one experiment it was part of.
    experiments: optional(list(experiment, 1)),
  }),
)

/** Checks a policy and fills in what it does not say from `base`. Never throws. */
export function parsePolicy(value: unknown, base: Policy): Parsed<Policy> {
  const parsed = parseWith(policySchema, policyIssues, value)
  return parsed.ok ? { ok: true, value: fillIn(parsed.value, base) } : parsed
}

function fillIn(given: PolicyInput, base: Policy): Policy {
  return {
    ...(merged(base, given) as Policy),
    cure: byBucket(base.cure, given.cure ?? []),
    recovery: byBucket(base.recovery, given.recovery ?? []),
  }
}

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
function policyIssues(policy: Sound<PolicyInput>): Issue[] {
  const { packs, house, bands, cure, recovery, completion, experiments } = policy
  const issues = ruleIssues(house?.rules ?? [], '/house/rules')
  if (typeof packs !== 'string')
    packs?.forEach((pack, i) => {
      if (pack && typeof pack !== 'string') issues.push(...ruleIssues(pack.rules ?? [], `/packs/${i}/rules`))
    })
  if (bands) checkBands(bands, issues)
  checkNames(issues, cure, 'bucket', '/cure')
  checkNames(issues, recovery, 'bucket', '/recovery')
  if (completion) checkCompletion(completion, issues)
  experiments?.forEach((one, i) => {
    if (one?.arms) checkArms(one.arms, `/experiments/${i}/arms`, issues)
  })
  return issues
}

function checkBands(bands: readonly (number | null)[], issues: Issue[]): void {
  if (bands.length < 4)
    issues.push(issueOf('field.missing', `/bands/${bands.length}`, 'four numbers', `${bands.length}`))
  const isBelow = (before: number, next: number) => next < before
  checkSteps(issues, bands, isBelow, (i) => `/bands/${i}`, 'a number below the one before')
}

function checkCompletion(rows: NonNullable<Sound<PolicyInput>['completion']>, issues: Issue[]): void {
  if (rows.length === 0) report(issues, 'field.missing', '/completion/0', 'at least one row', undefined)
  const bounds = rows.map((row) => (row === null ? null : row.shareOfSustainableBelow))
  const pathOf = (i: number) => `/completion/${i}/shareOfSustainableBelow`
  checkBounds(issues, bounds, pathOf)
  checkSteps(issues, bounds, isAbove, pathOf, 'a bound above the one before')
}

type SoundArms = NonNullable<NonNullable<NonNullable<Sound<PolicyInput>['experiments']>[number]>['arms']>

function checkArms(arms: SoundArms, path: string, issues: Issue[]): void {
  checkNames(issues, arms, 'id', path)
  let sum = 0
  for (const arm of arms) sum += arm?.share ?? Number.NaN
  if (Math.abs(sum - 1) > 1e-9)
    issues.push(issueOf('number.outOfRange', path, 'shares that add up to 1', `${sum}`))
}
