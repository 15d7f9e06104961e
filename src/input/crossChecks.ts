import { formatDay } from '../time/civilDay.ts'
import { parseInstant } from '../time/instant.ts'
import { findZone, localDay, type Zone } from '../time/timeZone.ts'
import type { Issue } from '../words/issue.ts'
import { outcomeMeaning } from '../words/outcomes.ts'
import type { BorrowerCase } from './borrowerCase.ts'
import type { Sound } from './checkShape.ts'
import { checkHours, checkNames, checkOrder, isNumber, report } from './contradictions.ts'
import { issueOf } from './issueOf.ts'

/**
 * Contradictions inside a record. They are looked for in whatever is sound, so that a wrong
 * type elsewhere does not hide them.
 */
export function crossIssues(record: Sound<BorrowerCase>): Issue[] {
  const issues: Issue[] = []
  if (record.loan) checkLoan(record.loan, issues)
  if (record.repayments) checkRepayments(record.repayments, issues)
  if (record.contacts) checkContacts(record.contacts, record.timeZone, issues)
  checkNames(issues, record.contactPoints, 'key', '/contactPoints')
  if (record.circumstances) checkCircumstances(record.circumstances, issues)
  if (record.arrangements) checkArrangements(record.arrangements, issues)
  if (record.preferences) checkPreferences(record.preferences, issues)
  return issues
}

type Part<Key extends keyof BorrowerCase> = NonNullable<Sound<BorrowerCase>[Key]>

function checkLoan(loan: Part<'loan'>, issues: Issue[]): void {
  const { outstanding, overdue, overdueSince, daysPastDue } = loan
  if (isNumber(overdue) && isNumber(outstanding) && overdue > outstanding)
    report(issues, 'money.exceeds', '/loan/overdue', 'at most what is outstanding', overdue)
  checkComposition(loan, issues)
  const path = '/loan/daysPastDue'
  if (isNumber(overdue) && overdue > 0 && overdueSince === undefined && daysPastDue === undefined)
    report(issues, 'age.missing', path, 'daysPastDue or overdueSince where something is overdue', undefined)
  if (overdue === 0 && isNumber(daysPastDue) && daysPastDue > 0)
    report(issues, 'age.differs', path, '0 days where nothing is overdue', daysPastDue)
}

function checkComposition(loan: Part<'loan'>, issues: Issue[]): void {
  const { outstanding, principal, accruedInterest, charges } = loan
  if (principal === undefined && accruedInterest === undefined && charges === undefined) return
  if (principal === null || accruedInterest === null || charges === null) return
  const refuse = (expected: string, got: string) =>
    issues.push(issueOf('money.composition', '/loan/principal', expected, got))
  if (principal === undefined || accruedInterest === undefined || charges === undefined)
    refuse('principal, accruedInterest and charges together', 'only some')
  else if (isNumber(outstanding) && principal + accruedInterest + charges !== outstanding)
    refuse('principal, accruedInterest and charges that add up to outstanding', 'another sum')
}

function checkRepayments(repayments: Part<'repayments'>, issues: Issue[]): void {
  repayments.forEach((row, i) => {
    row?.paid?.forEach((payment, j) => {
      // Payments are often entered later and value-dated, so `postedOn` may be on any day; a payment cannot be
      // taken back before its own day, though.
      const path = `/repayments/${i}/paid/${j}/reversedOn`
      checkOrder(issues, payment?.on, payment?.reversedOn, path, 'no day before the payment')
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
    const promised = outcomeMeaning(outcome).carriesPromise === true
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

function checkCircumstances(circumstances: Part<'circumstances'>, issues: Issue[]): void {
  circumstances.forEach((circumstance, i) => {
    if (!circumstance) return
    const { kind, since, until, driver } = circumstance
    const path = `/circumstances/${i}`
    checkOrder(issues, since, until, `${path}/until`, 'no day before since')
    if (driver && kind && kind !== 'vulnerable')
      report(issues, 'field.unknown', `${path}/driver`, 'a driver with the kind "vulnerable" only', driver)
  })
}

function checkArrangements(arrangements: Part<'arrangements'>, issues: Issue[]): void {
  arrangements.forEach((arrangement, i) => {
    if (!arrangement) return
    const { kind, from, until, instalment } = arrangement
    const path = `/arrangements/${i}`
    checkOrder(issues, from, until, `${path}/until`, 'no day before from')
    if (kind === 'restructure' && instalment === undefined)
      report(issues, 'field.missing', `${path}/instalment`, 'the instalment of a restructure', undefined)
  })
}

function checkPreferences(preferences: Part<'preferences'>, issues: Issue[]): void {
  for (const name of ['contactHours', 'avoidHours', 'agreedHours'] as const)
    checkHours(issues, preferences[name], `/preferences/${name}`)
  const { from, to } = preferences.visitAppointment ?? {}
  if (from && to && (parseInstant(to) as number) <= (parseInstant(from) as number))
    report(issues, 'order.reversed', '/preferences/visitAppointment/to', 'an instant after from', to)
}
