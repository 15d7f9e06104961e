import * as z from 'zod/mini'
import { CIRCUMSTANCE_CLASS, CIRCUMSTANCE_KINDS, type HoldKind } from '../kernel/circumstance.ts'
import { WEEKDAYS } from '../kernel/civilDay.ts'
import { CHANNELS, CONTACT_OUTCOMES, type ContactOutcome } from '../kernel/contactOutcome.ts'
import type { Issue, Parsed } from '../kernel/issue.ts'
import { parseWith, type Sound } from './checkShape.ts'
import {
  actor,
  clockFrom,
  clockTo,
  day,
  integer,
  jurisdiction,
  list,
  pointKind,
  someOf,
  tagged,
  text,
} from './fields.ts'
import { issueOf, shownValue } from './issueOf.ts'
import type { Rule, RulePack } from './rulePack.ts'
import { schemaOf } from './schemaOf.ts'

const optional = z.exactOptional

const holdKinds = CIRCUMSTANCE_KINDS.filter((kind): kind is HoldKind => CIRCUMSTANCE_CLASS[kind] === 'hold')

const channels = optional(someOf(z.enum([...CHANNELS, '*']), 10))
const days = integer(1, 3_660)
const consent = { overrides: optional(list(z.enum(['consent']), 1)), consentDays: optional(days) }

const head = {
  id: text(128),
  binds: optional(someOf(actor, 2)),
  products: optional(someOf(z.enum(['instalment', 'revolving', 'single', 'microfinance', '*']), 10)),
  force: z.enum(['statute', 'rule', 'presumption', 'guideline', 'standard', 'selfRegulatory', 'house']),
  source: text(10_000),
  checked: z.enum(['primary', 'secondary', 'none']),
  effectiveFrom: optional(day),
  effectiveUntil: optional(day),
  why: optional(text(10_000)),
}

const ofDays = z.strictObject({ type: z.enum(['calendar', 'rolling']), days })
const ofCalendar = z.strictObject({ type: z.enum(['week', 'month']) })
const window = tagged('type', { calendar: ofDays, rolling: ofDays, week: ofCalendar, month: ofCalendar })

const hours = z.strictObject({
  ...head,
  kind: z.enum(['hours']),
  channels,
  open: list(
    z.strictObject({ days: someOf(z.enum([...WEEKDAYS, '*']), 8), from: clockFrom, to: clockTo }),
    100,
  ),
  holidays: optional(z.enum(['closed'])),
  pointKinds: optional(someOf(pointKind, 10)),
  during: optional(someOf(z.enum(CIRCUMSTANCE_KINDS), 100)),
  overrides: optional(list(z.enum(['agreement', 'consent']), 2)),
  consentDays: optional(days),
})

const frequency = z.strictObject({
  ...head,
  kind: z.enum(['frequency']),
  count: z.enum(['attempt', 'contactMade', 'conversation', 'reminder', 'unanswered']),
  exceptOutcomes: optional(list(z.enum(Object.keys(CONTACT_OUTCOMES) as ContactOutcome[]), 100)),
  channels,
  over: z.enum(['account', 'borrower', 'point']),
  window,
  max: integer(0, 10_000),
  ...consent,
})

const coolOff = z.strictObject({
  ...head,
  kind: z.enum(['coolOff']),
  after: z.enum(['conversation', 'contactMade', 'attempt']),
  channels,
  over: optional(z.enum(['account', 'borrower'])),
  window,
  inboundStarts: optional(z.boolean()),
  ...consent,
})

const hold = z.strictObject({
  ...head,
  kind: z.enum(['hold']),
  circumstance: z.enum([...holdKinds, 'timeBarred']),
  allows: optional(list(z.enum(['reliefIfAsked', 'relief', 'ownPause', 'contactRepresentative']), 4)),
  tailDays: optional(integer(0, 3_660)),
  answerDays: optional(integer(0, 3_660)),
})

const visit = z.strictObject({
  ...head,
  kind: z.enum(['visit']),
  staff: optional(integer(1, 10)),
  noticeDays: optional(integer(0, 366)),
  notice: optional(z.enum(['visit', 'agencyDetails'])),
  firstOnly: optional(z.boolean()),
  consent: optional(z.enum(['toVisit', 'toEnter'])),
  notWhen: optional(list(z.enum([...CIRCUMSTANCE_KINDS, 'hardship']), 100)),
  placeChosenUntilNoShows: optional(integer(1, 100)),
})

const thirdParty = z.strictObject({
  ...head,
  kind: z.enum(['thirdParty']),
  only: z.enum(['locate', 'none']),
  when: optional(list(z.enum(['untraceable', 'threeFailures']), 2)),
})

const optOut = z.strictObject({ ...head, kind: z.enum(['optOut']), channels })

export const ruleSchema = schemaOf<Rule>()(
  tagged('kind', { hours, frequency, coolOff, hold, visit, thirdParty, optOut }),
)

/** The most rules of one pack. */
export const MAX_RULES = 500

export const rulePackSchema = schemaOf<RulePack>()(
  z.strictObject({
    id: text(128),
    title: text(),
    version: text(128),
    jurisdictions: list(jurisdiction, 500),
    notes: optional(text(10_000)),
    rules: list(ruleSchema, MAX_RULES),
  }),
)

/** Checks a rule pack, as a file or a policy brings it. Never throws. */
export const parseRulePack = (value: unknown): Parsed<RulePack> =>
  parseWith(rulePackSchema, ({ rules }) => ruleIssues(rules ?? [], '/rules'), value)

/** Contradictions in and between rules; `path` is where their list stands. */
export function ruleIssues(rules: Sound<readonly Rule[]>, path: string): Issue[] {
  const ids = new Set<string>()
  return rules.flatMap((rule, i) => {
    if (!rule) return []
    const issues = issuesOfRule(rule, `${path}/${i}`)
    if (rule.id && ids.has(rule.id))
      issues.push(
        issueOf('id.duplicate', `${path}/${i}/id`, 'another id for every rule', shownValue(rule.id)),
      )
    if (rule.id) ids.add(rule.id)
    return issues
  })
}

function issuesOfRule(rule: Sound<Rule>, path: string): Issue[] {
  const issues: Issue[] = []
  const { effectiveFrom, effectiveUntil } = rule
  if (effectiveFrom && effectiveUntil && effectiveUntil < effectiveFrom)
    issues.push(
      issueOf(
        'order.reversed',
        `${path}/effectiveUntil`,
        'no day before effectiveFrom',
        shownValue(effectiveUntil),
      ),
    )
  if (rule.kind === 'hours' || rule.kind === 'frequency' || rule.kind === 'coolOff') {
    const overrides: readonly (string | null)[] = rule.overrides ?? []
    if (overrides.includes('consent') && rule.consentDays === undefined)
      issues.push(
        issueOf('field.missing', `${path}/consentDays`, 'how many days a consent lifts the rule', 'nothing'),
      )
  }
  if (rule.kind === 'hours') for (const issue of openIssues(rule, path)) issues.push(issue)
  return issues
}

function openIssues(
  { open, during }: Extract<Sound<Rule>, { kind?: 'hours' | null }>,
  path: string,
): Issue[] {
  const issues = (open ?? []).flatMap((hours, i) =>
    hours?.from && hours.to && hours.to <= hours.from
      ? [issueOf('order.reversed', `${path}/open/${i}/to`, 'a time of day after from', shownValue(hours.to))]
      : [],
  )
  // A rule that is closed at all hours is meant only of a time, such as a bereavement.
  if (open?.length === 0 && during === undefined)
    issues.push(
      issueOf('field.missing', `${path}/open/0`, 'hours, or the circumstances it is closed during', 'none'),
    )
  return issues
}
