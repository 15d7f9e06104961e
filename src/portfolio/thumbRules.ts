import { compareTexts } from '../numbers/compareTexts.ts'
import { float64s, uint32s } from '../numbers/numberLists.ts'
import { byNumber, leadingBits, settle } from './byNumber.ts'
import type { DecisionRow } from './decisionRow.ts'
import { exchangeOf } from './offering.ts'
import { emptyPlan, fitsPools, place, planValue } from './plan.ts'
import { idHash, NO_GROUP, NONE, type ReadProblem } from './problem.ts'

/** What the rules that people go by would bring with the same pools, in minor units of the capacity's currency. */
export interface ThumbRules {
  readonly largestBalanceFirst: number
  readonly oldestFirst: number
  readonly lowestScoreFirst: number
}

/** Serves account after account in a rule's order: each with its own best action that the pools still have room for. */
export function thumbRulesOf(problem: ReadProblem): ThumbRules {
  const exchange = exchangeOf(problem.capacity)
  // Many are equally old: a number that follows from the id decides between them, without reading two ids each time.
  const lots = uint32s(problem.rows.length)
  for (let at = 0; at < lots.length; at++) lots[at] = idHash((problem.rows[at] as DecisionRow).id)
  return {
    largestBalanceFirst: broughtIn(
      problem,
      lots,
      ({ outstanding, currency }) => -outstanding * exchange(currency),
    ),
    oldestFirst: broughtIn(problem, lots, ({ daysPastDue }) => -daysPastDue),
    lowestScoreFirst: broughtIn(problem, lots, ({ score }) => score.points),
  }
}

function broughtIn(problem: ReadProblem, lots: Uint32Array, keyOf: (row: DecisionRow) => number): number {
  const { rows, firstOption, rowOf, value, groupOf } = problem
  const keys = float64s(rows.length)
  const coarse = uint32s(rows.length)
  for (let at = 0; at < keys.length; at++) {
    keys[at] = keyOf(rows[at] as DecisionRow)
    coarse[at] = leadingBits(keys[at] as number)
  }
  const sorted = byNumber(coarse)
  settle(
    sorted,
    (a, b) =>
      (keys[a] as number) - (keys[b] as number) ||
      (lots[a] as number) - (lots[b] as number) ||
      compareTexts((rows[a] as DecisionRow).id, (rows[b] as DecisionRow).id),
  )
  const plan = emptyPlan(problem)
  for (const at of sorted.order) {
    const group = groupOf[at] as number
    if (group === NO_GROUP || plan.placed[group] !== NONE) continue
    let best = NONE
    for (let o = firstOption[group] as number; o < (firstOption[group + 1] as number); o++) {
      if (rowOf[o] !== at || !fitsPools(problem, plan, group, o)) continue
      if (best === NONE || (value[o] as number) > (value[best] as number)) best = o
    }
    if (best !== NONE) place(problem, plan, group, best)
  }
  return Math.round(planValue(problem, plan))
}
