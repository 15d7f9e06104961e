import { type EpochDay, formatDay, parseDay } from '../time/civilDay.ts'
import { type EpochSecond, parseInstant } from '../time/instant.ts'
import { localDay, type Zone } from '../time/timeZone.ts'
import type { Issue, IssueCode, Parsed } from '../words/issue.ts'
import type { BorrowerCase } from './borrowerCase.ts'
import type { Context } from './context.ts'
import { INSTANT } from './fields.ts'
import { isFull, told } from './issueLimit.ts'
import { issueOf, kindOf, shownValue } from './issueOf.ts'
import type { ReadCase, ReadPayment, ReadRepayment } from './readCase.ts'
import type { Sound } from './sound.ts'

/** What depends on the instant of the decision. */

/** The part of a context that says when. */
export type When = Pick<Context, 'asOfSecond' | 'later'>

/** Reads `asOf` of a context: an instant with its offset. */
export function parseAsOf(
  value: unknown,
): Parsed<{ readonly asOf: string; readonly asOfSecond: EpochSecond }> {
  const refused = (code: IssueCode, got: string) =>
    ({ ok: false, issues: [issueOf(code, '/asOf', INSTANT, got)] }) as const
  if (value === undefined) return refused('field.missing', 'nothing')
  if (typeof value !== 'string') return refused('type.wrong', kindOf(value))
  const asOfSecond = parseInstant(value)
  if (asOfSecond === undefined) return refused('instant.invalid', shownValue(value))
  return { ok: true, value: { asOf: value, asOfSecond } }
}

/**
 * Why a context refuses a case that is sound in itself: with `later: 'reject'` everything in its lists that is later
 * than `asOf`; always an `overdueSince` after that day, or one that disagrees with `daysPastDue`.
 */
export function asOfIssues(read: ReadCase, when: When): readonly Issue[] {
  const today = localDay(read.zone, when.asOfSecond)
  const aged = agesAgree(read, today)
  if (aged && (when.later === 'ignore' || isAllKnown(read, when.asOfSecond, today))) return NO_ISSUES
  return told(soundAsOfIssues(read.source, read.zone, when))
}

/** Shared and never changed: nearly every case has none. */
const NO_ISSUES: readonly Issue[] = Object.freeze([])

/**
 * The lists as they stood at `asOf`: with `later: 'ignore'` without what came later, by the day or instant at which
 * it was known; the case itself where nothing did, or where the context refuses such cases anyway.
 */
export function viewAsOf(read: ReadCase, when: When): ReadCase {
  const asOf = when.asOfSecond
  if (when.later === 'reject') return read
  const today = localDay(read.zone, asOf)
  if (isAllKnown(read, asOf, today)) return read
  const { budget, ...unbudgeted } = read.source
  const budgetLater = isLater(read.budgetOn, today)
  return {
    ...read,
    source: budgetLater ? unbudgeted : read.source,
    budgetOn: budgetLater ? undefined : read.budgetOn,
    repayments: read.repayments.map((row) => rowAsOf(row, today)),
    contacts: read.contacts.filter(({ at }) => at <= asOf),
    notices: read.notices.filter(({ at }) => at <= asOf),
    consents: read.consents.filter(({ at }) => at <= asOf),
    circumstances: read.circumstances.filter(({ recorded }) => !isLater(recorded, asOf)),
    arrangements: read.arrangements.filter(({ recorded }) => !isLater(recorded, asOf)),
    appointment: isLater(read.appointment?.recorded, asOf) ? undefined : read.appointment,
    latestDay: Math.min(read.latestDay, today),
    latestSecond: Math.min(read.latestSecond, asOf),
  }
}

function rowAsOf(row: ReadRepayment, today: EpochDay): ReadRepayment {
  if (!row.paid.some((payment) => isPaymentLater(payment, today))) return row
  const known = row.paid.filter(({ on, postedOn }) => on <= today && postedOn <= today)
  return {
    ...row,
    paid: known.map((payment) =>
      isLater(payment.reversedOn, today) ? { ...payment, reversedOn: undefined } : payment,
    ),
  }
}

const isLater = (point: number | undefined, bound: number): boolean => point !== undefined && point > bound
const isPaymentLater = ({ on, postedOn, reversedOn }: ReadPayment, today: EpochDay): boolean =>
  on > today || postedOn > today || isLater(reversedOn, today)

/** Whether nothing in the lists is later than `asOf`, whose day for the borrower is `today`. */
const isAllKnown = (read: ReadCase, asOf: EpochSecond, today: EpochDay): boolean =>
  read.latestDay <= today && read.latestSecond <= asOf

function agesAgree(read: ReadCase, today: EpochDay): boolean {
  const { daysPastDue } = read.source.loan
  if (read.overdueSince === undefined) return true
  return (
    read.overdueSince <= today && (daysPastDue === undefined || daysPastDue === today - read.overdueSince)
  )
}

/** The same issues from whatever is sound of a record, in its own order and with its own indices, until it is full. */
export function soundAsOfIssues(record: Sound<BorrowerCase>, zone: Zone, when: When): Issue[] {
  const issues: Issue[] = []
  const today = localDay(zone, when.asOfSecond)
  const ageIssue = record.loan ? ageOf(record.loan, today) : undefined
  if (ageIssue) issues.push(ageIssue)
  if (when.later === 'reject')
    for (const issue of laterIssues(record, formatDay(today), when.asOfSecond)) {
      issues.push(issue)
      if (isFull(issues)) break
    }
  return issues
}

function ageOf(loan: NonNullable<Sound<BorrowerCase>['loan']>, today: EpochDay): Issue | undefined {
  const { overdueSince, daysPastDue } = loan
  if (!overdueSince) return undefined
  const age = today - (parseDay(overdueSince) as EpochDay)
  if (age < 0) return later('/loan/overdueSince', overdueSince)
  if (typeof daysPastDue !== 'number' || daysPastDue === age) return undefined
  const expected = 'the days from overdueSince to the day of asOf'
  return issueOf('age.differs', '/loan/daysPastDue', expected, shownValue(daysPastDue))
}

const later = (path: string, value: string): Issue =>
  issueOf('time.afterAsOf', path, 'nothing later than asOf', shownValue(value))

/** What is later than `asOf`, field by field, from the texts of a record: days that exist compare as text does. */
function* laterIssues(record: Sound<BorrowerCase>, today: string, asOf: EpochSecond): Generator<Issue> {
  for (const [i, row] of (record.repayments ?? []).entries())
    for (const [j, payment] of (row?.paid ?? []).entries()) {
      if (!payment) continue
      const path = `/repayments/${i}/paid/${j}`
      const { on, postedOn, reversedOn } = payment
      if (on && on > today) yield later(`${path}/on`, on)
      else {
        if (postedOn && postedOn > today) yield later(`${path}/postedOn`, postedOn)
        if (reversedOn && reversedOn > today) yield later(`${path}/reversedOn`, reversedOn)
      }
    }
  yield* laterEntries('/contacts', 'at', record.contacts, asOf)
  yield* laterEntries('/notices', 'at', record.notices, asOf)
  if (record.budget?.on && record.budget.on > today) yield later('/budget/on', record.budget.on)
  yield* laterEntries('/circumstances', 'recorded', record.circumstances, asOf)
  yield* laterEntries('/preferences/consents', 'at', record.preferences?.consents, asOf)
  const made = record.preferences?.visitAppointment?.recorded
  if (made && (parseInstant(made) as EpochSecond) > asOf)
    yield later('/preferences/visitAppointment/recorded', made)
  yield* laterEntries('/arrangements', 'recorded', record.arrangements, asOf)
}

function* laterEntries<Field extends string>(
  path: string,
  field: Field,
  entries: readonly ({ readonly [F in Field]?: string | null } | null)[] | null | undefined,
  asOf: EpochSecond,
): Generator<Issue> {
  for (const [i, entry] of (entries ?? []).entries()) {
    const text = entry?.[field]
    if (text && (parseInstant(text) as EpochSecond) > asOf) yield later(`${path}/${i}/${field}`, text)
  }
}
