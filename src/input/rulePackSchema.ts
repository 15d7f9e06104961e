import * as z from 'zod/mini'
import { WEEKDAYS } from '../time/civilDay.ts'
import { CHANNEL_WORDS } from '../words/channels.ts'
import { CIRCUMSTANCE_KINDS, HOLD_KINDS } from '../words/circumstances.ts'
import type { Parsed } from '../words/issue.ts'
import { OUTCOMES } from '../words/outcomes.ts'
import { checkHours, checkNames, checkOrder, report } from './contradictions.ts'
import { type Contradiction, crossing } from './crossing.ts'
import {
  actor,
  clockFrom,
  clockTo,
  day,
  integer,
  jurisdiction,
  list,
  pointKind,
  product,
  schemaPlace,
  someOf,
  text,
} from './fields.ts'
import { parseFile } from './parseWith.ts'
import type { Rule, RulePack } from './rulePack.ts'
import type { Sound } from './sound.ts'

const optional = z.exactOptional

const channels = optional(someOf(z.enum(CHANNEL_WORDS), CHANNEL_WORDS.length))
const days = integer(1, 3_660)
const consent = { overrides: optional(list(z.literal('consent'), 1)), consentDays: optional(days) }

const head = {
  id: text(128),
  binds: optional(someOf(actor, 2)),
  products: optional(someOf(z.enum([...product.options, '*']), 10)),
  force: z.enum(['statute', 'rule', 'presumption', 'guideline', 'standard', 'selfRegulatory', 'house']),
  source: text(10_000),
  checked: z.enum(['primary', 'secondary', 'none']),
  effectiveFrom: optional(day),
  effectiveUntil: optional(day),
  why: optional(text(10_000)),
}

const ofDays = z.strictObject({ type: z.enum(['calendar', 'rolling']), days })
const ofCalendar = z.strictObject({ type: z.enum(['week', 'month']) })
const window = z.discriminatedUnion('type', [ofDays, ofCalendar])

const hours = z.strictObject({
  ...head,
  kind: z.literal('hours'),
  channels,
  open: list(
    z.strictObject({ days: someOf(z.enum([...WEEKDAYS, '*']), 8), from: clockFrom, to: clockTo }),
    100,
  ),
  holidays: optional(z.literal('closed')),
  pointKinds: optional(someOf(pointKind, 10)),
  during: optional(someOf(z.enum(CIRCUMSTANCE_KINDS), 100)),
  overrides: optional(list(z.enum(['agreement', 'consent']), 2)),
  consentDays: optional(days),
})

const frequency = z.strictObject({
  ...head,
  kind: z.literal('frequency'),
  count: z.enum(['attempt', 'contactMade', 'conversation', 'reminder', 'unanswered']),
  exceptOutcomes: optional(list(z.enum(OUTCOMES), 100)),
  channels,
  over: z.enum(['account', 'borrower', 'point']),
  window,
  max: integer(0, 10_000),
  ...consent,
})

const coolOff = z.strictObject({
  ...head,
  kind: z.literal('coolOff'),
  after: z.enum(['conversation', 'contactMade', 'attempt']),
  channels,
  over: optional(z.enum(['account', 'borrower'])),
  window,
  inboundStarts: optional(z.boolean()),
  ...consent,
})

const hold = z.strictObject({
  ...head,
  kind: z.literal('hold'),
  circumstance: z.enum([...HOLD_KINDS, 'timeBarred']),
  allows: optional(list(z.enum(['reliefIfAsked', 'relief', 'ownPause', 'contactRepresentative']), 4)),
  tailDays: optional(integer(0, 3_660)),
  answerDays: optional(integer(0, 3_660)),
})

const visit = z.strictObject({
  ...head,
  kind: z.literal('visit'),
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
  kind: z.literal('thirdParty'),
  only: z.enum(['locate', 'none']),
  when: optional(list(z.enum(['untraceable', 'threeFailures']), 2)),
})

const optOut = z.strictObject({ ...head, kind: z.literal('optOut'), channels })

export const ruleSchema = z.discriminatedUnion('kind', [
  hours,
  frequency,
  coolOff,
  hold,
  visit,
  thirdParty,
  optOut,
])

/** The most rules of one pack. */
export const MAX_RULES = 500

/** Without what crosses fields: a policy looks at that in all its rules. */
export const rulePackShape = z.strictObject({
  $schema: schemaPlace,
  id: text(128),
  title: text(),
  version: text(128),
  jurisdictions: list(jurisdiction, 500),
  notes: optional(text(10_000)),
  rules: list(ruleSchema, MAX_RULES),
})

export const rulePackSchema = rulePackShape.check(
  crossing<RulePack>(({ rules }) => ruleIssues(rules ?? [], '/rules')),
)

/** Checks a rule pack, as a file or a policy brings it. Never throws. */
export const parseRulePack = (value: unknown): Parsed<RulePack> => parseFile<RulePack>(rulePackSchema, value)

/** Contradictions in and between rules; `path` is where their list stands. */
export function ruleIssues(rules: Sound<readonly Rule[]>, path: string): Contradiction[] {
  const found: Contradiction[] = []
  checkNames(found, rules, 'id', path)
  rules.forEach((rule, i) => {
    if (rule) checkRule(rule, `${path}/${i}`, found)
  })
  return found
}

function checkRule(rule: Sound<Rule>, path: string, found: Contradiction[]): void {
  const { effectiveFrom, effectiveUntil } = rule
  checkOrder(found, effectiveFrom, effectiveUntil, `${path}/effectiveUntil`, 'no day before effectiveFrom')
  if (rule.kind !== 'hours' && rule.kind !== 'frequency' && rule.kind !== 'coolOff') return
  const overrides: readonly (string | null)[] = rule.overrides ?? []
  if (overrides.includes('consent') && rule.consentDays === undefined)
    report(found, 'field.missing', `${path}/consentDays`, 'how many days a consent lifts the rule', undefined)
  if (rule.kind !== 'hours') return
  checkHours(found, rule.open, `${path}/open`)
  // A rule that is closed at all hours is meant only of a time, such as a bereavement.
  if (rule.open?.length === 0 && rule.during === undefined)
    report(
      found,
      'field.missing',
      `${path}/open/0`,
      'hours, or the circumstances it is closed during',
      undefined,
    )
}
