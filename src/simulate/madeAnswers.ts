import { addMonths, type EpochDay, formatDay, parseDay } from '../time/civilDay.ts'
import { type Channel, meaningOf } from '../words/channels.ts'
import type { ContactOutcome } from '../words/outcomes.ts'
import { PURPOSES, type Purpose } from '../words/purposes.ts'
import type { Dice } from './dice.ts'
import { budgetOf, isHardshipTrouble, isHeldBack, troubleTold } from './madeDays.ts'
import {
  annoyedBy,
  dayPart,
  type MadePerson,
  PART_FACTOR,
  type SampleParts,
  surplusOn,
} from './madePerson.ts'
import type { Deed, Lived, Standing, WorldEvent } from './world.ts'

/** Uses of the dice by what is done to people; of each by form of contact, and what was said by purpose as well. */
const USE = {
  meets: 100,
  missed: 110,
  complains: 120,
  says: 200,
  moves: 300,
  accepts: 400,
  day: 500,
} as const
const FORMS = { message: 0, letter: 1, voice: 2, faceToFace: 3 } as const
type ContactForm = keyof typeof FORMS

/**
 * Invented, but for the first: a conversation added 34 points (Laudenbach, Pirschel & Siegel), here for somebody who has
 * the money and has not been spoken with lately; and a reminder a few points (Campbell, Grant & Thorp 2022).
 */
const MOVES = { message: 0.07, letter: 0.07, voice: 0.5, faceToFace: 0.6 } as const
/** Invented: how much of that a purpose brings. */
const PURPOSE_MOVES: Readonly<Record<Purpose, number>> = {
  preDue: 1,
  remind: 1,
  demand: 1,
  followUpPromise: 1,
  findOut: 0.6,
  offerPlan: 0.5,
  arrangeVisit: 0.5,
  locate: 0.3,
}
/** Invented: of those in trouble who are asked, how many say so, by purpose; and how many show their budget. */
const TELLS: Readonly<Record<Purpose, readonly [number, number]>> = {
  preDue: [0.3, 0.2],
  remind: [0.3, 0.2],
  demand: [0.35, 0.25],
  followUpPromise: [0.4, 0.3],
  findOut: [0.8, 0.75],
  offerPlan: [0.8, 0.75],
  arrangeVisit: [0.3, 0.2],
  locate: [0.2, 0.1],
}
/** Invented: what an attempt annoys by, unheard and heard; more where money is asked of somebody who has none. */
const ANNOYS = {
  message: [0.3, 0.4],
  letter: [0.2, 0.3],
  voice: [0.15, 1],
  faceToFace: [0.6, 2],
} as const
const ANNOYS_BROKE = 0.6
/** Invented: from so much on people complain, and how fast that grows. */
const COMPLAINS = { from: 2, rate: 0.012 } as const
const LEAST_WILLING = 0.15
const MISSED = [
  ['noAnswer', 0.62],
  ['voicemail', 0.82],
  ['busy', 0.97],
] as const

/** What comes of a deed in the built-in world. */
export function madeAnswer(
  parts: SampleParts,
  person: MadePerson,
  account: Standing,
  deed: Deed,
  day: EpochDay,
  dice: Dice,
): Lived<MadePerson> {
  const { channel } = deed
  if (channel === undefined) return { person, events: [{ kind: 'accepts' }] }
  const form = meaningOf(channel).form
  const met =
    !parts.isAway(person.trouble, day) &&
    dice(day, USE.meets + FORMS[form]) < meetingChance(person, form, deed.hour)
  const [unheard, heard] = ANNOYS[form]
  const before = annoyedBy(person, day)
  const after: MadePerson = { ...person, annoyance: before + (met ? heard : unheard), annoyedOn: day }
  if (!met) return { person: after, events: [contact(missedOutcome(person, form, day, dice))] }
  const hurt = before * person.touchy
  if (dice(day, USE.complains + FORMS[form]) < COMPLAINS.rate * Math.max(0, hurt - COMPLAINS.from) ** 2)
    return { person: after, events: [contact(protest(day, dice), 'borrower')] }
  const scene: Encounter = { parts, person: after, account, deed, form, day, dice, hurt }
  const isSpoken = form === 'voice' || form === 'faceToFace'
  return isSpoken ? conversation(scene) : readMessage(scene, channel)
}

interface Encounter {
  readonly parts: SampleParts
  readonly person: MadePerson
  readonly account: Standing
  readonly deed: Deed
  readonly form: ContactForm
  readonly day: EpochDay
  readonly dice: Dice
  readonly hurt: number
}

const contact = (outcome: ContactOutcome, party?: 'borrower'): WorldEvent => ({
  kind: 'contact',
  contact: party === undefined ? { outcome } : { outcome, party },
})

function meetingChance({ meets, phoneDead, bestPart }: MadePerson, form: ContactForm, hour: number): number {
  if (form === 'message') return meets.message
  if (form === 'letter') return meets.letter
  if (form === 'faceToFace') return meets.visit
  if (phoneDead) return 0
  return Math.min(0.98, meets.call * (dayPart(hour) === bestPart ? PART_FACTOR.best : PART_FACTOR.other))
}

function missedOutcome(person: MadePerson, form: ContactForm, day: EpochDay, dice: Dice): ContactOutcome {
  if (form === 'faceToFace') return 'notHome'
  if (form !== 'voice') return 'delivered'
  const fell = dice(day, USE.missed)
  if (person.phoneDead && fell < 0.5) return 'invalidNumber'
  return MISSED.find(([, below]) => fell < below)?.[0] ?? 'wrongPerson'
}

function protest(day: EpochDay, dice: Dice): ContactOutcome {
  const fell = dice(day, USE.complains + 9)
  return fell < 0.4 ? 'complaint' : fell < 0.65 ? 'channelOptOut' : fell < 0.85 ? 'hostile' : 'ceaseRequested'
}

const purposeOf = ({ purpose = 'demand' }: Deed): Purpose => purpose
/** One use for each purpose: another thing said is another draw. */
const useFor = (use: number, { form, deed }: Encounter): number =>
  use + FORMS[form] * 10 + PURPOSES.indexOf(purposeOf(deed))

const isBroke = ({ person, account, day }: Encounter): boolean =>
  surplusOn(person, day) < 0.9 * account.instalment && person.saved < account.instalment

function conversation(scene: Encounter): Lived<MadePerson> {
  const { parts, person, account, deed, day, dice } = scene
  const spoken: MadePerson = { ...person, talks: person.talks + 1 }
  if (deed.offer !== undefined) return answerOffer({ ...scene, person: spoken })
  if (isHeldBack(parts, person, day) || person.traits.willingness < LEAST_WILLING) {
    const refuses = account.owed > 0 && dice(day, useFor(USE.says, scene)) < 0.4
    return { person: spoken, events: [contact(refuses ? 'refused' : 'spoke', 'borrower')] }
  }
  if (isBroke(scene) && account.owed > 0) return inTrouble({ ...scene, person: spoken })
  return promises({ ...scene, person: spoken })
}

function inTrouble(scene: Encounter): Lived<MadePerson> {
  const { person, deed, day, dice } = scene
  const [says, shows] = TELLS[purposeOf(deed)]
  const asked = deed.ask === undefined ? 0 : ANNOYS_BROKE
  const hurt: MadePerson = { ...person, annoyance: person.annoyance + asked }
  const fell = dice(day, useFor(USE.says, scene))
  if (fell >= says) return { person: hurt, events: [contact('spoke', 'borrower')] }
  const budget: WorldEvent[] =
    fell < says * shows ? [{ kind: 'showsBudget', budget: budgetOf(person, day) }] : []
  if (person.hasTold || !isHardshipTrouble(person.trouble))
    return { person: hurt, events: [contact('spoke', 'borrower'), ...budget] }
  const told = troubleTold(person, day).filter(({ kind }) => kind === 'tells')
  return {
    person: { ...person, hasTold: true },
    events: [contact('hardshipReported', 'borrower'), ...told, ...budget],
  }
}

/** Somebody who could pay, and may be moved to. */
function promises(scene: Encounter): Lived<MadePerson> {
  const { person, account, deed, form, day, dice, hurt } = scene
  const moved =
    (MOVES[form] * person.moved * PURPOSE_MOVES[purposeOf(deed)] * Math.exp(-0.3 * hurt)) /
    (1 + 0.5 * (person.talks - 1))
  const spoke = { person: { ...person, remindedUntil: day + 10 }, events: [contact('spoke', 'borrower')] }
  if (account.owed === 0 || dice(day, useFor(USE.moves, scene)) >= moved) return spoke
  const intends = resolve(scene, deed.ask?.amount ?? account.owed)
  if (intends === undefined) return spoke
  const amount = Math.max(1, intends.amount)
  const outcome = amount < (deed.ask?.amount ?? 0) ? 'partialPromise' : 'promise'
  const promise = { amount, by: formatDay(intends.on) }
  return {
    person: { ...person, intends },
    events: [{ kind: 'contact', contact: { outcome, party: 'borrower', promise } }],
  }
}

/** What is resolved: with what is at hand within days, else with the next wages. */
function resolve({ person, account, day, dice }: Encounter, asked: number): MadePerson['intends'] {
  const wanted = Math.min(asked, account.owed)
  const soon = day + 1 + Math.floor(3 * dice(day, USE.day))
  if (person.saved >= wanted) return { amount: wanted, on: soon }
  const after = Math.min(wanted, person.saved + Math.floor(0.8 * surplusOn(person, person.nextPayday)))
  if (after >= account.instalment * 0.3 && after > person.saved * 1.2)
    return { amount: after, on: person.nextPayday + 1 }
  return person.saved >= account.instalment * 0.3
    ? { amount: Math.min(wanted, person.saved), on: soon }
    : undefined
}

/** Read, or not in vain: some pay, some in trouble get in touch. */
function readMessage(scene: Encounter, channel: Channel): Lived<MadePerson> {
  const { parts, person, account, deed, form, day, dice, hurt } = scene
  const seen = contact(channel === 'sms' || channel === 'letter' ? 'delivered' : 'read')
  const reminded: MadePerson = { ...person, remindedUntil: day + 7 }
  if (isHeldBack(parts, person, day) || person.traits.willingness < LEAST_WILLING)
    return { person: reminded, events: [seen] }
  if (deed.offer !== undefined) {
    const accepts = canKeep(scene) && dice(day, useFor(USE.accepts, scene)) < 0.25
    return { person: reminded, events: accepts ? [seen, { kind: 'accepts' }] : [seen] }
  }
  if (account.owed === 0) return { person: reminded, events: [seen] }
  const fell = dice(day, useFor(USE.moves, scene))
  if (isBroke(scene)) {
    const [says] = TELLS[purposeOf(deed)]
    if (person.hasTold || !isHardshipTrouble(person.trouble) || fell >= 0.15 * says)
      return { person: reminded, events: [seen] }
    const word: WorldEvent = {
      kind: 'contact',
      contact: { outcome: 'hardshipReported', channel: 'call', party: 'borrower' },
      inboundAt: 18 * 3600,
    }
    return { person: { ...reminded, hasTold: true }, events: [seen, word, ...troubleTold(person, day)] }
  }
  const moved = MOVES[form] * person.moved * PURPOSE_MOVES[purposeOf(deed)] * Math.exp(-0.3 * hurt)
  // Somebody who forgot needs no more than to be told.
  const forgot = account.daysPastDue < 30 && person.saved >= account.owed ? 2.5 : 1
  if (fell >= moved * forgot || person.intends !== undefined) return { person: reminded, events: [seen] }
  const intends = resolve(scene, deed.ask?.amount ?? account.owed)
  return { person: intends === undefined ? reminded : { ...reminded, intends }, events: [seen] }
}

/** Whether what is offered can be kept up with what is left over. */
function canKeep({ person, deed, day }: Encounter): boolean {
  const { offer } = deed
  if (offer === undefined || offer.kind === 'hardshipPause') return true
  const first = parseDay(offer.firstDue) ?? day
  return offer.instalment <= 1.05 * Math.max(surplusOn(person, day), surplusOn(person, addMonths(first, 1)))
}

function answerOffer(scene: Encounter): Lived<MadePerson> {
  const { parts, person, day, dice } = scene
  if (isHeldBack(parts, person, day) || person.traits.willingness < LEAST_WILLING)
    return { person, events: [contact('refused', 'borrower')] }
  const wants = isBroke(scene) ? 0.55 + 0.4 * person.traits.willingness : 0.3
  const fell = dice(day, useFor(USE.accepts, scene))
  if (canKeep(scene) && fell < wants)
    return { person, events: [contact('spoke', 'borrower'), { kind: 'accepts' }] }
  return { person, events: [contact(fell > 0.5 ? 'refused' : 'spoke', 'borrower')] }
}
