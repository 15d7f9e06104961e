import { localDay, type Zone } from '../time/timeZone.ts'
import { outcomeMeaning } from '../words/outcomes.ts'
import { AS_GIVEN, checkHours, checkNames, checkOrder, isNumber, report } from './contradictions.ts'
import type { Contradiction } from './crossing.ts'
import type { ParsedRecord } from './recordSchema.ts'
import type { Sound } from './sound.ts'

/**
 * Contradictions inside a record. They are looked for in whatever is sound, so that a wrong
 * type elsewhere does not hide them.
 */
export function contradictionsIn(record: Sound<ParsedRecord>): Contradiction[] {
  const found: Contradiction[] = []
  if (record.loan) checkLoan(record.loan, found)
  if (record.repayments) checkRepayments(record.repayments, found)
  if (record.contacts) checkContacts(record.contacts, record.timeZone, found)
  checkNames(found, record.contactPoints, 'key', '/contactPoints')
  if (record.circumstances) checkCircumstances(record.circumstances, found)
  if (record.arrangements) checkArrangements(record.arrangements, found)
  if (record.preferences) checkPreferences(record.preferences, found)
  return found
}

type Part<Key extends keyof ParsedRecord> = NonNullable<Sound<ParsedRecord>[Key]>

function checkLoan(loan: Part<'loan'>, found: Contradiction[]): void {
  const { outstanding, overdue, overdueSince, daysPastDue } = loan
  if (isNumber(overdue) && isNumber(outstanding) && overdue > outstanding)
    report(found, 'money.exceeds', '/loan/overdue', 'at most what is outstanding', overdue)
  checkComposition(loan, found)
  const path = '/loan/daysPastDue'
  if (isNumber(overdue) && overdue > 0 && overdueSince === undefined && daysPastDue === undefined)
    report(found, 'age.missing', path, 'daysPastDue or overdueSince where something is overdue', undefined)
  if (overdue === 0 && isNumber(daysPastDue) && daysPastDue > 0)
    report(found, 'age.differs', path, '0 days where nothing is overdue', daysPastDue)
}

function checkComposition(loan: Part<'loan'>, found: Contradiction[]): void {
  const { outstanding, principal, accruedInterest, charges } = loan
  if (principal === undefined && accruedInterest === undefined && charges === undefined) return
  if (principal === null || accruedInterest === null || charges === null) return
  const refuse = (expected: string, got: string) =>
    found.push({ code: 'money.composition', path: '/loan/principal', expected, got })
  if (principal === undefined || accruedInterest === undefined || charges === undefined)
    refuse('principal, accruedInterest and charges together', 'only some')
  else if (isNumber(outstanding) && principal + accruedInterest + charges !== outstanding)
    refuse('principal, accruedInterest and charges that add up to outstanding', 'another sum')
}

function checkRepayments(repayments: Part<'repayments'>, found: Contradiction[]): void {
  repayments.forEach((row, i) => {
    row?.paid?.forEach((payment, j) => {
      // Payments are often entered later and value-dated, so `postedOn` may be on any day; a payment cannot be
      // taken back before its own day, though.
      const path = `/repayments/${i}/paid/${j}/reversedOn`
      checkOrder(found, payment?.on, payment?.reversedOn, path, 'no day before the payment')
    })
  })
}

function checkContacts(
  contacts: Part<'contacts'>,
  timeZone: Sound<ParsedRecord>['timeZone'],
  found: Contradiction[],
): void {
  contacts.forEach((contact, i) => {
    if (!contact?.outcome) return
    const { outcome, promise } = contact
    const promised = outcomeMeaning(outcome).carriesPromise === true
    const path = `/contacts/${i}/promise`
    if (promised && promise === undefined)
      report(found, 'promise.missing', path, 'a promise with this outcome', undefined)
    if (!promised && promise)
      report(found, 'promise.unexpected', path, 'no promise with this outcome', promise)
    const by = promise?.by
    if (isNumber(by) && isNumber(contact.at) && timeZone && by < localDay(timeZone as Zone, contact.at))
      report(found, 'order.reversed', `${path}/by`, 'no day before that of the contact', AS_GIVEN)
  })
}

function checkCircumstances(circumstances: Part<'circumstances'>, found: Contradiction[]): void {
  circumstances.forEach((circumstance, i) => {
    if (!circumstance) return
    const { kind, since, until, driver } = circumstance
    const path = `/circumstances/${i}`
    checkOrder(found, since, until, `${path}/until`, 'no day before since')
    if (driver && kind && kind !== 'vulnerable')
      report(found, 'field.unknown', `${path}/driver`, 'a driver with the kind "vulnerable" only', driver)
  })
}

function checkArrangements(arrangements: Part<'arrangements'>, found: Contradiction[]): void {
  arrangements.forEach((arrangement, i) => {
    if (!arrangement) return
    const { kind, from, until, instalment } = arrangement
    const path = `/arrangements/${i}`
    checkOrder(found, from, until, `${path}/until`, 'no day before from')
    if (kind === 'restructure' && instalment === undefined)
      report(found, 'field.missing', `${path}/instalment`, 'the instalment of a restructure', undefined)
  })
}

function checkPreferences(preferences: Part<'preferences'>, found: Contradiction[]): void {
  for (const name of ['contactHours', 'avoidHours', 'agreedHours'] as const)
    checkHours(found, preferences[name], `/preferences/${name}`)
  const { from, to } = preferences.visitAppointment ?? {}
  if (isNumber(from) && isNumber(to) && to <= from)
    report(found, 'order.reversed', '/preferences/visitAppointment/to', 'an instant after from', AS_GIVEN)
}
