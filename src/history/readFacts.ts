import type { Context } from '../input/context.ts'
import type { ReadCase, ReadRepayment } from '../input/readCase.ts'
import { bucketOf } from '../kernel/bucket.ts'
import type { EpochDay } from '../kernel/civilDay.ts'
import { localDay } from '../kernel/timeZone.ts'
import { readArrangements } from './arrangements.ts'
import { findAsked } from './asked.ts'
import { readCircumstances } from './circumstances.ts'
import {
  countContacts,
  findBestHour,
  findCallbackAsked,
  findClaimedPaid,
  findTwoWay,
  readUnanswered,
} from './contacts.ts'
import type { Facts } from './facts.ts'
import { featureValues } from './featureValues.ts'
import { markContacts, THIRD_PARTY_REFUSED } from './marks.ts'
import { readProfile } from './profile.ts'
import { readPromises } from './promises.ts'
import { readReachability } from './reachability.ts'
import { type RowReading, readRows } from './rows.ts'
import { findTrouble } from './trouble.ts'
import { readWishes } from './wishes.ts'

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
  const contacts = markContacts(view.contacts)
  const rows = readRows(repayments, today)
  const promises = readPromises(contacts, repayments, today, rows.lastPayment, policy.promise)
  const circumstances = readCircumstances(view, contacts, asOf, policy)
  const wishes = readWishes(view, contacts)
  const { arrangement, lastRestructureFrom } = readArrangements(view.arrangements, today)
  const reach = readReachability(contacts, today)
  return {
    view,
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
    lastRestructureFrom,
    thirdPartyRefused: (contacts.some & THIRD_PARTY_REFUSED) !== 0,
    lastPayment: rows.lastPayment,
    lastConversation: reach.lastConversation?.at,
    lastTwoWay: findTwoWay(contacts),
    callbackAsked: findCallbackAsked(contacts),
    lastAsked: findAsked(contacts, circumstances, arrangement, asOf, today, policy),
    claimedPaid: findClaimedPaid(contacts, rows.lastPosted),
    unanswered: readUnanswered(contacts, reach.lastHeard, rows.lastPayment, zone, today, policy),
    bestHour: findBestHour(contacts, zone),
    trouble: findTrouble(rows, contacts, circumstances, inArrears, reach.lastHeard?.day, today),
    features: featureValues(
      view,
      rows,
      promises,
      countContacts(contacts, today),
      reach,
      daysPastDue,
      today,
      policy.promise,
    ),
    profile: readProfile(contacts, promises, reach, today, policy.promise),
  }
}

/** The lender's own age of the arrears, else that of `overdueSince`; 0 while nothing is overdue. */
function daysPastDueOf(view: ReadCase, today: EpochDay): number {
  const { overdue, daysPastDue } = view.source.loan
  if (overdue === 0) return 0
  if (daysPastDue !== undefined) return daysPastDue
  return view.overdueSince === undefined ? 0 : Math.max(0, today - view.overdueSince)
}

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
