import type { Budget, Circumstance, Preferences } from '../input/borrowerCase.ts'
import {
  between,
  chance,
  pick,
  pickWeighted,
  type SeededRandom,
  wholeBetween,
} from '../numbers/seededRandom.ts'
import { type EpochDay, formatDay, weekdayIndex } from '../time/civilDay.ts'
import { type CircumstanceKind, classOf } from '../words/circumstances.ts'
import { MONTHS_PER_PERIOD } from '../words/money.ts'
import type { ContactLog } from './contactLog.ts'
import type { Learned } from './conversation.ts'
import type { Life } from './life.ts'
import { instalmentsLeft } from './traits.ts'
import { isDuring } from './trouble.ts'
import { localInstant, type SampleDay } from './when.ts'

/** A budget where the lender has one: asked for when help was asked for, else the one from when the loan was made. */
export function meansOf(
  random: SeededRandom,
  life: Life,
  { learned, spokeOn }: ContactLog,
  { today }: SampleDay,
): Budget | undefined {
  const asked = learned.find(({ kind }) => classOf(kind) === 'hardship')
  if (asked !== undefined && chance(random, 0.75))
    return budgetOn(random, life, asked.day, chance(random, 0.35) ? 'documented' : 'stated')
  if (spokeOn !== undefined && chance(random, 0.3)) return budgetOn(random, life, spokeOn, 'stated')
  if (chance(random, 0.3)) {
    const made = (life.terms.dues[0] as EpochDay) - life.terms.periodDays
    return budgetOn(random, life, Math.min(made, today), 'documented')
  }
  return chance(random, 0.12)
    ? budgetOn(random, life, today - wholeBetween(random, 1, 200), 'estimated')
    : undefined
}

/** How far what was said may be from what is so. */
const ERROR = { documented: 0.03, stated: 0.12, estimated: 0.25 } as const

function budgetOn(
  random: SeededRandom,
  { person, terms }: Life,
  day: EpochDay,
  evidence: Budget['evidence'],
): Budget {
  const { trouble, income: usual, place } = person
  const troubled = isDuring(trouble, day)
  const amiss = between(random, 1 - ERROR[evidence], 1 + ERROR[evidence])
  const instalments = instalmentsLeft(person.traits) * (troubled ? trouble.left : 1)
  // What a single repayment takes is meant to come from a month and a half.
  const monthly = terms.instalment / MONTHS_PER_PERIOD[terms.period] / (terms.product === 'single' ? 1.5 : 1)
  const surplus = Math.round(instalments * monthly * amiss)
  const others = chance(random, 0.45) ? usual * between(random, 0.03, 0.15) : 0
  const wages = troubled && LOSES_WAGES.has(trouble.kind) ? usual * between(random, 0.35, 0.75) : usual
  const income = Math.max(wages, surplus + others + usual * 0.3)
  const round = (amount: number) => Math.max(0, Math.round(amount / place.roundTo) * place.roundTo)
  return {
    income: round(income),
    essentialSpending: round(income - others - surplus),
    ...(others > 0 ? { otherDebtPayments: round(others) } : {}),
    dependants: pickWeighted(random, DEPENDANTS),
    evidence,
    on: formatDay(day),
  }
}

const LOSES_WAGES: ReadonlySet<string> = new Set(['jobLoss', 'incomeDrop', 'illness', 'imprisoned', 'caring'])

const DEPENDANTS = [
  [0, 5],
  [1, 3],
  [2, 2],
  [3, 1],
] as const

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const HOUR = 3600
const SUNDAY = 6

/** Language, and of a few what else they asked for. */
export function wishesOf(
  random: SeededRandom,
  { person }: Life,
  { spokeOn }: ContactLog,
  when: SampleDay,
  daysPastDue: number,
): Preferences | undefined {
  const wishes: { -readonly [K in keyof Preferences]: Preferences[K] } = {}
  if (person.language !== 'en' || chance(random, 0.2)) wishes.language = person.language
  if (spokeOn !== undefined) {
    const recorded = localInstant(when, spokeOn, 18 * HOUR)
    if (chance(random, 0.06)) wishes.contactHours = [{ days: WORKDAYS, from: '17:00', to: '19:30' }]
    if (chance(random, 0.03)) wishes.agreedHours = [{ days: ['sun'], from: '10:00', to: '13:00' }]
    if (chance(random, 0.03)) wishes.consents = [{ to: 'frequency', channel: 'call', at: recorded }]
    const visits = person.place.visits && daysPastDue > 30 && spokeOn > when.today - 25
    if (visits && chance(random, 0.12)) {
      const drawn = when.today + wholeBetween(random, 2, 8)
      const day = weekdayIndex(drawn) === SUNDAY ? drawn + 1 : drawn
      wishes.visit = 'agreed'
      wishes.visitAppointment = {
        from: localInstant(when, day, 14 * HOUR),
        to: localInstant(when, day, 16 * HOUR),
        recorded,
      }
    } else if (person.place.visits && chance(random, 0.05)) wishes.visit = 'refused'
  }
  if (chance(random, 0.02)) wishes.avoidHours = [{ days: WORKDAYS, from: '08:00', to: '16:00' }]
  if (chance(random, 0.02)) wishes.channelsOptedOut = [pickWeighted(random, person.place.messages)]
  return Object.keys(wishes).length === 0 ? undefined : wishes
}

/** What stands on file: what was learned, as it was learned, and what followed from it. */
export function toldCircumstances(
  random: SeededRandom,
  { person }: Life,
  { learned, points, spokeOn }: ContactLog,
  when: SampleDay,
  daysPastDue: number,
): Circumstance[] {
  const found = learned.map((one) => asLearned(random, person.trouble, one))
  const hardship = learned.find(({ kind }) => classOf(kind) === 'hardship')
  if (hardship !== undefined && chance(random, 0.12)) {
    const kind = pickWeighted(random, person.place.jurisdiction === 'GB' ? SEEKS_HELP_GB : SEEKS_HELP)
    const day = Math.min(when.today - 1, hardship.day + 5)
    found.push({ kind, since: formatDay(day), recorded: localInstant(when, day, 10 * 3600) })
  }
  const lost = spokeOn === undefined && points?.[0]?.status === 'invalid' && daysPastDue > 90
  if (lost && chance(random, 0.6)) found.push({ kind: 'untraceable', since: formatDay(when.today - 20) })
  if (daysPastDue > 200 && chance(random, 0.02)) found.push({ kind: 'litigation' })
  if (chance(random, 0.006)) found.push({ kind: 'workplaceContactBanned' })
  if (chance(random, 0.003)) found.push({ kind: 'economicAbuse' })
  return found
}

function asLearned(
  random: SeededRandom,
  trouble: Life['person']['trouble'],
  { kind, day, at }: Learned,
): Circumstance {
  if (kind !== trouble.kind) {
    return kind === 'vulnerable'
      ? { kind, since: formatDay(day), recorded: at, driver: pick(random, DRIVERS) }
      : { kind, since: formatDay(day), recorded: at }
  }
  const hardship = classOf(kind) === 'hardship'
  const ends = trouble.until < day + 400 && (hardship ? chance(random, 0.6) : false)
  return {
    kind,
    since: formatDay(Math.min(day, trouble.from)),
    ...(ends ? { until: formatDay(Math.max(day, trouble.until)) } : {}),
    ...(hardship ? { evidence: chance(random, 0.3) ? 'documented' : 'stated' } : {}),
    recorded: at,
  }
}

const DRIVERS = ['health', 'lifeEvent', 'resilience', 'capability'] as const

type Helps = readonly (readonly [CircumstanceKind, number])[]
const SEEKS_HELP: Helps = [
  ['hardshipApplication', 6],
  ['adviserEngaged', 3],
  ['represented', 1],
]
const SEEKS_HELP_GB: Helps = [
  ['adviserEngaged', 5],
  ['moratorium', 4],
  ['hardshipApplication', 2],
  ['mentalHealthCrisis', 1],
]
