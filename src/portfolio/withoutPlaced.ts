import { emptyPlan, type PortfolioPlan, place } from './plan.ts'
import { NONE, type Problem } from './problem.ts'

/** What is left to plan once some groups have their place: the other groups, and what the pools have left. */
export function withoutPlaced(problem: Problem, { placed, used }: PortfolioPlan) {
  const groups: number[] = []
  for (let g = 0; g < problem.groups; g++) if (placed[g] === NONE) groups.push(g)
  const options: number[] = []
  const takes: number[] = []
  const firstOption = new Uint32Array(groups.length + 1)
  const firstTake: number[] = [0]
  groups.forEach((g, i) => {
    for (let o = problem.firstOption[g] as number; o < (problem.firstOption[g + 1] as number); o++) {
      options.push(o)
      for (let t = problem.firstTake[o] as number; t < (problem.firstTake[o + 1] as number); t++)
        takes.push(t)
      firstTake.push(takes.length)
    }
    firstOption[i + 1] = options.length
  })
  const rest: Problem = {
    groups: groups.length,
    mostOptions: problem.mostOptions,
    firstOption,
    value: Float64Array.from(options, (o) => problem.value[o] as number),
    firstTake: Uint32Array.from(firstTake),
    pool: Uint16Array.from(takes, (t) => problem.pool[t] as number),
    amount: Float64Array.from(takes, (t) => problem.amount[t] as number),
    available: problem.available.map((most, p) => Math.max(0, most - (used[p] as number))),
    mark: Uint32Array.from(groups, (g) => problem.mark[g] as number),
  }
  /** The plan of the rest and what had its place, as one plan of the whole. */
  const whole = (found: PortfolioPlan): PortfolioPlan => {
    const plan = emptyPlan(problem)
    placed.forEach((option, g) => {
      if (option !== NONE) place(problem, plan, g, option)
    })
    found.placed.forEach((option, i) => {
      if (option !== NONE) place(problem, plan, groups[i] as number, options[option] as number)
    })
    return plan
  }
  return { rest, whole, optionOf: (option: number): number => options[option] as number }
}
