import type { Context } from '../input/context.ts'
import type { Policy } from '../input/policy.ts'
import type { ReadArrangement, ReadCase, ReadContact, ReadRepayment } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import { localDay, startOfDay, type Zone } from '../time/timeZone.ts'
import { bucketOf } from '../words/buckets.ts'
import type { CircumstanceKind } from '../words/circumstances.ts'
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
} from './contacts.ts'
import { measureDelinquency } from './delinquency.ts'
import type { ArrangementState, CircumstanceSpan, Facts } from './facts.ts'
import { featureValues } from './features.ts'
import { readLedger } from './ledger.ts'
import type { ContactLedger } from './measured.ts'
import { readPayday } from './payday.ts'
import { measurePayments, measureRevolving } from './payments.ts'
import { readProfile } from './profile.ts'
import { readPromises } from './promises.ts'
import { conversationsSince, readReach } from './reach.ts'
import { type RowReading, readRows } from './rows.ts'
import { arrangementShortfall } from './shortfall.ts'
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
  const arrangement = runningArrangement(view.arrangements, today, zone)
  const agreed = arrangement && { at: arrangement.agreedAt, evidence: arrangement.pointer }
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
    shortfall: arrangementShortfall(arrangement, rows.rows, today, policy.promise),
    lastPayment: rows.lastPayment,
    lastTwoWay: findTwoWay(ledger),
    callbackAsked: findCallbackAsked(ledger),
    lastAsked: findAsked(ledger, standingSign(ASKS_FOR_HELP, circumstances, agreed), today, policy),
    lastContactRequest: findContactRequest(
      ledger,
      standingSign(ASKS_FOR_CONTACT, circumstances, agreed),
      today,
      policy,
    ),
    claimedPaid: findClaimedPaid(ledger, rows.lastPosted),
    reach: readReach(ledger, today),
    talksSincePayment: conversationsSince(ledger, rows.lastPayment),
    payday: readPayday(rows),
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
  zone: Zone,
): ArrangementState | undefined {
  let running: ReadArrangement | undefined
  for (const arrangement of arrangements) {
    const { from, until, status } = arrangement
    const inForce = status === 'active' && from <= today && (until === undefined || until >= today)
    if (inForce && (running === undefined || from >= running.from)) running = arrangement
  }
  if (running === undefined) return undefined
  const { index, kind, from, until, instalment, recorded } = running
  const agreedAt = recorded ?? startOfDay(zone, from)
  return { pointer: `/arrangements/${index}`, kind, from, until, instalment, agreedAt }
}

interface AskingSign {
  readonly at: EpochSecond
  readonly evidence: string
}

const laterSign = (a: AskingSign | undefined, b: AskingSign): AskingSign =>
  a === undefined || b.at > a.at ? b : a

/** What asks as long as it stands, newest first by when it began: an arrangement, and circumstances of these kinds. */
function standingSign(
  kinds: ReadonlySet<CircumstanceKind>,
  circumstances: readonly CircumstanceSpan[],
  arrangement: AskingSign | undefined,
): AskingSign | undefined {
  let sign = arrangement
  for (const { now, kind, from, pointer } of circumstances) {
    if (now && kinds.has(kind)) sign = laterSign(sign, { at: from, evidence: pointer })
  }
  return sign
}

const ASKS_FOR_HELP: ReadonlySet<CircumstanceKind> = new Set(['hardshipApplication', 'hardshipDeclared'])
const ASKS_FOR_CONTACT: ReadonlySet<CircumstanceKind> = new Set(['hardshipApplication'])

/**
 * The newest sign that the borrower asked for help: what stands (an arrangement, a hardship declared or applied for),
 * or, within `policy.recentDays.asked`, hardship reported on any side's call or an inbound contact that was not to
 * refuse or to raise a hold. Its instant is when it was asked, so that a later hold can be told from an earlier one.
 */
function findAsked(
  { contacts, counts, anyBits }: ContactLedger,
  standing: AskingSign | undefined,
  today: EpochDay,
  policy: Policy,
): AskingSign | undefined {
  if ((anyBits & (COUNTS_AS.hardship | COUNTS_AS.asks)) === 0) return standing
  for (let i = contacts.length - 1; i >= 0; i--) {
    const { at, day, index } = contacts[i] as ReadContact
    const countsAs = counts[i] as number
    if (today - day > policy.recentDays.asked) return standing
    const asks =
      (countsAs & COUNTS_AS.hardship) !== 0 ||
      (countsAs & (COUNTS_AS.own | COUNTS_AS.asks)) === (COUNTS_AS.own | COUNTS_AS.asks)
    if (asks) return laterSign(standing, { at, evidence: contactPointer(index) })
  }
  return standing
}

/** The newest request for contact: what stands, or a call back asked for within `policy.recentDays.asked`. */
function findContactRequest(
  { contacts, counts }: ContactLedger,
  standing: AskingSign | undefined,
  today: EpochDay,
  policy: Policy,
): AskingSign | undefined {
  for (let i = contacts.length - 1; i >= 0; i--) {
    const { at, day, index, outcome } = contacts[i] as ReadContact
    if (today - day > policy.recentDays.asked) return standing
    const own = ((counts[i] as number) & COUNTS_AS.own) !== 0
    if (own && outcome === 'callbackRequested')
      return laterSign(standing, { at, evidence: contactPointer(index) })
  }
  return standing
}
