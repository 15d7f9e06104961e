import { emptyPlan, fits, type Plan, place, type Tie } from './plan.ts'
import { NONE, type Problem } from './problem.ts'

/** Places options one after another, the highest score first, wherever a borrower has nothing yet and the pools have room. */
export function greedy(problem: Problem, tie: Tie, score: (option: number) => number): Plan {
  const { firstOption, value } = problem
  const end = firstOption[problem.groups] as number
  const groupOf = new Uint32Array(end)
  const scores = new Float64Array(end)
  const order = new Uint32Array(end)
  for (let g = 0; g < problem.groups; g++)
    for (let o = firstOption[g] as number; o < (firstOption[g + 1] as number); o++) {
      groupOf[o] = g
      scores[o] = score(o)
      order[o] = o
    }
  order.sort(
    (a, b) =>
      (scores[b] as number) - (scores[a] as number) ||
      (value[b] as number) - (value[a] as number) ||
      tie(a, b),
  )
  const plan = emptyPlan(problem)
  for (const option of order) {
    const group = groupOf[option] as number
    if (plan.placed[group] === NONE && fits(problem, plan, group, option)) place(problem, plan, group, option)
  }
  return plan
}

/** Value for the share of the pools that an option takes: the usual rule of thumb for several pools (Dobson 1982). */
export function efficiency({
  value,
  firstTake,
  pool,
  amount,
  available,
}: Problem): (option: number) => number {
  return (option) => {
    let share = 0
    for (let t = firstTake[option] as number; t < (firstTake[option + 1] as number); t++)
      share += (amount[t] as number) / (available[pool[t] as number] as number)
    return share === 0 ? Number.MAX_VALUE : (value[option] as number) / share
  }
}
