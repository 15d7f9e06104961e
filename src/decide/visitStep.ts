import { type Because, because } from '../kernel/reason.ts'
import type { DecideCode } from './decision.ts'
import type { Situation } from './situation.ts'

/** Broken promises since the last payment that open the way to a visit as well as vain attempts do. */
const BROKEN_PROMISES = 2

export interface VisitStep {
  readonly met: boolean
  readonly because: Because<DecideCode>
}

/** Whether gentler contact was really tried before anybody travels. */
export function visitStep({ facts, policy }: Situation): VisitStep {
  if (facts.appointment !== undefined && facts.appointment.to > facts.asOf) {
    return { met: true, because: because('visit.appointment', {}, ['/preferences/visitAppointment']) }
  }
  if (facts.brokenSincePayment >= BROKEN_PROMISES) {
    return { met: true, because: because('promise.broken', { count: facts.brokenSincePayment }) }
  }
  const { attempts, days, channels } = facts.unanswered
  const need = policy.visit
  if (attempts >= need.attempts && days >= need.days && channels >= need.channels) {
    return { met: true, because: because('contact.triedGently', { attempts, days }) }
  }
  const params = {
    needed: need.attempts,
    done: attempts,
    daysNeeded: need.days,
    days,
    channelsNeeded: need.channels,
    channels,
  }
  return { met: false, because: because('contact.gentleFirst', params) }
}
