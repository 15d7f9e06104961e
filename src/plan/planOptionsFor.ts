import type { Facts } from '../history/facts.ts'
import type { Context } from '../input/context.ts'
import { capacityOf } from './capacity.ts'
import { contractValueOf } from './contractValue.ts'
import { hardshipsNow } from './hardship.ts'
import type { Need } from './need.ts'
import { pausedValueOf } from './pause.ts'
import { pauseOption } from './pauseOption.ts'
import type { PlanOptions } from './planOptions.ts'
import { restructureOption } from './restructureOption.ts'

/**
 * What the borrower can pay, and whether a restructure or a pause would do. Schedules are made on
 * demand by `schedule`. Without a pause `pausedValue` is `contractValue`.
 */
export function planOptionsFor(facts: Facts, { policy }: Context): PlanOptions {
  const hardships = hardshipsNow(facts)
  const capacity = capacityOf(facts, hardships, policy.capacity)
  const need: Need = { facts, policy, capacity, hardships }
  const restructure = restructureOption(need)
  const { option, withoutProspect, pause } = pauseOption(need, restructure)
  const contractValue = contractValueOf(facts, policy)
  return {
    capacity,
    restructure,
    pause: option,
    withoutProspect,
    contractValue,
    pausedValue: pause === undefined ? contractValue : pausedValueOf(facts, policy, contractValue, pause),
  }
}
