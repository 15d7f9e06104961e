import type { Trouble } from '../sample/trouble.ts'
import { addMonths, type EpochDay, formatDay } from '../time/civilDay.ts'
import { classOf, isCircumstance } from '../words/circumstances.ts'
import { type Dice, streamFrom } from './dice.ts'
import { type MadePerson, type SampleParts, surplusOn } from './madePerson.ts'
import type { Lived, Standing, WorldEvent } from './world.ts'

/** Uses of the dice by what happens of itself; what is done to people has its own from 100 on. */
const USE = {
  wages: 1,
  strikes: 2,
  forgets: 3,
  keeps: 4,
  remembers: 5,
  part: 6,
  tells: 7,
  trouble: 8,
} as const

/** Invented, all of it: set together so that about as many of each age go on to the next as is seen. */
const RATES = {
  /** A day, for somebody to whom nothing is happening. */
  strikes: 1 / 500,
  /** A day, of those who forgot, and have it. */
  remembers: 0.13,
  /** A day, of those who can pay one of several. */
  catchesUp: 0.035,
  paysPart: 0.006,
  /** Days in which the chance of paying unasked falls to a third: who is long behind and could pay has mostly paid. */
  fades: 110,
  /** Many payments behind, some no longer begin. */
  disheartened: 0.5,
  /** A day, of those in trouble who have not said so. */
  tells: 0.004,
  keeps: { least: 0.4, willing: 0.55 },
} as const
const PAYDAY_DAYS = 3
const DISHEARTENING = 3.5
const INBOUND_AT = 18.5 * 3600

/** A day in which nobody was asked, or after they were: wages come, something happens, and some pay. */
export function madeDay(
  parts: SampleParts,
  person: MadePerson,
  account: Standing,
  day: EpochDay,
  dice: Dice,
): Lived<MadePerson> {
  const aware = withTrouble(parts, withWages(person, account, day, dice), day, dice)
  if (account.owed === 0 || account.pauseRuns || isHeldBack(parts, aware, day))
    return { person: aware, events: NOTHING }
  const told = tellsUnasked(parts, aware, account, day, dice)
  if (told !== undefined) return told
  const amount = paysToday(aware, account, day, dice)
  const isDone = aware.intends !== undefined && day >= aware.intends.on
  if (amount <= 0) return { person: isDone ? { ...aware, intends: undefined } : aware, events: NOTHING }
  return {
    person: { ...aware, saved: aware.saved - amount, talks: 0, intends: isDone ? undefined : aware.intends },
    events: [{ kind: 'pays', amount }],
  }
}

const NOTHING: readonly WorldEvent[] = []

const isDuringTrouble = ({ from, until }: Trouble, day: EpochDay): boolean => day >= from && day <= until

/** In some troubles nothing is paid, whatever there is to pay from. */
export const isHeldBack = (parts: SampleParts, { trouble }: MadePerson, day: EpochDay): boolean =>
  isDuringTrouble(trouble, day) && parts.paysNothing(trouble)

function withWages(person: MadePerson, account: Standing, day: EpochDay, dice: Dice): MadePerson {
  if (day < person.nextPayday) return person
  const more = surplusOn(person, day) * (0.6 + 0.8 * dice(day, USE.wages))
  const cap = person.most + account.owed
  return {
    ...person,
    saved: Math.round(Math.max(0, Math.min(cap, person.saved + more))),
    nextPayday: addMonths(person.nextPayday, 1),
  }
}

function withTrouble(parts: SampleParts, person: MadePerson, day: EpochDay, dice: Dice): MadePerson {
  const { trouble } = person
  if (day <= trouble.until && trouble.kind !== 'none') return person
  if (dice(day, USE.strikes) >= RATES.strikes) {
    return trouble.kind === 'none' ? person : { ...person, trouble: parts.noTrouble, hasTold: false }
  }
  return {
    ...person,
    hasTold: false,
    trouble: parts.drawTrouble(streamFrom(dice, day, USE.trouble), day + 12),
  }
}

function tellsUnasked(
  parts: SampleParts,
  person: MadePerson,
  account: Standing,
  day: EpochDay,
  dice: Dice,
): Lived<MadePerson> | undefined {
  const { trouble, hasTold, traits } = person
  if (hasTold || account.daysPastDue === 0 || !isDuringTrouble(trouble, day)) return undefined
  if (!isHardshipTrouble(trouble) || parts.isAway(trouble, day)) return undefined
  if (dice(day, USE.tells) >= RATES.tells * (0.3 + 1.4 * traits.willingness)) return undefined
  return {
    person: { ...person, hasTold: true },
    events: [
      {
        kind: 'contact',
        contact: { outcome: 'hardshipReported', channel: 'call', party: 'borrower' },
        inboundAt: INBOUND_AT,
      },
      ...troubleTold(person, day),
    ],
  }
}

export const isHardshipTrouble = ({ kind }: Trouble): boolean =>
  isCircumstance(kind) && classOf(kind) === 'hardship'

/** What somebody in trouble says of it, and the budget that goes with it. */
export function troubleTold(person: MadePerson, day: EpochDay): WorldEvent[] {
  const { trouble } = person
  if (!isCircumstance(trouble.kind)) return []
  const ends = trouble.until - day < 400 && trouble.until >= day
  return [
    {
      kind: 'tells',
      circumstance: {
        kind: trouble.kind,
        since: formatDay(Math.min(day, trouble.from)),
        ...(ends ? { until: formatDay(trouble.until) } : {}),
        evidence: 'stated',
      },
    },
    { kind: 'showsBudget', budget: budgetOf(person, day) },
  ]
}

/** As somebody states it who knows it well enough. */
export function budgetOf(person: MadePerson, day: EpochDay) {
  const surplus = surplusOn(person, day)
  const income = Math.max(person.income + Math.min(0, surplus - person.surplus), surplus, 0)
  return { income, essentialSpending: Math.max(0, income - surplus), evidence: 'stated' } as const
}

function paysToday(person: MadePerson, account: Standing, day: EpochDay, dice: Dice): number {
  const { intends, traits, saved } = person
  if (intends !== undefined && day >= intends.on) {
    const keeps = dice(day, USE.keeps) < RATES.keeps.least + RATES.keeps.willing * traits.willingness
    if (keeps) return Math.min(saved, intends.amount, account.owed)
  }
  const older = account.owed - account.dueToday
  if (older === 0) return onTheDay(person, account, day, dice)
  const willing = 0.15 + 0.85 * traits.willingness
  const near = person.nextPayday - day > 30 - PAYDAY_DAYS ? 2 : 0.85
  const gone = account.owed > DISHEARTENING * account.instalment ? RATES.disheartened : 1
  const often = willing * near * gone * Math.exp(-account.daysPastDue / RATES.fades)
  const fell = dice(day, USE.remembers)
  if (saved >= account.owed) return fell < RATES.remembers * often ? account.owed : 0
  if (saved >= account.instalment) return fell < RATES.catchesUp * often ? account.instalment : 0
  const part = Math.floor(saved / 2)
  return part >= account.instalment / 4 && fell < RATES.paysPart * often ? part : 0
}

function onTheDay(person: MadePerson, account: Standing, day: EpochDay, dice: Dice): number {
  if (person.saved < account.owed || day === person.misses) return 0
  const forgets = person.forgets * (person.remindedUntil >= day ? 0.4 : 1)
  return dice(day, USE.forgets) < forgets ? 0 : account.owed
}
