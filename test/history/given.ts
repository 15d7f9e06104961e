import type { Facts } from '../../src/history/facts.ts'
import { readFacts } from '../../src/history/readFacts.ts'
import type { BorrowerCase, Contact, Repayment } from '../../src/input/borrowerCase.ts'
import type { Context } from '../../src/input/context.ts'
import type { ReadCase, ReadContact, ReadRepayment } from '../../src/input/readCase.ts'
import { parseDay } from '../../src/kernel/civilDay.ts'
import { parseInstant } from '../../src/kernel/instant.ts'
import { findZone, localDay, type Zone } from '../../src/kernel/timeZone.ts'
import { DEFAULT_POLICY } from '../../src/policy/defaultPolicy.ts'

/** Noon in Shanghai on Wednesday 25 November 2026, the `asOf` of these tests unless they say otherwise. */
export const NOON = '2026-11-25T12:00:00+08:00'

/** A day number, or a throw where the text names no day. */
export function day(text: string): number {
  const read = parseDay(text)
  if (read === undefined) throw new Error(`no day: ${text}`)
  return read
}

/** Seconds since 1970, or a throw where the text names no instant. */
export function instant(text: string): number {
  const read = parseInstant(text)
  if (read === undefined) throw new Error(`no instant: ${text}`)
  return read
}

const maybeDay = (text: string | undefined) => (text === undefined ? undefined : day(text))
const maybeInstant = (text: string | undefined) => (text === undefined ? undefined : instant(text))

/** The smallest instalment loan 31 days past due, with what a test changes in it. */
export const someCase = (changes: Partial<BorrowerCase> = {}): BorrowerCase => ({
  id: 'b-1',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  loan: { product: 'instalment', outstanding: 500000, overdue: 50000, daysPastDue: 31, instalment: 50000 },
  ...changes,
})

/**
 * Reads a case the way the input room promises to, without its checks and without its cut at `asOf`: history's tests
 * stand on what a `ReadCase` says of itself, not on the room that makes it.
 */
export function read(source: BorrowerCase): ReadCase {
  const zone = findZone(source.timeZone) as Zone
  const { loan } = source
  const appointment = source.preferences?.visitAppointment
  return {
    source,
    borrower: source.borrower ?? source.id,
    zone,
    actor: source.actor ?? 'lender',
    overdueSince: maybeDay(loan.overdueSince),
    nextDueDay: maybeDay(loan.nextDueDay),
    opened: maybeDay(loan.opened),
    limitationUntil: maybeDay(loan.limitationUntil),
    repayments: (source.repayments ?? [])
      .map(readRow)
      .sort(
        (a, b) => a.due - b.due || a.amount - b.amount || compare(rowText(source, a), rowText(source, b)),
      ),
    contacts: (source.contacts ?? [])
      .map((contact, index) => readContact(contact, index, source, zone))
      .sort(
        (a, b) =>
          a.at - b.at ||
          compare(a.channel, b.channel) ||
          compare(contactText(source, a), contactText(source, b)),
      ),
    contactPoints: (source.contactPoints ?? []).map((point, index) => ({
      index,
      key: point.key,
      channel: point.channel,
      kind: point.kind,
      status: point.status ?? 'unverified',
      party: point.party ?? 'borrower',
      zone,
    })),
    notices: [],
    budgetOn: undefined,
    circumstances: (source.circumstances ?? []).map((circumstance, index) => ({
      index,
      kind: circumstance.kind,
      since: maybeDay(circumstance.since),
      until: maybeDay(circumstance.until),
      evidence: circumstance.evidence,
      recorded: maybeInstant(circumstance.recorded),
    })),
    consents: [],
    contactHours: undefined,
    avoidHours: undefined,
    agreedHours: undefined,
    appointment: appointment && {
      from: instant(appointment.from),
      to: instant(appointment.to),
      recorded: maybeInstant(appointment.recorded),
    },
    arrangements: (source.arrangements ?? []).map((arrangement, index) => ({
      index,
      kind: arrangement.kind,
      from: day(arrangement.from),
      until: maybeDay(arrangement.until),
      instalment: arrangement.instalment,
      status: arrangement.status,
      recorded: maybeInstant(arrangement.recorded),
    })),
  }
}

function readRow(row: Repayment, index: number): ReadRepayment {
  const paid = (row.paid ?? []).map((payment) => ({
    on: day(payment.on),
    amount: payment.amount,
    postedOn: day(payment.postedOn ?? payment.on),
    reversedOn: maybeDay(payment.reversedOn),
  }))
  return {
    index,
    due: day(row.due),
    amount: row.amount,
    balance: row.balance,
    behind: row.behind,
    paid: paid.sort((a, b) => a.on - b.on || a.amount - b.amount),
  }
}

function readContact(contact: Contact, index: number, source: BorrowerCase, zone: Zone): ReadContact {
  const at = instant(contact.at)
  return {
    index,
    at,
    day: localDay(zone, at),
    channel: contact.channel,
    inbound: contact.direction === 'inbound',
    party: contact.party ?? 'unknown',
    outcome: contact.outcome,
    promise: contact.promise && { amount: contact.promise.amount, by: day(contact.promise.by) },
    point: contact.point,
    own: (contact.account ?? source.id) === source.id,
    by: contact.by ?? source.actor ?? 'lender',
    automated: contact.agent === 'automated',
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const rowText = (source: BorrowerCase, { index }: ReadRepayment) => JSON.stringify(source.repayments?.[index])
const contactText = (source: BorrowerCase, { index }: ReadContact) => JSON.stringify(source.contacts?.[index])

/** What history reads of a context. */
export const contextAt = (asOf: string): Context =>
  ({ asOf, asOfSecond: instant(asOf), later: 'ignore', policy: DEFAULT_POLICY }) as unknown as Context

/** The facts of a case as of an instant. */
export const factsOf = (changes: Partial<BorrowerCase> = {}, asOf: string = NOON): Facts =>
  readFacts(read(someCase(changes)), contextAt(asOf))
