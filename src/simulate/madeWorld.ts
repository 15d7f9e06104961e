import type { ContactPoint } from '../input/borrowerCase.ts'
import { between, chance, pickWeighted, type SeededRandom, wholeBetween } from '../numbers/seededRandom.ts'
import type { HomePlace } from '../sample/places.ts'
import type { Trouble } from '../sample/trouble.ts'
import { addMonths, type EpochDay } from '../time/civilDay.ts'
import { ageOn, type Book, openBook } from './book.ts'
import { type Dice, streamFrom } from './dice.ts'
import { madeAnswer } from './madeAnswers.ts'
import { madeDay } from './madeDays.ts'
import { drawMadePerson, type MadePerson, type SampleParts, surplusOn } from './madePerson.ts'
import { standingOn } from './standing.ts'
import { deedAt, takeIn } from './takeIn.ts'
import type { World } from './world.ts'

/** Days on the books before the simulation begins, lived through with an ordinary collector's few contacts. */
const HISTORY_DAYS = 300
/** Lives are drawn until one is of the age wanted as the simulation begins; then the last one stands as it is. */
const MOST_LIVES = 14
/** Invented: chance a day in arrears of a call, and of a message, before the simulation begins. */
const BEFORE = { call: 0.1, message: 0.06 } as const
const USE = { life: 900, contact: 901 } as const
/** Of those who have just missed a payment few have more than forgotten it, as in the sample. */
const SERIOUS_SHARE = 0.04
const YOUNG_DAYS = 27

/**
 * The world that comes with the library: the sample's places, means and troubles, and people who differ as real ones
 * do in how they are reached and moved. All that is not said to be seen is invented.
 */
export function madeWorld(parts: SampleParts): World<MadePerson> {
  const world: World<MadePerson> = {
    name: 'built-in',
    begin: (place, start, dice) => beginLife(world, parts, place, start, dice),
    live: (person, account, day, dice) => madeDay(parts, person, account, day, dice),
    answer: (person, account, deed, day, dice) => madeAnswer(parts, person, account, deed, day, dice),
    canPay: (person, account, day) =>
      person.saved >= account.instalment || surplusOn(person, day) >= 0.9 * account.instalment,
  }
  return world
}

function beginLife(
  world: World<MadePerson>,
  parts: SampleParts,
  place: number,
  start: EpochDay,
  dice: Dice,
): { person: MadePerson; book: Book } {
  const random = streamFrom(dice, start, USE.life)
  const home = pickWeighted(random, parts.places)
  const [low, high] = pickWeighted(random, parts.ages)
  for (let tries = 1; ; tries++) {
    const begun = drawLifeSoFar(
      random,
      world,
      parts,
      home,
      place,
      start,
      wholeBetween(random, low, high),
      dice,
    )
    const age = ageOn(begun.book, start)
    if ((age >= low && age <= high) || tries === MOST_LIVES) return begun
  }
}

/** Instalments as a share of income, as the sample has them for instalment loans. */
const BURDEN = [0.08, 0.3] as const

function drawLifeSoFar(
  random: SeededRandom,
  world: World<MadePerson>,
  parts: SampleParts,
  home: HomePlace,
  place: number,
  start: EpochDay,
  age: number,
  dice: Dice,
): { person: MadePerson; book: Book } {
  const [low, usual] = home.income
  const income = Math.round(between(random, low, usual) * (chance(random, 0.12) ? 1.8 : 1)) * 100
  const instalment = Math.max(
    home.roundTo,
    Math.round((income * between(random, BURDEN[0], BURDEN[1])) / home.roundTo) * home.roundTo,
  )
  const first = start - HISTORY_DAYS
  // The due day the arrears began with, and its day of the month, lie so that they are of the age wanted.
  const onset = start - age
  const anchor = age > 0 ? onset : start - wholeBetween(random, 0, 27)
  const dues: EpochDay[] = []
  for (let i = -9; i < 400; i++) {
    const due = addMonths(anchor, i)
    if (due < first) continue
    dues.push(due)
    if (due > start && dues.length >= 10 && due > start + wholeBetween(random, 2, 30) * 30) break
  }
  const zone = pickWeighted(random, home.zones)
  const book = openBook({
    id: `s-${place}`,
    currency: home.currency,
    timeZone: zone,
    ...(home.jurisdiction === undefined ? {} : { jurisdiction: home.jurisdiction }),
    ...(home.visits ? { area: `d-${wholeBetween(random, 1, 20)}` } : {}),
    language: pickWeighted(random, home.languages),
    instalment,
    opened: (dues[0] ?? first) - 30,
    rows: dues.map((due) => ({ due, amount: instalment })),
    points: knownPoints(home),
  })
  const drawn = drawMadePerson(random, parts, instalment, income, first)
  const serious = age > YOUNG_DAYS || chance(random, SERIOUS_SHARE)
  let person: MadePerson =
    age === 0
      ? drawn
      : serious
        ? { ...drawn, trouble: troubleAt(random, parts, onset, start), misses: onset }
        : { ...drawn, misses: onset }
  for (let day = first; day < start; day++) {
    if (ageOn(book, day) > 3) {
      const fell = dice(day, USE.contact)
      const channel =
        fell < BEFORE.call ? 'call' : fell < BEFORE.call + BEFORE.message ? home.messages[0]?.[0] : undefined
      if (channel !== undefined) {
        const deed = deedAt(book, day, {
          action: channel === 'call' ? 'call' : 'reminder',
          channel,
          purpose: 'demand',
          second: (9 + 9 * dice(day, USE.contact + 1)) * 3600,
          cost: 0,
        })
        const answered = world.answer(person, standingOn(book, day), deed, day, dice)
        takeIn(book, day, answered.events, deed)
        person = answered.person
      }
    }
    const lived = world.live(person, standingOn(book, day), day, dice)
    takeIn(book, day, lived.events, undefined)
    person = lived.person
  }
  return { person, book }
}

/**
 * What kept a payment from being made. Invented: of those two months behind and more about one in three is surely still in it, for the
 * others have mostly paid by then.
 */
function troubleAt(random: SeededRandom, parts: SampleParts, onset: EpochDay, start: EpochDay): Trouble {
  const lasts = start - onset > 60 && chance(random, LASTING_SHARE)
  for (let tries = 1; ; tries++) {
    const trouble = parts.drawTrouble(random, onset)
    if (!lasts || trouble.until > start + 30 || tries === MOST_TROUBLES) return trouble
  }
}
const LASTING_SHARE = 0.35
const MOST_TROUBLES = 100

function knownPoints(home: HomePlace): ContactPoint[] {
  const points: ContactPoint[] = [{ key: 'n1', channel: 'call', kind: 'mobile', status: 'verified' }]
  for (const [channel] of home.messages) {
    if (channel === 'email') points.push({ key: 'e1', channel, kind: 'email', status: 'verified' })
    if (channel === 'app' || channel === 'messaging')
      points.push({ key: channel === 'app' ? 'a1' : 'm1', channel, kind: 'app', status: 'verified' })
    if (channel === 'letter') points.push({ key: 'l1', channel, kind: 'address', status: 'verified' })
  }
  if (home.visits) points.push({ key: 'v1', channel: 'visit', kind: 'address', status: 'verified' })
  return points
}
