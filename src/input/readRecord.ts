import { type EpochDay, WEEKDAYS } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import { localDay } from '../time/timeZone.ts'
import { CHANNELS } from '../words/channels.ts'
import { outcomePlace } from '../words/outcomes.ts'
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
import type { ReadCase, ReadContact, ReadHours, ReadProposed, ReadRepayment } from './readCase.ts'
import type { ParsedRecord } from './recordSchema.ts'

/** A record without a fault as later rooms see it: what it does not say filled in, its lists in order. */
export function readRecord(record: ParsedRecord): Omit<ReadCase, 'source'> {
  const { loan, preferences } = record
  const appointment = preferences?.visitAppointment
  const read = {
    borrower: record.borrower ?? record.id,
    zone: record.timeZone,
    actor: record.actor ?? 'lender',
    overdueSince: loan.overdueSince,
    nextDueDay: loan.nextDueDay,
    opened: loan.opened,
    limitationUntil: loan.limitationUntil,
    repayments: inOrder((record.repayments ?? []).map(repayment), byRepayment),
    contacts: inOrder(contacts(record), byContact),
    contactPoints: inOrder(
      (record.contactPoints ?? []).map((point, index) => ({
        index,
        key: point.key,
        channel: point.channel,
        kind: point.kind,
        status: point.status ?? 'unverified',
        party: point.party ?? 'borrower',
        zone: point.timeZone ?? record.timeZone,
      })),
      byContactPoint,
    ),
    notices: inOrder(
      (record.notices ?? []).map(({ kind, at }, index) => ({ index, kind, at })),
      byNotice,
    ),
    budgetOn: record.budget?.on,
    circumstances: inOrder(
      (record.circumstances ?? []).map(({ kind, since, until, evidence, recorded }, index) => ({
        index,
        kind,
        since,
        until,
        evidence,
        recorded,
      })),
      byCircumstance,
    ),
    consents: inOrder(
      (preferences?.consents ?? []).map(({ to, channel, at }, index) => ({ index, to, channel, at })),
      byConsent,
    ),
    contactHours: hours(preferences?.contactHours),
    avoidHours: hours(preferences?.avoidHours),
    agreedHours: hours(preferences?.agreedHours),
    appointment: appointment && {
      from: appointment.from,
      to: appointment.to,
      recorded: appointment.recorded,
    },
    arrangements: inOrder(
      (record.arrangements ?? []).map(({ kind, from, until, instalment, status, recorded }, index) => ({
        index,
        kind,
        from,
        until,
        instalment,
        status,
        recorded,
      })),
      byArrangement,
    ),
    latestDay: 0,
    latestSecond: 0,
  }
  read.latestDay = latestDay(read)
  read.latestSecond = latestSecond(read)
  return read
}

type Item<Key extends keyof ParsedRecord> = Extract<ParsedRecord[Key], readonly unknown[]>[number]

const NONE: readonly never[] = Object.freeze([])

const repayment = (row: Item<'repayments'>, index: number): ReadRepayment => ({
  index,
  due: row.due,
  amount: row.amount,
  balance: row.balance,
  behind: row.behind,
  paid:
    row.paid === undefined || row.paid.length === 0
      ? NONE
      : inOrder(
          row.paid.map(({ on, amount, postedOn, reversedOn }) => ({
            on,
            amount,
            postedOn: postedOn ?? on,
            reversedOn,
          })),
          byPayment,
        ),
})

const contacts = ({ id, actor = 'lender', timeZone, contacts = [] }: ParsedRecord): ReadContact[] =>
  contacts.map((contact, index) => ({
    index,
    at: contact.at,
    day: localDay(timeZone, contact.at),
    channel: contact.channel,
    channelPlace: CHANNELS.indexOf(contact.channel),
    inbound: contact.direction === 'inbound',
    party: contact.party ?? 'unknown',
    outcome: contact.outcome,
    outcomePlace: outcomePlace(contact.outcome),
    promise: contact.promise,
    point: contact.point,
    own: contact.account === undefined || contact.account === id,
    by: contact.by ?? actor,
    automated: contact.agent === 'automated',
    purpose: contact.purpose,
    ask: contact.ask,
    proposed: contact.proposed && readProposed(contact.proposed),
  }))

const readProposed = ({
  kind,
  measures = [],
  instalment,
  count,
  firstDue,
}: NonNullable<Item<'contacts'>['proposed']>): ReadProposed => ({
  kind,
  measures: [...measures].sort(),
  instalment,
  count,
  firstDue,
})

/** An empty list says as little as none. */
function hours(
  given: NonNullable<ParsedRecord['preferences']>['contactHours'],
): readonly ReadHours[] | undefined {
  if (given === undefined || given.length === 0) return undefined
  const read = given.map(({ days, from, to }) => ({
    days: days.reduce((bits, name) => bits | (1 << WEEKDAYS.indexOf(name)), 0),
    from,
    to,
  }))
  return inOrder(read, byHours)
}

type Lists = Pick<
  ReadCase,
  | 'repayments'
  | 'budgetOn'
  | 'contacts'
  | 'notices'
  | 'consents'
  | 'appointment'
  | 'circumstances'
  | 'arrangements'
>

function latestDay({ repayments, budgetOn }: Lists): EpochDay {
  let latest = budgetOn ?? 0
  for (const { paid } of repayments)
    for (const { on, postedOn, reversedOn } of paid) {
      if (on > latest) latest = on
      if (postedOn > latest) latest = postedOn
      if (reversedOn !== undefined && reversedOn > latest) latest = reversedOn
    }
  return latest
}

function latestSecond(read: Lists): EpochSecond {
  // Contacts, notices and consents are in order, so the last entry of each is its latest.
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
