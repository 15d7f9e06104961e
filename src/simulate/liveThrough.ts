import type { Capacity } from '../input/capacityFile.ts'
import type { EpochDay } from '../time/civilDay.ts'
import { parseDay } from '../time/civilDay.ts'
import { purposeClass } from '../words/purposes.ts'
import { ahead } from './ahead.ts'
import { ageOn, type Book, copyBook, endAgreements, owedBefore, recordOf } from './book.ts'
import { dailyCapacity } from './carryOut.ts'
import { deedOf } from './deeds.ts'
import { type Dice, diceOf } from './dice.ts'
import type { LivingPolicy } from './policies.ts'
import type { AdvisedAction, Turn } from './proposals.ts'
import { standingOn } from './standing.ts'
import { instantIn, takeIn } from './takeIn.ts'
import { closeTally, countContact, countDay, type LifeFigures, type LifeTally, openTally } from './tally.ts'
import type { Deed, World } from './world.ts'

/** How a world is lived through. */
export interface LifeOptions {
  readonly start: EpochDay
  readonly days: number
  readonly seed: number
  readonly capacity: Pick<Capacity, 'pools'>
  /** Capacity currency, in minor units, for a minor unit of an account's. */
  readonly rateOf: (currency: string) => number
  /** `nightly`: every account is decided on every night; `reviewOn`: on the day the policy said, or once something happened. */
  readonly turns: 'nightly' | 'reviewOn'
  /** A year's discount, for present values. */
  readonly discountRate: number
  /** Told of everything carried out: for tests, and whoever wants to look. */
  readonly onDeed?: (deed: Deed, book: Book, action: AdvisedAction) => void
}

/** A borrower in the middle of their life. */
export interface Liver<Person> {
  readonly place: number
  readonly dice: Dice
  readonly book: Book
  person: Person
  turnOn: EpochDay
  happened: boolean
  behind: boolean
  referred: string | undefined
}

export interface LivedThrough {
  readonly figures: LifeFigures
  readonly used: Readonly<Record<string, number>>
  readonly books: readonly Book[]
}

/** Everybody as they are when the simulation begins; the same for every policy. */
export function beginners<Person>(
  world: World<Person>,
  borrowers: number,
  { start, seed }: Pick<LifeOptions, 'start' | 'seed'>,
): readonly Liver<Person>[] {
  return Array.from({ length: borrowers }, (_, place) => {
    const dice = diceOf(seed, place)
    const { person, book } = world.begin(place, start, dice)
    const behind = ageOn(book, start) > 0
    return { place, dice, book, person, turnOn: start, happened: true, behind, referred: undefined }
  })
}

/** The hour at which decisions are made, before anybody is called. */
const DECIDED_AT = 5 * 3600
/** Days in which a contact is given the credit for what it brought, and in which arrears end by themselves. */
const FORESEEN_DAYS = 45
const ALONE_DAYS = 30

/** Lives through the days under one policy, and yields after each of them. The beginners are left as they are. */
export function* livingThrough<Person>(
  world: World<Person>,
  begun: readonly Liver<Person>[],
  policy: LivingPolicy,
  options: LifeOptions,
): Generator<undefined, LivedThrough> {
  const { start, days, capacity } = options
  const people = begun.map((one) => ({ ...one, book: copyBook(one.book) }))
  const tally = openTally(people.length)
  const pools = dailyCapacity(capacity)
  for (let day = start; day < start + days; day++) {
    pools.begin(day)
    const turns = people.flatMap((one) => turnOf(world, one, policy, options, day, tally))
    turns.sort((a, b) => b.rank - a.rank || a.one.place - b.one.place)
    for (const { one, turn } of turns) carryOutTurn(world, one, turn, options, day, pools, tally)
    for (const one of people) liveOn(world, one, options, day, tally)
    yield
  }
  const last = start + days
  for (const { book } of people)
    tally.counts.stillOverdue += owedBefore(book, last) * options.rateOf(book.currency)
  return {
    figures: closeTally(tally, people.length, days),
    used: pools.used(),
    books: people.map(({ book }) => book),
  }
}

/** All of a life at once. */
export function liveThrough<Person>(...life: Parameters<typeof livingThrough<Person>>): LivedThrough {
  const living = livingThrough(...life)
  for (;;) {
    const { done, value } = living.next()
    if (done === true) return value
  }
}

interface RankedTurn<Person> {
  readonly one: Liver<Person>
  readonly turn: Turn
  readonly rank: number
}

function turnOf<Person>(
  world: World<Person>,
  one: Liver<Person>,
  policy: LivingPolicy,
  options: LifeOptions,
  day: EpochDay,
  tally: LifeTally,
): RankedTurn<Person>[] {
  const waits = options.turns === 'reviewOn' && policy.saysWhen
  if (waits && !one.happened && day < one.turnOn) return []
  const { book, dice, place } = one
  const daysPastDue = ageOn(book, day)
  if (!policy.saysWhen && daysPastDue === 0) return []
  const rate = options.rateOf(book.currency)
  let alone: number | undefined
  const turn = policy.turn({
    record: recordOf(book, day),
    asOf: instantIn(book, day, DECIDED_AT),
    day,
    daysPastDue,
    place,
    inCapacity: rate,
    foresee: (action) => {
      const deed = deedOf(book, action, day, dice)
      if (deed === undefined) return 0
      alone ??= ahead(world, one.person, book, day, dice, FORESEEN_DAYS).paid
      return ahead(world, one.person, book, day, dice, FORESEEN_DAYS, deed).paid - alone - action.cost
    },
  })
  one.happened = false
  one.turnOn = Math.max(turn.reviewOn ?? day + 1, day + 1)
  countReferral(world, one, turn, day, tally)
  const [first] = turn.proposals
  return first === undefined ? [] : [{ one, turn, rank: first.rank }]
}

function countReferral<Person>(
  world: World<Person>,
  one: Liver<Person>,
  { referTo }: Turn,
  day: EpochDay,
  { counts }: LifeTally,
): void {
  if (referTo === undefined || referTo === one.referred) return
  one.referred = referTo
  counts.referrals += 1
  if (referTo === 'legal' && !world.canPay(one.person, standingOn(one.book, day), day))
    counts.harshOnUnable += 1
}

function carryOutTurn<Person>(
  world: World<Person>,
  one: Liver<Person>,
  turn: Turn,
  options: LifeOptions,
  day: EpochDay,
  pools: ReturnType<typeof dailyCapacity>,
  tally: LifeTally,
): void {
  const { book, dice } = one
  const rate = options.rateOf(book.currency)
  for (const { action } of turn.proposals) {
    if (giveNotices(one, action, day)) return
    const deed = deedOf(book, action, day, dice)
    if (deed === undefined) {
      // What opens later is decided again on its day.
      one.turnOn = Math.min(one.turnOn, laterDay(action, day))
      continue
    }
    if (!pools.take(action, book.area, action.cost * rate)) continue
    carryOutDeed(world, one, deed, options, day, tally)
    options.onDeed?.(deed, book, action)
    return
  }
  // Not served: it stands where it stood, so it is looked at again tomorrow.
  if (turn.proposals.length > 0) one.turnOn = Math.min(one.turnOn, day + 1)
}

const laterDay = ({ window }: AdvisedAction, day: EpochDay): EpochDay =>
  Math.max(day + 1, parseDay(window?.from.slice(0, 10) ?? '') ?? day + 1)

const NOTICES: Readonly<Record<string, 'visit' | 'agencyDetails'>> = {
  'visit.notice': 'visit',
  'visit.agencyDetails': 'agencyDetails',
}
const NOTICE_LASTS_DAYS = 21

/** Sends the notices a visit needs first; true where one was sent, and the visit waits for its day. */
function giveNotices<Person>({ book }: Liver<Person>, action: AdvisedAction, day: EpochDay): boolean {
  let given = false
  for (const { code } of action.prerequisites ?? []) {
    const kind = NOTICES[code]
    if (kind === undefined) continue
    const since = instantIn(book, day - NOTICE_LASTS_DAYS, 0)
    if (book.notices.some((notice) => notice.kind === kind && notice.at > since)) continue
    book.notices = [...book.notices, { kind, at: instantIn(book, day, 10 * 3600) }]
    given = true
  }
  return given
}

function carryOutDeed<Person>(
  world: World<Person>,
  one: Liver<Person>,
  deed: Deed,
  options: LifeOptions,
  day: EpochDay,
  tally: LifeTally,
): void {
  const { book, dice, place } = one
  const { counts } = tally
  const account = standingOn(book, day)
  const isAsked = deed.purpose !== undefined && purposeClass(deed.purpose) === 'demand'
  if (deed.channel !== undefined) {
    countContact(tally, place, day)
    if (account.daysPastDue > 0) {
      const alone = ahead(world, one.person, book, day, dice, ALONE_DAYS).clearedWithin
      if (alone !== undefined) counts.selfCurersContacted += 1
    }
    if (deed.action === 'visit') counts.visits += 1
    if ((deed.action === 'visit' || isAsked) && !world.canPay(one.person, account, day)) {
      if (deed.action === 'visit') counts.harshOnUnable += 1
      if (isAsked) counts.askedOfUnable += 1
    }
  }
  counts.cost += deed.cost * options.rateOf(book.currency)
  const answered = world.answer(one.person, account, deed, day, dice)
  one.person = answered.person
  const taken = takeIn(book, day, answered.events, deed)
  counts.paid += worth(taken.paid, book, options, day)
  if (taken.accepted) counts.reliefGranted += 1
  counts.complaints += taken.outcomes.filter((outcome) => outcome === 'complaint').length
  one.happened = true
}

const worth = (amount: number, { currency }: Book, options: LifeOptions, day: EpochDay): number =>
  amount === 0
    ? 0
    : (amount * options.rateOf(currency)) / (1 + options.discountRate) ** ((day - options.start) / 365)

function liveOn<Person>(
  world: World<Person>,
  one: Liver<Person>,
  options: LifeOptions,
  day: EpochDay,
  tally: LifeTally,
): void {
  const { book, dice, place } = one
  const { counts } = tally
  const lived = world.live(one.person, standingOn(book, day), day, dice)
  one.person = lived.person
  if (lived.events.length > 0) {
    const taken = takeIn(book, day, lived.events, undefined)
    counts.paid += worth(taken.paid, book, options, day)
    one.happened = true
  }
  const ended = endAgreements(book, day)
  if (ended !== undefined) {
    one.happened = true
    if (ended === 'kept') counts.plansKept += 1
    else counts.plansBroken += 1
  }
  const behind = ageOn(book, day + 1) > 0
  if (one.behind && !behind) {
    counts.cures += 1
    one.referred = undefined
  }
  // A due day missed is news as well.
  if (behind !== one.behind) one.happened = true
  one.behind = behind
  countDay(tally, place, day, behind)
}
