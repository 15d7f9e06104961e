import { formatDay } from '../kernel/civilDay.ts'
import { parseInstant } from '../kernel/instant.ts'
import type { Issue, IssueCode } from '../kernel/issue.ts'
import { findZone, localDay, type Zone } from '../kernel/timeZone.ts'
import type { BorrowerCase } from './borrowerCase.ts'
import type { Sound } from './checkShape.ts'
import { issueOf, shownValue } from './issueOf.ts'

/**
 * Contradictions inside a record: contract.md section 4. They are looked for in whatever is sound, so that a wrong
 * type elsewhere does not hide them: a field is `undefined` where it was not given and `null` where it is at fault
 * already. Days and times of day that exist compare as text does.
 */
export function crossIssues(record: Sound<BorrowerCase>): Issue[] {
  const issues: Issue[] = []
  if (record.loan) checkLoan(record.loan, issues)
  if (record.repayments) checkRepayments(record.repayments, issues)
  if (record.contacts) checkContacts(record.contacts, record.timeZone, issues)
  if (record.contactPoints) checkKeys(record.contactPoints, issues)
  if (record.circumstances) checkCircumstances(record.circumstances, issues)
  if (record.arrangements) checkArrangements(record.arrangements, issues)
  if (record.preferences) checkPreferences(record.preferences, issues)
  return issues
}

type Part<Key extends keyof BorrowerCase> = NonNullable<Sound<BorrowerCase>[Key]>

function report(issues: Issue[], code: IssueCode, path: string, expected: string, value: unknown): void {
  issues.push(issueOf(code, path, expected, value === undefined ? 'nothing' : shownValue(value)))
}

function checkLoan(loan: Part<'loan'>, issues: Issue[]): void {
  const { outstanding, overdue, overdueSince, daysPastDue } = loan
  if (isNumber(overdue) && isNumber(outstanding) && overdue > outstanding)
    report(issues, 'money.exceeds', '/loan/overdue', 'at most what is outstanding', overdue)
  checkComposition(loan, issues)
  if (!isNumber(overdue)) return
  if (overdue > 0 && overdueSince === undefined && daysPastDue === undefined)
    report(
      issues,
      'age.missing',
      '/loan/daysPastDue',
      'daysPastDue or overdueSince where something is overdue',
      undefined,
    )
  if (overdue === 0 && isNumber(daysPastDue) && daysPastDue > 0)
    report(issues, 'age.differs', '/loan/daysPastDue', '0 days where nothing is overdue', daysPastDue)
}

function checkComposition(loan: Part<'loan'>, issues: Issue[]): void {
  const { outstanding, principal, accruedInterest, charges } = loan
  if (principal === undefined && accruedInterest === undefined && charges === undefined) return
  if (principal === null || accruedInterest === null || charges === null) return
  if (principal === undefined || accruedInterest === undefined || charges === undefined)
    issues.push(
      issueOf(
        'money.composition',
        '/loan/principal',
        'principal, accruedInterest and charges together',
        'only some',
      ),
    )
  else if (isNumber(outstanding) && principal + accruedInterest + charges !== outstanding)
    issues.push(
      issueOf(
        'money.composition',
        '/loan/principal',
        'principal, accruedInterest and charges that add up to outstanding',
        'another sum',
      ),
    )
}

function checkRepayments(repayments: Part<'repayments'>, issues: Issue[]): void {
  repayments.forEach((row, i) => {
    row?.paid?.forEach((payment, j) => {
      // Payments are often entered later and value-dated, so `postedOn` may be on any day; a payment cannot be
      // taken back before its own day, though.
      if (payment && isBefore(payment.reversedOn, payment.on))
        report(
          issues,
          'order.reversed',
          `/repayments/${i}/paid/${j}/reversedOn`,
          'no day before the payment',
          payment.reversedOn,
        )
    })
  })
}

function checkContacts(
  contacts: Part<'contacts'>,
  timeZone: string | null | undefined,
  issues: Issue[],
): void {
  const zone = timeZone ? findZone(timeZone) : undefined
  contacts.forEach((contact, i) => {
    if (!contact?.outcome) return
    const { outcome, promise } = contact
    const promised = outcome === 'promise' || outcome === 'partialPromise'
    const path = `/contacts/${i}/promise`
    if (promised && promise === undefined)
      report(issues, 'promise.missing', path, 'a promise with this outcome', undefined)
    if (!promised && promise)
      report(issues, 'promise.unexpected', path, 'no promise with this outcome', promise)
    if (promise?.by && contact.at && zone && promise.by < dayOf(contact.at, zone))
      report(issues, 'order.reversed', `${path}/by`, 'no day before that of the contact', promise.by)
  })
}

const dayOf = (instant: string, zone: Zone): string =>
  formatDay(localDay(zone, parseInstant(instant) as number))

function checkKeys(points: Part<'contactPoints'>, issues: Issue[]): void {
  const known = new Set<string>()
  points.forEach((point, i) => {
    if (!point?.key) return
    if (known.has(point.key))
      issues.push(
        issueOf('id.duplicate', `/contactPoints/${i}/key`, 'another key for every point', 'one again'),
      )
    known.add(point.key)
  })
}

function checkCircumstances(circumstances: Part<'circumstances'>, issues: Issue[]): void {
  circumstances.forEach((circumstance, i) => {
    if (!circumstance) return
    const { kind, since, until, driver } = circumstance
    const path = `/circumstances/${i}`
    if (isBefore(until, since))
      report(issues, 'order.reversed', `${path}/until`, 'no day before since', until)
    if (driver && kind && kind !== 'vulnerable')
      report(issues, 'field.unknown', `${path}/driver`, 'a driver with the kind "vulnerable" only', driver)
  })
}

function checkArrangements(arrangements: Part<'arrangements'>, issues: Issue[]): void {
  arrangements.forEach((arrangement, i) => {
    if (!arrangement) return
    const { kind, from, until, instalment } = arrangement
    const path = `/arrangements/${i}`
    if (isBefore(until, from)) report(issues, 'order.reversed', `${path}/until`, 'no day before from', until)
    if (kind === 'restructure' && instalment === undefined)
      report(issues, 'field.missing', `${path}/instalment`, 'the instalment of a restructure', undefined)
  })
}

function checkPreferences(preferences: Part<'preferences'>, issues: Issue[]): void {
  for (const name of ['contactHours', 'avoidHours', 'agreedHours'] as const)
    preferences[name]?.forEach((hours, i) => {
      if (hours?.from && hours.to && hours.to <= hours.from)
        report(issues, 'order.reversed', `/preferences/${name}/${i}/to`, 'a time of day after from', hours.to)
    })
  const appointment = preferences.visitAppointment
  if (!appointment?.from || !appointment.to) return
  if ((parseInstant(appointment.to) as number) <= (parseInstant(appointment.from) as number))
    report(
      issues,
      'order.reversed',
      '/preferences/visitAppointment/to',
      'an instant after from',
      appointment.to,
    )
}

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number'

const isBefore = (day: string | null | undefined, other: string | null | undefined): boolean =>
  typeof day === 'string' && typeof other === 'string' && day < other
