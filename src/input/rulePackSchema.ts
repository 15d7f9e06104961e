import * as z from 'zod/mini'
import { WEEKDAYS } from '../time/civilDay.ts'
import { CHANNEL_WORDS } from '../words/channels.ts'
import { CIRCUMSTANCE_KINDS, HOLD_KINDS } from '../words/circumstances.ts'
import type { Issue, Parsed } from '../words/issue.ts'
import { OUTCOMES } from '../words/outcomes.ts'
import { parseWith, type Sound } from './checkShape.ts'
import { checkHours, checkNames, checkOrder, report } from './contradictions.ts'
import { actor, clockFrom, clockTo, day, jurisdiction, pointKind } from './fields.ts'
import { boolean, integer, oneOf, text } from './ownChecks.ts'
import { list, object, someOf, tagged } from './parts.ts'
import type { Rule, RulePack } from './rulePack.ts'
import { schemaOf } from './schemaOf.ts'

const optional = z.exactOptional

const channels = optional(someOf(oneOf(CHANNEL_WORDS), CHANNEL_WORDS.length))
const days = integer(1, 3_660)
const consent = { overrides: optional(list(oneOf(['consent']), 1)), consentDays: optional(days) }

const head = {
  id: text(128),
  binds: optional(someOf(actor, 2)),
  products: optional(someOf(oneOf(['instalment', 'revolving', 'single', 'microfinance', '*']), 10)),
  force: oneOf(['statute', 'rule', 'presumption', 'guideline', 'standard', 'selfRegulatory', 'house']),
  source: text(10_000),
  checked: oneOf(['primary', 'secondary', 'none']),
  effectiveFrom: optional(day),
  effectiveUntil: optional(day),
  why: optional(text(10_000)),
}

const ofDays = object({ type: oneOf(['calendar', 'rolling']), days })
const ofCalendar = object({ type: oneOf(['week', 'month']) })
const window = tagged('type', { calendar: ofDays, rolling: ofDays, week: ofCalendar, month: ofCalendar })

const hours = object({
  ...head,
  kind: oneOf(['hours']),
  channels,
  open: list(object({ days: someOf(oneOf([...WEEKDAYS, '*']), 8), from: clockFrom, to: clockTo }), 100),
  holidays: optional(oneOf(['closed'])),
  pointKinds: optional(someOf(pointKind, 10)),
  during: optional(someOf(oneOf(CIRCUMSTANCE_KINDS), 100)),
  overrides: optional(list(oneOf(['agreement', 'consent']), 2)),
  consentDays: optional(days),
})

const frequency = object({
  ...head,
  kind: oneOf(['frequency']),
  count: oneOf(['attempt', 'contactMade', 'conversation', 'reminder', 'unanswered']),
  exceptOutcomes: optional(list(oneOf(OUTCOMES), 100)),
  channels,
  over: oneOf(['account', 'borrower', 'point']),
  window,
  max: integer(0, 10_000),
  ...consent,
})

const coolOff = object({
  ...head,
  kind: oneOf(['coolOff']),
  after: oneOf(['conversation', 'contactMade', 'attempt']),
  channels,
  over: optional(oneOf(['account', 'borrower'])),
  window,
  inboundStarts: optional(boolean),
  ...consent,
})

const hold = object({
  ...head,
  kind: oneOf(['hold']),
  circumstance: oneOf([...HOLD_KINDS, 'timeBarred']),
  allows: optional(list(oneOf(['reliefIfAsked', 'relief', 'ownPause', 'contactRepresentative']), 4)),
  tailDays: optional(integer(0, 3_660)),
  answerDays: optional(integer(0, 3_660)),
})

const visit = object({
  ...head,
  kind: oneOf(['visit']),
  staff: optional(integer(1, 10)),
  noticeDays: optional(integer(0, 366)),
  notice: optional(oneOf(['visit', 'agencyDetails'])),
  firstOnly: optional(boolean),
  consent: optional(oneOf(['toVisit', 'toEnter'])),
  notWhen: optional(list(oneOf([...CIRCUMSTANCE_KINDS, 'hardship']), 100)),
  placeChosenUntilNoShows: optional(integer(1, 100)),
})

const thirdParty = object({
  ...head,
  kind: oneOf(['thirdParty']),
  only: oneOf(['locate', 'none']),
  when: optional(list(oneOf(['untraceable', 'threeFailures']), 2)),
})

const optOut = object({ ...head, kind: oneOf(['optOut']), channels })

export const ruleSchema = schemaOf<Rule>()(
  tagged('kind', { hours, frequency, coolOff, hold, visit, thirdParty, optOut }),
)

/** The most rules of one pack. */
export const MAX_RULES = 500

export const rulePackSchema = schemaOf<RulePack>()(
  object({
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
  const issues: Issue[] = []
  checkNames(issues, rules, 'id', path)
  rules.forEach((rule, i) => {
    if (rule) checkRule(rule, `${path}/${i}`, issues)
  })
  return issues
}

function checkRule(rule: Sound<Rule>, path: string, issues: Issue[]): void {
  const { effectiveFrom, effectiveUntil } = rule
  checkOrder(issues, effectiveFrom, effectiveUntil, `${path}/effectiveUntil`, 'no day before effectiveFrom')
  if (rule.kind !== 'hours' && rule.kind !== 'frequency' && rule.kind !== 'coolOff') return
  const overrides: readonly (string | null)[] = rule.overrides ?? []
  if (overrides.includes('consent') && rule.consentDays === undefined)
    report(
      issues,
      'field.missing',
      `${path}/consentDays`,
      'how many days a consent lifts the rule',
      undefined,
    )
  if (rule.kind !== 'hours') return
  checkHours(issues, rule.open, `${path}/open`)
  // A rule that is closed at all hours is meant only of a time, such as a bereavement.
  if (rule.open?.length === 0 && rule.during === undefined)
    report(
      issues,
      'field.missing',
      `${path}/open/0`,
      'hours, or the circumstances it is closed during',
      undefined,
    )
}
