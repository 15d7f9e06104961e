import type { Facts } from '../history/facts.ts'
import { formatDay } from '../time/civilDay.ts'
import type { Purpose } from '../words/purposes.ts'
import type { Because } from '../words/reason.ts'
import { isCalledIn } from './amountAsked.ts'
import { because, type DecideParams } from './choiceReasons.ts'
import type { Futures } from './futures.ts'
import type { Situation } from './situation.ts'
import { asksForVisit } from './visitStep.ts'

/** What a contact would be for, and why. */
export interface ContactPurpose {
  readonly purpose: Purpose
  readonly because: readonly Because<DecideParams>[]
}

/** Day 30 and younger is a reminder of something forgotten; older is a demand. */
const LAST_DAY_OF_REMINDING = 30

export function contactPurpose(situation: Situation, futures: Futures): ContactPurpose {
  const { facts, plans, reliefWanted, hardship, untraceable } = situation
  const { verdict } = plans.capacity
  const { arrangement } = facts
  if (situation.course.pauseEnds && arrangement?.until !== undefined) {
    const until = formatDay(arrangement.until)
    return { purpose: 'findOut', because: [because('pause.ending', { until }, [arrangement.pointer])] }
  }
  if (reliefWanted) {
    const why: Because<DecideParams>[] = []
    if (hardship !== undefined)
      why.push(because('hardship.known', { kind: hardship.kind }, [hardship.pointer]))
    why.push(capacityReason(situation))
    const offer = plans.restructure.viable || (plans.pause.viable && verdict !== 'unknown')
    if (offer && situation.contactFirst) why.unshift(needsContact(situation))
    return { purpose: offer ? 'offerPlan' : 'findOut', because: why }
  }
  if (untraceable !== undefined) {
    return { purpose: 'locate', because: [because('borrower.untraceable', {}, [untraceable.pointer])] }
  }
  if (!facts.inArrears) return { purpose: 'preDue', because: [] }
  if (situation.callbackAsked !== undefined) return { purpose: 'findOut', because: [situation.callbackAsked] }
  if (situation.shortfall !== undefined && facts.arrangement !== undefined) {
    const { kind, pointer } = facts.arrangement
    return {
      purpose: 'findOut',
      because: [because('arrangement.missed', { kind, ...situation.shortfall }, [pointer])],
    }
  }
  if (verdict === 'unknown' && facts.trouble.length > 0) {
    const gaps = facts.trouble.map(({ sign, evidence }) => because('information.gap', { sign }, evidence))
    return { purpose: 'findOut', because: gaps }
  }
  // Of a debt that is due whole nobody knows what to ask for before they know what can be paid.
  if (verdict === 'unknown' && isCalledIn(facts))
    return { purpose: 'findOut', because: [because('capacity.unknown'), arrearsSince(facts)] }
  if (asksForVisit(situation, futures))
    return { purpose: 'arrangeVisit', because: [because('visit.askFirst'), arrearsSince(facts)] }
  // Who answers and breaks a second promise may have promised more than they can: their means come first.
  if (facts.brokenSincePayment > 1 && verdict === 'unknown')
    return { purpose: 'findOut', because: [brokenPromise(situation), because('capacity.unknown')] }
  if (facts.brokenSincePayment > 0) return { purpose: 'followUpPromise', because: [brokenPromise(situation)] }
  const purpose = facts.daysPastDue <= LAST_DAY_OF_REMINDING ? 'remind' : 'demand'
  return { purpose, because: [arrearsSince(facts)] }
}

const arrearsSince = ({ overdue, daysPastDue }: Facts): Because<DecideParams> =>
  because('arrears.since', { overdue, days: daysPastDue }, ['/loan/overdue'])

/** What is known of the means, as a reason. */
export function capacityReason({ plans }: Situation): Because<DecideParams> {
  const { verdict, sustainablePayment, needed, evidence } = plans.capacity
  if (verdict === 'unknown' || sustainablePayment === null) return because('capacity.unknown')
  return because(`capacity.${verdict}`, { sustainable: sustainablePayment, needed }, evidence)
}

export const needsContact = ({ policy }: Situation): Because<DecideParams> =>
  because('relief.needsContact', { days: policy.recentDays.twoWayContact })

function brokenPromise({ facts }: Situation): Because<DecideParams> {
  // Where one was broken since the last payment, so was the newest broken one.
  const broken = facts.promises.filter(({ status }) => status === 'broken')
  const last = broken.at(-1)
  if (last === undefined) return because('promise.broken', { count: facts.brokenSincePayment })
  const params = { count: facts.brokenSincePayment, amount: last.amount, by: formatDay(last.by) }
  return because('promise.broken', params, [last.pointer])
}
