import type { Context } from '../input/context.ts'
import type { Policy } from '../input/policy.ts'
import type { ReadArrangement, ReadCase, ReadContact, ReadRepayment } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import { localDay } from '../time/timeZone.ts'
import { bucketOf } from '../words/buckets.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { contactPointer } from '../words/pointer.ts'
import { readCircumstances, readWishes } from './circumstances.ts'
import {
  countContacts,
  findBestHour,
  findCallbackAsked,
  findClaimedPaid,
  findTwoWay,
  readReachability,
  readUnanswered,
} from './contacts.ts'
import { measureDelinquency } from './delinquency.ts'
import type { ArrangementState, CircumstanceSpan, Facts } from './facts.ts'
import { featureValues } from './features.ts'
import { readLedger } from './ledger.ts'
import type { ContactLedger } from './measured.ts'
import { measurePayments, measureRevolving } from './payments.ts'
import { readProfile } from './profile.ts'
import { readPromises } from './promises.ts'
import { type RowReading, readRows } from './rows.ts'
import { findTrouble } from './trouble.ts'

/**
 * Everything the record says as it was known at the context's `asOf`. `view` holds the lists as they stood then;
 * payments posted later or reversed by then are left out here as well.
 */
export function readFacts(view: ReadCase, context: Context): Facts {
  const { policy, asOfSecond: asOf } = context
  const { repayments, source, zone } = view
  const { loan } = source
  const today = localDay(zone, asOf)
  const daysPastDue = daysPastDueOf(view, today)
  const inArrears = loan.overdue > 0 && daysPastDue > 0
  const ledger = readLedger(view.contacts)
  const rows = readRows(repayments, today)
  const promises = readPromises(ledger, repayments, today, rows.lastPayment, policy.promise)
  const circumstances = readCircumstances(view, ledger, asOf, policy)
  const wishes = readWishes(view, ledger)
  const arrangement = runningArrangement(view.arrangements, today)
  const reach = readReachability(ledger, today)
  return {
    view,
    ledger,
    asOf,
    today,
    outstanding: loan.outstanding,
    overdue: loan.overdue,
    daysPastDue,
    bucket: bucketOf(daysPastDue),
    inArrears,
    instalment: instalmentOf(loan.instalment, repayments),
    rows: rows.rows,
    oldestUnpaid: rows.oldestUnpaid,
    overdueDiffers: overdueDiffers(loan.overdue, rows),
    promises: promises.promises,
    openPromise: promises.openPromise,
    brokenSincePayment: promises.brokenSincePayment,
    circumstances,
    optedOut: wishes.optedOut,
    visitWish: wishes.visitWish,
    appointment: wishes.appointment,
    arrangement,
    lastPayment: rows.lastPayment,
    lastTwoWay: findTwoWay(ledger),
    callbackAsked: findCallbackAsked(ledger),
    lastAsked: findAsked(ledger, circumstances, arrangement, asOf, today, policy),
    claimedPaid: findClaimedPaid(ledger, rows.lastPosted),
    unanswered: readUnanswered(ledger, reach.lastHeard, rows.lastPayment, zone, today, policy),
    bestHour: findBestHour(ledger, zone),
    trouble: findTrouble(rows, ledger, circumstances, inArrears, reach.lastHeard?.day, today),
    features: featureValues({
      view,
      today,
      daysPastDue,
      late: measureDelinquency(repayments, rows, source.paymentProfile ?? '', loan.overdue),
      paid: measurePayments(rows, today),
      used: measureRevolving(repayments, rows, creditLimitOf(loan), loan.outstanding),
      lastPayment: rows.lastPayment,
      promises,
      counts: countContacts(ledger, today),
      reach,
      policy: policy.promise,
    }),
    profile: readProfile(ledger, promises, reach, today, policy.promise),
  }
}

/** The lender's own age of the arrears, else that of `overdueSince`; 0 while nothing is overdue. */
function daysPastDueOf(view: ReadCase, today: EpochDay): number {
  const { overdue, daysPastDue } = view.source.loan
  if (overdue === 0) return 0
  if (daysPastDue !== undefined) return daysPastDue
  return view.overdueSince === undefined ? 0 : Math.max(0, today - view.overdueSince)
}

/** 0 where there is none: only a revolving loan has one. */
const creditLimitOf = ({ product, creditLimit }: ReadCase['source']['loan']): number =>
  product === 'revolving' ? (creditLimit ?? 0) : 0

function instalmentOf(instalment: number | undefined, repayments: readonly ReadRepayment[]): number | null {
  if (instalment !== undefined && instalment > 0) return instalment
  for (let i = repayments.length - 1; i >= 0; i--) {
    const { amount } = repayments[i] as ReadRepayment
    if (amount > 0) return amount
  }
  return null
}

/** `loan.overdue` less what the rows fallen due lack; where the lender counts periods itself, amounts are not compared. */
function overdueDiffers(
  overdue: number,
  { rows, countedByLender, unpaidAmount }: RowReading,
): number | undefined {
  if (rows.length === 0 || countedByLender) return undefined
  const difference = overdue - unpaidAmount
  return difference === 0 ? undefined : difference
}

/** The arrangement in force today, of several the one begun last. */
function runningArrangement(
  arrangements: readonly ReadArrangement[],
  today: EpochDay,
): ArrangementState | undefined {
  let running: ReadArrangement | undefined
  for (const arrangement of arrangements) {
    const { from, until, status } = arrangement
    const inForce = status === 'active' && from <= today && (until === undefined || until >= today)
    if (inForce && (running === undefined || from >= running.from)) running = arrangement
  }
  if (running === undefined) return undefined
  const { index, kind, from, until, instalment } = running
  return { pointer: `/arrangements/${index}`, kind, from, until, instalment }
}

/**
 * The newest sign that the borrower asked for help: an arrangement, a hardship declared or applied
 * for that is in force — these ask as long as they stand, so `at` is `asOf` — or, within `policy.recentDays.asked`,
 * hardship reported on any side's call or an inbound contact that was not to refuse or to raise a hold.
 */
function findAsked(
  { contacts, counts, anyBits }: ContactLedger,
  circumstances: readonly CircumstanceSpan[],
  arrangement: ArrangementState | undefined,
  asOf: EpochSecond,
  today: EpochDay,
  policy: Policy,
): Facts['lastAsked'] {
  if (arrangement !== undefined) return { at: asOf, evidence: arrangement.pointer }
  for (const { now, kind, pointer } of circumstances) {
    if (now && (kind === 'hardshipApplication' || kind === 'hardshipDeclared'))
      return { at: asOf, evidence: pointer }
  }
  if ((anyBits & (COUNTS_AS.hardship | COUNTS_AS.asks)) === 0) return undefined
  for (let i = contacts.length - 1; i >= 0; i--) {
    const { at, day, index } = contacts[i] as ReadContact
    const countsAs = counts[i] as number
    if (today - day > policy.recentDays.asked) return undefined
    const asks =
      (countsAs & COUNTS_AS.hardship) !== 0 ||
      (countsAs & (COUNTS_AS.own | COUNTS_AS.asks)) === (COUNTS_AS.own | COUNTS_AS.asks)
    if (asks) return { at, evidence: contactPointer(index) }
  }
  return undefined
}
