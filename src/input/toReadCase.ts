import { type EpochDay, parseDay, WEEKDAYS } from '../time/civilDay.ts'
import { type EpochSecond, parseInstant } from '../time/instant.ts'
import { findZone, localDay, type Zone } from '../time/timeZone.ts'
import { CHANNELS } from '../words/channels.ts'
import { outcomePlace } from '../words/outcomes.ts'
import type {
  Actor,
  Arrangement,
  BorrowerCase,
  Circumstance,
  Consent,
  Contact,
  ContactPoint,
  HoursOfDays,
  Notice,
  Payment,
  Repayment,
} from './borrowerCase.ts'
import {
  byArrangement,
  byCircumstance,
  byConsent,
  byContact,
  byContactPoint,
  byHours,
  byNotice,
  byPayment,
  byRepayment,
  inOrder,
} from './canonicalOrder.ts'
import { clockSeconds } from './fields.ts'
import type {
  ReadAppointment,
  ReadArrangement,
  ReadCase,
  ReadCircumstance,
  ReadConsent,
  ReadContact,
  ReadContactPoint,
  ReadHours,
  ReadNotice,
  ReadPayment,
  ReadRepayment,
} from './readCase.ts'

/** Reads the dates of a checked record once and puts its lists in order. The record must have passed every check. */
export function toReadCase(source: BorrowerCase): ReadCase {
  const { loan, preferences } = source
  const zone = findZone(source.timeZone) as Zone
  const actor = source.actor ?? 'lender'
  const read = {
    source,
    borrower: source.borrower ?? source.id,
    zone,
    actor,
    overdueSince: maybeDay(loan.overdueSince),
    nextDueDay: maybeDay(loan.nextDueDay),
    opened: maybeDay(loan.opened),
    limitationUntil: maybeDay(loan.limitationUntil),
    repayments: inOrder((source.repayments ?? []).map(readRepayment), byRepayment),
    contacts: readContacts(source.contacts ?? [], source.id, actor, zone),
    contactPoints: inOrder(
      (source.contactPoints ?? []).map((point, index) => readPoint(point, index, zone)),
      byContactPoint,
    ),
    notices: inOrder((source.notices ?? []).map(readNotice), byNotice),
    budgetOn: maybeDay(source.budget?.on),
    circumstances: inOrder((source.circumstances ?? []).map(readCircumstance), byCircumstance),
    consents: inOrder((preferences?.consents ?? []).map(readConsent), byConsent),
    contactHours: readHours(preferences?.contactHours),
    avoidHours: readHours(preferences?.avoidHours),
    agreedHours: readHours(preferences?.agreedHours),
    appointment: readAppointment(source),
    arrangements: inOrder((source.arrangements ?? []).map(readArrangement), byArrangement),
    latestDay: 0,
    latestSecond: 0,
  }
  read.latestDay = latestDay(read)
  read.latestSecond = latestSecond(read)
  return read
}

function latestDay({ repayments, budgetOn }: ReadCase): EpochDay {
  let latest = budgetOn ?? 0
  for (const { paid } of repayments)
    for (const { on, postedOn, reversedOn } of paid) {
      if (on > latest) latest = on
      if (postedOn > latest) latest = postedOn
      if (reversedOn !== undefined && reversedOn > latest) latest = reversedOn
    }
  return latest
}

function latestSecond(read: ReadCase): EpochSecond {
  // These three are in order, so their last entry is the latest.
  let latest = Math.max(
    read.contacts.at(-1)?.at ?? 0,
    read.notices.at(-1)?.at ?? 0,
    read.consents.at(-1)?.at ?? 0,
    read.appointment?.recorded ?? 0,
  )
  for (const { recorded = 0 } of read.circumstances) latest = Math.max(latest, recorded)
  for (const { recorded = 0 } of read.arrangements) latest = Math.max(latest, recorded)
  return latest
}

// Every date was checked before, so reading it cannot fail.
const day = (text: string): EpochDay => parseDay(text) as EpochDay
const instant = (text: string): EpochSecond => parseInstant(text) as EpochSecond
const maybeDay = (text: string | undefined): EpochDay | undefined =>
  text === undefined ? undefined : parseDay(text)
const maybeInstant = (text: string | undefined): EpochSecond | undefined =>
  text === undefined ? undefined : parseInstant(text)

const NONE: readonly never[] = Object.freeze([])

const readRepayment = (row: Repayment, index: number): ReadRepayment => ({
  index,
  due: day(row.due),
  amount: row.amount,
  balance: row.balance,
  behind: row.behind,
  paid:
    row.paid === undefined || row.paid.length === 0 ? NONE : inOrder(row.paid.map(readPayment), byPayment),
})

function readPayment(payment: Payment): ReadPayment {
  const on = day(payment.on)
  return {
    on,
    amount: payment.amount,
    postedOn: maybeDay(payment.postedOn) ?? on,
    reversedOn: maybeDay(payment.reversedOn),
  }
}

function readContacts(
  contacts: readonly Contact[],
  account: string,
  actor: Actor,
  zone: Zone,
): readonly ReadContact[] {
  const read = contacts.map((contact, index): ReadContact => {
    const at = instant(contact.at)
    const { promise } = contact
    return {
      index,
      at,
      day: localDay(zone, at),
      channel: contact.channel,
      channelPlace: CHANNELS.indexOf(contact.channel),
      inbound: contact.direction === 'inbound',
      party: contact.party ?? 'unknown',
      outcome: contact.outcome,
      outcomePlace: outcomePlace(contact.outcome),
      promise: promise === undefined ? undefined : { amount: promise.amount, by: day(promise.by) },
      point: contact.point,
      own: contact.account === undefined || contact.account === account,
      by: contact.by ?? actor,
      automated: contact.agent === 'automated',
    }
  })
  return inOrder(read, byContact)
}

const readPoint = (point: ContactPoint, index: number, zone: Zone): ReadContactPoint => ({
  index,
  key: point.key,
  channel: point.channel,
  kind: point.kind,
  status: point.status ?? 'unverified',
  party: point.party ?? 'borrower',
  zone: point.timeZone === undefined ? zone : (findZone(point.timeZone) as Zone),
})

const readNotice = (notice: Notice, index: number): ReadNotice => ({
  index,
  kind: notice.kind,
  at: instant(notice.at),
})

const readCircumstance = (circumstance: Circumstance, index: number): ReadCircumstance => ({
  index,
  kind: circumstance.kind,
  since: maybeDay(circumstance.since),
  until: maybeDay(circumstance.until),
  evidence: circumstance.evidence,
  recorded: maybeInstant(circumstance.recorded),
})

const readConsent = (consent: Consent, index: number): ReadConsent => ({
  index,
  to: consent.to,
  channel: consent.channel,
  at: instant(consent.at),
})

/** An empty list says as little as none. */
function readHours(hours: readonly HoursOfDays[] | undefined): readonly ReadHours[] | undefined {
  if (hours === undefined || hours.length === 0) return undefined
  const read = hours.map(({ days, from, to }) => ({
    days: days.reduce((bits, name) => bits | (1 << WEEKDAYS.indexOf(name)), 0),
    from: clockSeconds(from),
    to: clockSeconds(to),
  }))
  return inOrder(read, byHours)
}

function readAppointment({ preferences }: BorrowerCase): ReadAppointment | undefined {
  const appointment = preferences?.visitAppointment
  if (appointment === undefined) return undefined
  return {
    from: instant(appointment.from),
    to: instant(appointment.to),
    recorded: maybeInstant(appointment.recorded),
  }
}

const readArrangement = (arrangement: Arrangement, index: number): ReadArrangement => ({
  index,
  kind: arrangement.kind,
  from: day(arrangement.from),
  until: maybeDay(arrangement.until),
  instalment: arrangement.instalment,
  status: arrangement.status,
  recorded: maybeInstant(arrangement.recorded),
})
