import { emptyPlan, type Plan, place, pricedValue, type Tie } from './plan.ts'
import { NONE, type Problem } from './problem.ts'

/** What every group would have at these prices: its best option, of equal ones the gentler. Pools may be overdrawn. */
export function chooseAtPrices(problem: Problem, prices: Float64Array, tie: Tie): Plan {
  const { firstOption } = problem
  const plan = emptyPlan(problem)
  for (let g = 0; g < problem.groups; g++) {
    let best = NONE
    let most = 0
    for (let o = firstOption[g] as number; o < (firstOption[g + 1] as number); o++) {
      const r = pricedValue(problem, prices, o)
      if (r > most || (r === most && best !== NONE && tie(o, best) < 0)) {
        best = o
        most = r
      }
    }
    if (best !== NONE) place(problem, plan, g, best)
  }
  return plan
}
