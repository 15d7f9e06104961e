import type { HoldState, Permission } from '../../src/compliance/permissions.ts'
import type {
  BorrowerCase,
  Circumstance,
  Contact,
  ContactPoint,
  HoursOfDays,
} from '../../src/input/borrowerCase.ts'
import type { Policy } from '../../src/input/policy.ts'
import type {
  CoolOffRule,
  FrequencyRule,
  HoldAllows,
  HoursRule,
  Rule,
  RulePack,
  RuleWindow,
} from '../../src/input/rulePack.ts'
import type { Channel, ChannelWord } from '../../src/words/channels.ts'
import type { PurposeClass } from '../../src/words/purposes.ts'
import { monday, plusDays, wall } from './naiveClock.ts'

/**
 * Law 7's witness: whether one contact at one instant is legal, straight from the English of the design,
 * one instant at a time, with its own clock. Shares nothing with src but types. Slow on purpose.
 */
export interface World {
  readonly case: BorrowerCase
  /** In seconds. */
  readonly asOf: number
  /** `house` first. */
  readonly packs: readonly RulePack[]
  readonly addedPacks: readonly string[]
  readonly policy: Policy
  /**
   * When the borrower last asked for help, and to be contacted, in seconds: what counts as that is history's to say,
   * and its own tests'.
   */
  readonly askedAt: number | undefined
  readonly contactRequestedAt: number | undefined
}

/** A contact that might be made. */
export interface Attempt {
  readonly channel: Channel
  readonly purpose: PurposeClass
  readonly to: Permission['to']
  readonly point: ContactPoint | undefined
}

const known = new Map<string, number>()
const seconds = (text: string): number => {
  const second = known.get(text) ?? Math.floor(Date.parse(text) / 1000)
  known.set(text, second)
  return second
}
const dayAt = (world: World, at: number): string => wall(world.case.timeZone, at).day

/** Why a contact at an instant is forbidden; undefined where it is legal. */
export function forbidden(world: World, attempt: Attempt, at: number): string | undefined {
  return (
    unusablePoint(world, attempt, at) ??
    forbiddenByHold(world, attempt, at) ??
    forbiddenByWish(world, attempt, at) ??
    forbiddenByRules(world, attempt, at)
  )
}

/** Whether a hold in force as of now forbids the contact: it does so for the whole horizon, even if it ends inside. */
export const isHeld = (world: World, attempt: Attempt): boolean =>
  forbiddenByHold(world, attempt, world.asOf) !== undefined

// Packs

interface Binding {
  readonly rule: Rule
  readonly house: boolean
  /** Of a pack of the case's own jurisdiction; a pack that was merely added silences no house rule. */
  readonly law: boolean
}

const rulesByDay = new WeakMap<World, Map<string, Binding[]>>()

/** The rules that bind this actor and product and are in force on the local day of the instant. */
function rulesAt(world: World, at: number): Binding[] {
  const byDay = rulesByDay.get(world) ?? new Map<string, Binding[]>()
  rulesByDay.set(world, byDay)
  const day = dayAt(world, at)
  const found = byDay.get(day) ?? rulesOn(world, day)
  byDay.set(day, found)
  return found
}

function rulesOn(world: World, day: string): Binding[] {
  const { jurisdiction, actor = 'lender', loan } = world.case
  const found: Binding[] = []
  world.packs.forEach((pack, index) => {
    const place = jurisdiction ?? '?'
    const law = pack.jurisdictions.some((one) => one === place || place.startsWith(`${one}-`))
    if (index > 0 && !law && !world.addedPacks.includes(pack.id)) return
    for (const rule of pack.rules) {
      const binds = rule.binds ?? ['lender', 'agency']
      if (actor === 'lender' && !binds.includes('lender')) continue
      if (!(rule.products ?? ['*']).some((one) => one === '*' || one === loan.product)) continue
      if (rule.effectiveFrom !== undefined && day < rule.effectiveFrom) continue
      if (rule.effectiveUntil !== undefined && day > rule.effectiveUntil) continue
      found.push({ rule, house: index === 0, law })
    }
  })
  return found
}

/** Rules of a kind that cover something, the house's only where no law does. */
function applying<K extends Rule['kind']>(
  world: World,
  at: number,
  kind: K,
  covers: (rule: Extract<Rule, { kind: K }>) => boolean,
): Extract<Rule, { kind: K }>[] {
  const all = rulesAt(world, at).filter(({ rule }) => rule.kind === kind) as {
    rule: Extract<Rule, { kind: K }>
    house: boolean
    law: boolean
  }[]
  const covering = all.filter(({ rule }) => covers(rule))
  const silenced = !world.policy.house.tighten && covering.some(({ rule, law }) => law && !('during' in rule))
  return covering.filter(({ house }) => !(house && silenced)).map(({ rule }) => rule)
}

/** Spelled out here, so that the tables of words are not their own witness. */
const NAMED: Readonly<Record<Exclude<ChannelWord, Channel | '*'>, string>> = {
  messages: 'sms app messaging email socialMedia',
  written: 'sms app messaging email socialMedia letter',
  live: 'call visit',
  disturbing: 'sms app messaging socialMedia call visit',
}
const has = (channels: readonly ChannelWord[] | undefined, channel: Channel): boolean =>
  (channels ?? ['*']).some(
    (one) =>
      one === '*' || one === channel || (one in NAMED && NAMED[one as 'live'].split(' ').includes(channel)),
  )

function forbiddenByRules(world: World, attempt: Attempt, at: number): string | undefined {
  const { channel } = attempt
  const kind = attempt.point?.kind
  const ofChannel = (rule: { channels?: readonly ChannelWord[] }) => has(rule.channels, channel)
  const hours = applying(
    world,
    at,
    'hours',
    (rule) =>
      ofChannel(rule) &&
      (rule.pointKinds === undefined || (kind !== undefined && rule.pointKinds.includes(kind))),
  )
  for (const rule of hours) if (closedByHours(world, attempt, rule, at)) return `hours ${rule.id}`
  for (const rule of applying(world, at, 'frequency', ofChannel))
    if (tooOften(world, attempt, rule, at)) return `frequency ${rule.id}`
  for (const rule of applying(world, at, 'coolOff', ofChannel))
    if (coolingOff(world, attempt, rule, at)) return `coolOff ${rule.id}`
  if (optedOut(world.case, channel)) return 'optOut'
  return channel === 'visit' ? forbiddenVisit(world, at) : undefined
}

// Hours

const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const clock = (text: string): number => Number(text.slice(0, 2)) * 3600 + Number(text.slice(3)) * 60

const inside = (
  hours: readonly { days: readonly string[]; from: string; to: string }[],
  zone: string,
  at: number,
): boolean => {
  const { weekday, second } = wall(zone, at)
  return hours.some(
    ({ days, from, to }) =>
      (days.includes('*') || days.includes(NAMES[weekday] as string)) &&
      clock(from) <= second &&
      second < clock(to),
  )
}

function closedByHours(world: World, { channel, point }: Attempt, rule: HoursRule, at: number): boolean {
  const zone = point?.timeZone ?? world.case.timeZone
  if (rule.during !== undefined && !rule.during.some((kind) => spanOf(world, kind, at) !== undefined))
    return false
  if (rule.overrides?.includes('consent') && consented(world, 'hours', channel, rule.consentDays, at))
    return false
  if (rule.overrides?.includes('agreement') && agreed(world.case, at)) return false
  if (rule.holidays === 'closed' && isHoliday(world, wall(zone, at).day)) return true
  return !inside(rule.open, zone, at)
}

function isHoliday({ case: { jurisdiction = '' }, policy }: World, day: string): boolean {
  const country = jurisdiction.slice(0, 2)
  return [...(policy.holidays[jurisdiction] ?? []), ...(policy.holidays[country] ?? [])].includes(day)
}

function consented(
  world: World,
  to: 'hours' | 'frequency' | 'coolOff',
  channel: Channel,
  days: number | undefined,
  at: number,
): boolean {
  return (world.case.preferences?.consents ?? []).some((consent) => {
    const given = seconds(consent.at)
    return (
      consent.to === to &&
      (consent.channel === undefined || consent.channel === channel) &&
      given <= at &&
      (days === undefined || at < given + days * 86400)
    )
  })
}

// Wishes

const within = (hours: readonly HoursOfDays[] | undefined, world: BorrowerCase, at: number): boolean =>
  inside(hours ?? [], world.timeZone, at)

const agreed = (given: BorrowerCase, at: number): boolean =>
  within(given.preferences?.agreedHours, given, at) && !within(given.preferences?.avoidHours, given, at)

/** The appointment, while it is not over as of now; a refusal said later than it was made cancels it. */
function appointmentOf({ case: given, asOf }: World): { from: number; to: number } | undefined {
  const appointment = given.preferences?.visitAppointment
  if (appointment === undefined || seconds(appointment.to) <= asOf) return undefined
  const made = appointment.recorded === undefined ? Number.NEGATIVE_INFINITY : seconds(appointment.recorded)
  if (lastRefusal(given) >= made && lastRefusal(given) > Number.NEGATIVE_INFINITY) return undefined
  return { from: seconds(appointment.from), to: seconds(appointment.to) }
}

const lastRefusal = (given: BorrowerCase): number =>
  Math.max(
    Number.NEGATIVE_INFINITY,
    ...(given.contacts ?? [])
      .filter(({ outcome }) => outcome === 'visitRefused')
      .map(({ at }) => seconds(at)),
  )

function forbiddenByWish(world: World, { channel }: Attempt, at: number): string | undefined {
  const wishes = world.case.preferences
  if (channel === 'visit') {
    const appointment = appointmentOf(world)
    if (appointment !== undefined)
      return appointment.from <= at && at < appointment.to ? undefined : 'outside the appointment'
  }
  if (channel === 'letter' || channel === 'email') return undefined
  const { contactHours = [], agreedHours = [], avoidHours = [] } = wishes ?? {}
  if (within(avoidHours, world.case, at)) return 'avoided hours'
  if (contactHours.length === 0) return undefined
  return within(contactHours, world.case, at) || within(agreedHours, world.case, at)
    ? undefined
    : 'unwished hours'
}

const optedOut = (given: BorrowerCase, channel: Channel): boolean =>
  (given.preferences?.channelsOptedOut ?? []).includes(channel) ||
  (given.contacts ?? []).some((contact) => contact.outcome === 'channelOptOut' && contact.channel === channel)

// Counting

const MADE_NOTHING = ['noAnswer', 'busy', 'invalidNumber', 'bounced', 'wrongPerson', 'notHome']
const ONLY_ARRIVED = ['voicemail', 'delivered', 'read', 'linkOpened']

function isCounted(contact: Contact, count: FrequencyRule['count'] | CoolOffRule['after']): boolean {
  const made = !MADE_NOTHING.includes(contact.outcome)
  switch (count) {
    case 'attempt':
      return true
    case 'contactMade':
      return made
    case 'conversation':
      return made && !ONLY_ARRIVED.includes(contact.outcome) && ['call', 'visit'].includes(contact.channel)
    case 'reminder':
      return contact.channel !== 'visit'
    case 'unanswered':
      return !made && contact.outcome !== 'wrongPerson'
  }
}

/** Whether a past contact lies in a rule's window at an instant. */
function inWindow(world: World, window: RuleWindow, contact: Contact, at: number): boolean {
  const then = seconds(contact.at)
  const eventDay = dayAt(world, then)
  const today = dayAt(world, at)
  switch (window.type) {
    case 'rolling':
      return at - window.days * 86400 < then && then <= at
    case 'calendar':
      return eventDay <= today && today < plusDays(eventDay, window.days)
    case 'week':
      return monday(eventDay) === monday(today)
    case 'month':
      return eventDay.slice(0, 7) === today.slice(0, 7)
  }
}

const isOwn = (world: World, contact: Contact): boolean =>
  contact.account === undefined || contact.account === world.case.id

function tooOften(world: World, { channel, point }: Attempt, rule: FrequencyRule, at: number): boolean {
  if (rule.overrides?.includes('consent') && consented(world, 'frequency', channel, rule.consentDays, at))
    return false
  const counted = (world.case.contacts ?? []).filter(
    (contact) =>
      contact.direction !== 'inbound' &&
      has(rule.channels, contact.channel) &&
      isCounted(contact, rule.count) &&
      !(rule.exceptOutcomes ?? []).includes(contact.outcome) &&
      (rule.over !== 'account' || isOwn(world, contact)) &&
      (rule.over !== 'point' ||
        point === undefined ||
        contact.point === undefined ||
        contact.point === point.key) &&
      inWindow(world, rule.window, contact, at),
  )
  return counted.length >= rule.max
}

function coolingOff(world: World, { channel }: Attempt, rule: CoolOffRule, at: number): boolean {
  if (rule.overrides?.includes('consent') && consented(world, 'coolOff', channel, rule.consentDays, at))
    return false
  return (world.case.contacts ?? []).some(
    (contact) =>
      (contact.direction !== 'inbound' || rule.inboundStarts === true) &&
      has(rule.channels, contact.channel) &&
      isCounted(contact, rule.after) &&
      (rule.over === 'borrower' || isOwn(world, contact)) &&
      inWindow(world, rule.window, contact, at),
  )
}

// Circumstances and holds

const IMPLIED: Readonly<Record<string, Circumstance['kind']>> = {
  hardshipReported: 'hardshipDeclared',
  disputeRaised: 'dispute',
  ceaseRequested: 'ceaseRequest',
  represented: 'represented',
  deceasedReported: 'deceased',
  insolvencyReported: 'insolvency',
  vulnerabilityDisclosed: 'vulnerable',
  complaint: 'complaint',
  hostile: 'hostile',
}

/** Where a circumstance is in force at an instant, its last day (or '9999'); a tail of days may be added. */
function spanOf(world: World, kind: string, at: number, tailDays = 0): string | undefined {
  const day = dayAt(world, at)
  for (const one of world.case.circumstances ?? []) {
    if (one.kind !== kind) continue
    const begun =
      one.since === undefined ? one.recorded === undefined || seconds(one.recorded) <= at : one.since <= day
    const last = one.until === undefined ? '9999' : plusDays(one.until, tailDays)
    if (begun && day <= last) return last
  }
  for (const contact of world.case.contacts ?? []) {
    if (IMPLIED[contact.outcome] !== kind || seconds(contact.at) > at) continue
    if (kind === 'dispute' && !isOwn(world, contact)) continue
    if (isReplaced(world, kind, seconds(contact.at))) continue
    const days = (world.policy.impliedDays as Record<string, number>)[kind]
    const last = days === undefined ? '9999' : plusDays(dayAt(world, seconds(contact.at)), days + tailDays)
    if (day <= last) return last
  }
  return undefined
}

/** Whether the borrower asked after every span of the hold began that is in force then. */
function askedSince(world: World, kind: HoldState['kind'], at: number, tailDays: number): boolean {
  if (kind === 'hardshipApplication') return true // it asks by itself
  const asked = kind === 'ceaseRequest' ? world.contactRequestedAt : world.askedAt
  if (asked === undefined) return false
  const { day, second } = wall(world.case.timeZone, asked)
  const afterDay = (since: string): boolean => day > since || (day === since && second > 0)
  const { limitationUntil } = world.case.loan
  if (kind === 'timeBarred') return limitationUntil !== undefined && afterDay(plusDays(limitationUntil, 1))
  const today = dayAt(world, at)
  const stated = (world.case.circumstances ?? []).filter(
    (one) =>
      one.kind === kind &&
      (one.since ?? '0000') <= today &&
      (one.until === undefined || today <= plusDays(one.until, tailDays)),
  )
  const implied = (world.case.contacts ?? []).filter(
    (contact) =>
      IMPLIED[contact.outcome] === kind &&
      seconds(contact.at) <= at &&
      (kind !== 'dispute' || isOwn(world, contact)) &&
      !isReplaced(world, kind, seconds(contact.at)),
  )
  return (
    stated.every(({ since, recorded }) =>
      since !== undefined ? afterDay(since) : recorded === undefined || asked > seconds(recorded),
    ) && implied.every((contact) => asked > seconds(contact.at))
  )
}

/** Whether a stated circumstance of the kind, covering that time or recorded later, stands in an implied one's place. */
const isReplaced = (world: World, kind: string, at: number): boolean =>
  (world.case.circumstances ?? []).some(
    (one) =>
      one.kind === kind &&
      dayAt(world, at) <= (one.until ?? '9999') &&
      ((one.recorded !== undefined && seconds(one.recorded) > at) ||
        (one.since ?? '0000') <= dayAt(world, at)),
  )

type Relief = 'no' | 'ifAsked' | 'yes' | 'via'
/** Relief offered, and whether a representative may be spoken to: the table of holds. */
const TABLE: Readonly<Record<HoldState['kind'], readonly [Relief, boolean]>> = {
  deceased: ['no', false],
  insolvency: ['no', false],
  notTheBorrower: ['no', false],
  fraudClaim: ['no', false],
  minor: ['no', false],
  limitedCapacity: ['no', false],
  dispute: ['ifAsked', true],
  litigation: ['ifAsked', true],
  complaint: ['ifAsked', true],
  moratorium: ['ifAsked', true],
  mentalHealthCrisis: ['ifAsked', true],
  ceaseRequest: ['ifAsked', false],
  represented: ['via', true],
  adviserEngaged: ['via', true],
  hardshipApplication: ['yes', true],
  timeBarred: ['ifAsked', true],
}

function forbiddenByHold(world: World, attempt: Attempt, at: number): string | undefined {
  for (const kind of Object.keys(TABLE) as HoldState['kind'][]) {
    for (const { allows, tailDays } of rowsInForce(world, kind, at)) {
      const now = isHolding(world, kind, at, 0)
      if (!now && !isHolding(world, kind, at, tailDays)) continue
      if (attempt.purpose === 'demand') return `hold ${kind}`
      if (attempt.channel === 'visit' && appointmentOf(world) === undefined) return `hold ${kind}: no visits`
      const [relief, toRepresentative] = TABLE[kind]
      const may = (what: HoldAllows): boolean => allows === undefined || allows.includes(what)
      if (relief === 'no') return `hold ${kind}`
      if (attempt.to === 'representative' && !(toRepresentative && may('contactRepresentative')))
        return `hold ${kind}`
      if (relief === 'via') {
        if (attempt.to !== 'representative' || !may('contactRepresentative')) return `hold ${kind}`
        if (
          allows?.includes('reliefIfAsked') &&
          !allows.includes('relief') &&
          !askedSince(world, kind, at, tailDays)
        )
          return `hold ${kind}`
      } else {
        const mustBeAsked = relief === 'ifAsked' || !may('relief')
        if (!may('relief') && !may('reliefIfAsked')) return `hold ${kind}`
        if (mustBeAsked && !askedSince(world, kind, at, tailDays)) return `hold ${kind}: not asked`
      }
    }
  }
  if (attempt.to === 'representative') {
    const speaks = ['represented', 'adviserEngaged'].some((kind) => spanOf(world, kind, at) !== undefined)
    if (!speaks) return 'nobody speaks for the borrower then'
  }
  return undefined
}

function isHolding(world: World, kind: HoldState['kind'], at: number, tailDays: number): boolean {
  const { limitationUntil } = world.case.loan
  if (kind === 'timeBarred') return limitationUntil !== undefined && dayAt(world, at) > limitationUntil
  return spanOf(world, kind, at, tailDays) !== undefined
}

/** The table's own row, and what each rule leaves of it. */
function rowsInForce(
  world: World,
  kind: HoldState['kind'],
  at: number,
): { allows: readonly HoldAllows[] | undefined; tailDays: number }[] {
  const own = kind === 'mentalHealthCrisis' ? 30 : 0
  const rules = applying(world, at, 'hold', (rule) => rule.circumstance === kind)
  return [
    { allows: undefined, tailDays: own },
    ...rules.map((rule) => ({ allows: rule.allows, tailDays: Math.max(own, rule.tailDays ?? 0) })),
  ]
}

// Visits

const HARDSHIP =
  'jobLoss incomeDrop illness bereavement disaster separation caring militaryService overIndebted imprisoned hardshipDeclared'.split(
    ' ',
  )

function forbiddenVisit(world: World, at: number): string | undefined {
  const { preferences } = world.case
  const appointment = appointmentOf(world)
  const said = lastRefusal(world.case) > Number.NEGATIVE_INFINITY && appointment === undefined
  if (preferences?.visit === 'refused' || said) return 'visits refused'
  const rules = rulesAt(world, at)
  const visits = rules.flatMap(({ rule, house }) => (rule.kind === 'visit' ? [{ rule, house }] : []))
  for (const { rule } of visits)
    for (const word of rule.notWhen ?? []) {
      const kinds =
        word === 'hardship' ? HARDSHIP : word === 'vulnerable' ? ['vulnerable', 'economicAbuse'] : [word]
      if (kinds.some((kind) => spanOf(world, kind, at) !== undefined)) return `visit while ${word}`
    }
  if (noticesMissing(world, at).some(({ inTime, excused }) => !inTime && !excused)) return 'no notice in time'
  const toVisit = applying(world, at, 'visit', (rule) => rule.consent === 'toVisit').length > 0
  const willing = preferences?.visit === 'agreed' || appointment !== undefined || consentedToVisit(world.case)
  return toVisit && !willing && dayAt(world, at) <= dayAt(world, world.asOf)
    ? 'no consent in time'
    : undefined
}

const consentedToVisit = (given: BorrowerCase): boolean =>
  (given.preferences?.consents ?? []).some(
    ({ to, channel }) => to === 'visit' && (channel ?? 'visit') === 'visit',
  )

/** The notices that rules ask of a visit at an instant and that were not given in time for it. */
export function noticesMissing(
  world: World,
  at: number,
): { kind: 'visit' | 'agencyDetails'; by: string; inTime: boolean; excused: boolean }[] {
  const day = dayAt(world, at)
  const today = dayAt(world, world.asOf)
  const appointment = appointmentOf(world)
  return (['visit', 'agencyDetails'] as const).flatMap((kind) =>
    applying(
      world,
      at,
      'visit',
      (rule) => rule.noticeDays !== undefined && (rule.notice ?? 'visit') === kind,
    ).flatMap(({ noticeDays = 0, firstOnly = false, force }) => {
      const given = (world.case.notices ?? []).some((notice) => {
        const on = dayAt(world, seconds(notice.at))
        return (
          notice.kind === kind && plusDays(on, noticeDays) <= day && (firstOnly || day <= plusDays(on, 30))
        )
      })
      const visited = (world.case.contacts ?? []).some(
        (contact) =>
          contact.channel === 'visit' &&
          contact.direction !== 'inbound' &&
          isOwn(world, contact) &&
          (contact.by ?? world.case.actor ?? 'lender') === (world.case.actor ?? 'lender'),
      )
      if (given || (firstOnly && visited)) return []
      const first = plusDays(today, 1 + noticeDays)
      // An appointment the borrower made warns of the visit as well as the house's own notice would.
      const excused = kind === 'visit' && force === 'house' && appointment !== undefined
      return [{ kind, by: plusDays(day, -noticeDays), inTime: day >= first, excused }]
    }),
  )
}

// Contact points

/** The contact points an addressee can be reached at by a channel; `undefined` for "no particular one". */
export function usablePoints(
  given: BorrowerCase,
  channel: Channel,
  to: Permission['to'],
): (ContactPoint | undefined)[] {
  const points = given.contactPoints ?? []
  const serving = points.filter(
    ({ key, channel: own, kind, status, party }) =>
      status !== 'invalid' &&
      !(status !== 'verified' && isStrangers(given, key, party ?? 'borrower')) &&
      (party ?? 'borrower') === to &&
      (own === channel ||
        (kind === 'mobile' && (channel === 'call' || channel === 'sms')) ||
        (kind === 'email' && channel === 'email') ||
        (kind === 'address' && (channel === 'letter' || channel === 'visit')) ||
        (kind === 'app' && channel === 'app')),
  )
  if (serving.length > 0) return serving
  if (channel === 'visit') return to === 'borrower' && given.area !== undefined ? [undefined] : []
  return points.length === 0 && channel !== 'socialMedia' ? [undefined] : []
}

/** Strangers answered it three times, and the person it is for never after the first of the newest three. */
function isStrangers(given: BorrowerCase, key: string, whose: string): boolean {
  const used = (given.contacts ?? [])
    .filter(({ point }) => point === key)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  let strangers = 0
  for (const { party, outcome } of used) {
    if (outcome === 'wrongPerson' || outcome === 'contactRefusedByThirdParty' || party === 'thirdParty') {
      strangers++
    } else if (party === whose && !UNHEARD.has(outcome)) strangers = 0
  }
  return strangers >= 3
}

/** Outcomes in which nobody spoke. */
const UNHEARD = new Set([
  'noAnswer',
  'busy',
  'invalidNumber',
  'bounced',
  'notHome',
  'voicemail',
  'delivered',
  'read',
  'linkOpened',
])

function unusablePoint(world: World, { channel, to, point }: Attempt, at: number): string | undefined {
  if (!usablePoints(world.case, channel, to).includes(point)) return 'no such contact point'
  const banned = point?.kind === 'work' && spanOf(world, 'workplaceContactBanned', at) !== undefined
  return banned ? 'workplace banned' : undefined
}
