import type { Actor, BorrowerCase, Contact, Notice } from '../input/borrowerCase.ts'
import {
  chance,
  mix32,
  pickWeighted,
  type SeededRandom,
  seededRandom,
  wholeBetween,
} from '../numbers/seededRandom.ts'
import { parseDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import { type Arranged, arrange } from './arrange.ts'
import { type ContactLog, leftInPeace, logContacts } from './contactLog.ts'
import { readRepayments, repaymentOf, standings } from './ledger.ts'
import { drawLife, drawSecondLife, type Life } from './life.ts'
import { loanOf } from './loanOf.ts'
import { type HomePlace, PLACES } from './places.ts'
import { TWO_ACCOUNTS_SHARE } from './rates.ts'
import { daysPastDueOn } from './repay.ts'
import { meansOf, toldCircumstances, wishesOf } from './whatIsTold.ts'
import { localInstant, type SampleDay, whenIn } from './when.ts'

/** What a portfolio is made from; with the same of these, account i is the same whatever else is drawn. */
export interface SampleOptions {
  /** A whole number from 0 to 2³² − 1. */
  readonly seed: number
  /** The instant every record is made for, as it is written into it, and as a number. */
  readonly asOf: string
  readonly asOfSecond: EpochSecond
  /** Only borrowers of this jurisdiction; one of `SAMPLE_JURISDICTIONS`. */
  readonly jurisdiction?: string
}

export interface SampleAccount {
  readonly record: BorrowerCase
  readonly truth: Truth
}

/** Streams of draws: what one use takes leaves the others as they are. */
const USE = { owner: 0, life: 1, contacts: 2, details: 3, second: 4, area: 5, arrangement: 6 } as const

export const SAMPLE_JURISDICTIONS: readonly string[] = PLACES.flatMap(
  ([{ jurisdiction }]) => jurisdiction ?? [],
)

/** The account at one place of a made-up portfolio, 0 the first, and what is true of its borrower. */
export function sampleAccount(options: SampleOptions, place: number): SampleAccount {
  const first = place - (place % 2)
  const shared = chance(seededRandom(options.seed, first, USE.owner), TWO_ACCOUNTS_SHARE)
  if (!shared) return account(options, startAccount(options, place), undefined)
  const one = startAccount(options, first)
  const other = secondAccount(options, one, first + 1)
  return place === first ? account(options, one, other) : account(options, other, one)
}

/** An account before it is written down. */
interface Started {
  readonly place: number
  /** The first account of the person. */
  readonly owner: number
  readonly life: Life
  readonly when: SampleDay
  readonly log: ContactLog
  readonly profile: string
  readonly arranged: Arranged
}

function startAccount(options: SampleOptions, place: number): Started {
  const random = seededRandom(options.seed, place, USE.life)
  const where =
    options.jurisdiction === undefined ? pickWeighted(random, PLACES) : homePlaceOf(options.jurisdiction)
  // The day of asOf by the first zone of the place: the others of it, but for the width of a country, agree.
  const { today } = whenIn(where.zones[0]?.[0] ?? 'UTC', options.asOfSecond)
  return contacted(options, place, place, drawLife(random, where, today))
}

function secondAccount(options: SampleOptions, { life, owner }: Started, place: number): Started {
  const random = seededRandom(options.seed, place, USE.second)
  const { today } = whenIn(life.person.zone, options.asOfSecond)
  return contacted(options, place, owner, drawSecondLife(random, life.person, today))
}

function contacted(options: SampleOptions, place: number, owner: number, life: Life): Started {
  const when = whenIn(life.person.zone, options.asOfSecond)
  const random = seededRandom(options.seed, place, USE.contacts)
  const log = logContacts(random, life, when, standings(life.terms, life.path))
  const agreeing = seededRandom(options.seed, place, USE.arrangement)
  const { rows, profile } = readRepayments(agreeing, life.terms, life.path, when.today)
  const arranged = arrange(agreeing, life, rows, log, when)
  const kept = arranged.peace === undefined ? log : leftInPeace(log, when, arranged.peace)
  return { place, owner, life, when, log: kept, profile, arranged }
}

/** Writes down an account, with what was said about the person's other one where there is one. */
function account(options: SampleOptions, own: Started, other: Started | undefined): SampleAccount {
  const { seed } = options
  const { life, when, log, profile, arranged } = own
  const random = seededRandom(seed, own.place, USE.details)
  const { loan, rows } = loanOf(random, life.terms, arranged.rows, when, arranged.running)
  const oldest = rows.find(({ unpaid }) => unpaid > 0)
  const daysPastDue = oldest === undefined ? 0 : when.today - oldest.due
  const actor = chance(random, daysPastDue > 90 ? 0.5 : daysPastDue > 0 ? 0.04 : 0) ? 'agency' : 'lender'
  const id = opaqueId('b', seed, own.place)
  const wishes = wishesOf(random, life, log, when, daysPastDue)
  const budget = meansOf(random, life, log, when)
  const circumstances = toldCircumstances(random, life, log, when, daysPastDue)
  const notices = noticesOf(random, life.person.place, actor, log, when, daysPastDue)
  const contacts = other === undefined ? log.contacts : bothLogs(log, other, opaqueId('b', seed, other.place))
  const person = other === undefined ? {} : { borrower: opaqueId('p', seed, own.owner) }
  const { jurisdiction, currency } = life.person.place
  const record: BorrowerCase = {
    id,
    ...person,
    currency,
    timeZone: life.person.zone,
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    ...(life.person.place.visits && (log.points === undefined || chance(random, 0.5))
      ? { area: areaOf(seed, own.owner) }
      : {}),
    ...(actor === 'agency' ? { actor } : {}),
    loan,
    ...(rows.length === 0 ? {} : { repayments: rows.map(repaymentOf) }),
    ...(profile === '' ? {} : { paymentProfile: profile }),
    ...(contacts.length === 0 ? {} : { contacts }),
    ...(log.points === undefined ? {} : { contactPoints: log.points }),
    ...(notices.length === 0 ? {} : { notices }),
    ...(budget === undefined ? {} : { budget }),
    ...(circumstances.length === 0 ? {} : { circumstances }),
    ...(wishes === undefined ? {} : { preferences: wishes }),
    ...(arranged.arrangements.length === 0 ? {} : { arrangements: arranged.arrangements }),
    metadata: { asOf: options.asOf },
  }
  const calledIn = loan.stage !== undefined
  return {
    record,
    truth: truthOf(id, { ...life, path: arranged.path }, when, daysPastDue, calledIn || arranged.running),
  }
}

function homePlaceOf(jurisdiction: string): HomePlace {
  const found = PLACES.find(([place]) => place.jurisdiction === jurisdiction)
  if (found === undefined) throw new RangeError(`no made-up borrowers in ${jurisdiction}`)
  return found[0]
}

/** Both accounts' contacts in order: what protects a person is counted over both. */
const bothLogs = (own: ContactLog, other: Started, account: string): Contact[] =>
  [...own.contacts, ...other.log.contacts.map(({ point: _, ...contact }) => ({ ...contact, account }))].sort(
    (a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0),
  )

const AREAS = 60
const areaOf = (seed: number, owner: number): string =>
  opaqueId('d', ~seed, wholeBetween(seededRandom(seed, owner, USE.area), 1, AREAS))

/** What no record shows: the borrower as they are, and what comes of the account if everything goes on as it did. */
export interface Truth {
  readonly id: string
  readonly ability: number
  readonly willingness: number
  readonly contactability: number
  /** What keeps the borrower from paying, known or not; `none`, `gap`, `refusal`, or a circumstance. */
  readonly trouble: string
  /** As the rows have it, on the day of asOf and 30 days later. */
  readonly daysPastDue: number
  readonly daysPastDueAfter: number
  /**
   * 1: not current within 30 days. Of an account in arrears, on none of these days nothing was past due; of one that
   * was not, something was on the thirtieth.
   */
  readonly bad: 0 | 1
}

const HORIZON_DAYS = 30

/** @param bound what is paid neither clears the arrears nor makes new ones: the whole loan was called in, or a plan runs */
function truthOf(
  id: string,
  { person, terms, path }: Life,
  { today }: SampleDay,
  daysPastDue: number,
  bound: boolean,
): Truth {
  const { ability, willingness, contactability } = person.traits
  const lived = daysPastDueOn(terms, path, today + HORIZON_DAYS)
  const after = bound ? (daysPastDue > 0 ? daysPastDue + HORIZON_DAYS : 0) : lived
  const bad = bound || daysPastDue === 0 ? after > 0 : !isCuredWithin(terms, path, today)
  return {
    id,
    ability,
    willingness,
    contactability,
    trouble: person.trouble.kind,
    daysPastDue,
    daysPastDueAfter: after,
    bad: bad ? 1 : 0,
  }
}

function isCuredWithin(terms: Life['terms'], path: Life['path'], today: number): boolean {
  for (let day = today + 1; day <= today + HORIZON_DAYS; day++)
    if (daysPastDueOn(terms, path, day) === 0) return true
  return false
}

/** Consonants alone, so that no id spells a word, and none could be taken for a number of anyone's. */
const LETTERS = 'bcdfghjkmnpqrstv'
/** So that near seeds do not name their accounts alike. */
const KEPT_APART = 0x5bd1e995

/**
 * Eight letters for a whole number below 2³². Different numbers never share one, and nothing about the account shows.
 * `opaqueId('b', 7, 0)` names the first account of seed 7.
 */
function opaqueId(kind: string, seed: number, place: number): string {
  let bits = mix32(mix32(place) + mix32(seed ^ KEPT_APART))
  let letters = ''
  for (let i = 0; i < 8; i++) {
    letters += LETTERS[bits & 15]
    bits >>>= 4
  }
  return `${kind}-${letters}`
}

/** What the borrower was told in writing: that the loan is in default, who collects it, that someone will come. */
function noticesOf(
  random: SeededRandom,
  { jurisdiction }: HomePlace,
  actor: Actor,
  { contacts }: ContactLog,
  when: SampleDay,
  daysPastDue: number,
): Notice[] {
  const on = (daysAgo: number) => localInstant(when, when.today - daysAgo, 10 * 3600)
  const notices: Notice[] = []
  if (daysPastDue > 75 && chance(random, 0.5)) notices.push({ kind: 'default', at: on(daysPastDue - 65) })
  if (actor === 'agency' && daysPastDue > 40) {
    notices.push({ kind: 'assignment', at: on(30) })
    if (jurisdiction === 'US' || jurisdiction === 'US-MA') notices.push({ kind: 'validation', at: on(28) })
    if (jurisdiction === 'IN' && chance(random, 0.8)) notices.push({ kind: 'agencyDetails', at: on(28) })
  }
  const visit = contacts.find(({ channel }) => channel === 'visit')
  if (visit !== undefined) notices.push({ kind: 'visit', at: noticeBefore(visit.at, when) })
  return notices
}

/** Three days before, at the same hour. */
function noticeBefore(at: string, when: SampleDay): string {
  const day = parseDay(at.slice(0, 10)) ?? when.today
  return localInstant(when, day - 3, 10 * 3600)
}
