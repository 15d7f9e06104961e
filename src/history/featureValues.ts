import type { PromisePolicy } from '../input/policy.ts'
import type { ReadCase } from '../input/readCase.ts'
import { round6, shrunkShare } from '../numbers/maths.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { ContactCounts, Reachability } from './contacts.ts'
import { measureDelinquency } from './delinquency.ts'
import type { FeatureValues } from './features.ts'
import { measurePayments, measureRevolving } from './payments.ts'
import type { PromiseReading } from './promises.ts'
import type { RowReading } from './rows.ts'

/** One value for every row of `FEATURES`, in its order and written out, so that all of them have one shape. */
export function featureValues(
  view: ReadCase,
  reading: RowReading,
  promises: PromiseReading,
  counts: ContactCounts,
  reach: Reachability,
  daysPastDue: number,
  today: EpochDay,
  policy: PromisePolicy,
): FeatureValues {
  const { loan, paymentProfile } = view.source
  const { repayments } = view
  const late = measureDelinquency(repayments, reading, paymentProfile ?? '', loan.overdue)
  const paid = measurePayments(reading, today)
  const limit = loan.product === 'revolving' ? (loan.creditLimit ?? 0) : 0
  const used = measureRevolving(repayments, reading, limit, loan.outstanding)
  const { lastConversation } = reach
  return {
    daysPastDue,
    periodsBehind: late.periodsBehind,
    overdueShare: loan.outstanding === 0 ? null : round6(loan.overdue / loan.outstanding),
    worstBehind6: late.worstBehind6,
    worstBehind12: late.worstBehind12,
    shareLate6: late.shareLate6,
    shareLate12: late.shareLate12,
    sumBehind6: late.sumBehind6,
    periodsSinceLate: late.periodsSinceLate,
    behindTrend: late.behindTrend,
    rollDirection: late.rollDirection,
    cures: late.cures,
    relapses: late.relapses,
    periodsKnown: late.periodsKnown,
    paidShare1: paid.paidShare1,
    paidShare3: paid.paidShare3,
    paidShare6: paid.paidShare6,
    paidShare12: paid.paidShare12,
    partialShare6: paid.partialShare6,
    zeroPayShare6: paid.zeroPayShare6,
    daysLateLast: paid.daysLateLast,
    daysLateMedian: paid.daysLateMedian,
    daysLateMean: paid.daysLateMean,
    earlyShare12: paid.earlyShare12,
    daysSinceLastPayment: reading.lastPayment === undefined ? null : today - reading.lastPayment,
    sustainedPayment3: paid.sustainedPayment3,
    sustainedPayment6: paid.sustainedPayment6,
    utilisation: used.utilisation,
    utilisationMean6: used.utilisationMean6,
    utilisationTrend: used.utilisationTrend,
    paidToBalance1: used.paidToBalance1,
    paidToBalance3: used.paidToBalance3,
    paidToBalance6: used.paidToBalance6,
    leastPaidToBalance6: used.leastPaidToBalance6,
    paidToLimit1: used.paidToLimit1,
    paidToLimit6: used.paidToLimit6,
    noPaymentShare6: used.noPaymentShare6,
    inactiveShare6: used.inactiveShare6,
    technicalFailures90: counts.technicalFailures90,
    promisesMade: promises.promises.length,
    promisesKept: promises.kept,
    promisesPartlyKept: promises.partlyKept,
    promisesBroken: promises.broken,
    keptRate: keptRate(promises, policy),
    attempts1: counts.attempts1,
    attempts7: counts.attempts7,
    attempts30: counts.attempts30,
    contactsMade30: counts.contactsMade30,
    rightPartyRate: reach.rightPartyRate,
    consecutiveFailures: reach.consecutiveFailures,
    daysSinceConversation: lastConversation === undefined ? null : today - lastConversation.day,
    invalidPoints: countInvalid(view),
  }
}

function keptRate({ kept, partlyKept, broken }: PromiseReading, policy: PromisePolicy): number | null {
  const ended = kept + partlyKept + broken
  return ended === 0 ? null : round6(shrunkShare(kept, ended, policy.priorShare, policy.priorWeight))
}

function countInvalid({ contactPoints }: ReadCase): number {
  let invalid = 0
  for (const { status } of contactPoints) if (status === 'invalid') invalid++
  return invalid
}
