import { ACTION_ORDER, type ActionKind } from '../kernel/actionKind.ts'
import { type Because, because } from '../kernel/reason.ts'
import type { DecisionRow, RowAlternative } from './decisionRow.ts'
import { chosenOf, isOffered, isServed, offering } from './offering.ts'
import { type Plan, takenBy } from './plan.ts'
import type { PlaceBecause, PortfolioCode } from './prioritised.ts'
import { NO_GROUP, type ReadProblem } from './problem.ts'

/** Says why rows are where a plan put them. */
export interface Reasoning {
  /** Why nothing that a row has on offer was placed, what the decision chose first. */
  readonly left: (row: number) => PlaceBecause
  /** Whether this option is what its decision chose; where not, why that is not done. */
  readonly placed: (option: number) => PlaceBecause
}

const KEPT: PlaceBecause = [because<PortfolioCode>('choice.kept')]

/** Prepares to give reasons for a plan made at these prices. */
export function reasoning(problem: ReadProblem, plan: Plan, prices: Float64Array): Reasoning {
  const { rows, rowOf, alternative, kind, groupOf, firstOption, obstructed, capacity } = problem
  const offered = offering(capacity)
  const width = capacity.pools.length + 1
  // The same few reasons stand behind a million places: each is made once.
  const shorts = new Map<number, Because<PortfolioCode>>()
  const lists = new Map<string, PlaceBecause>()

  const short = (option: number): Because<PortfolioCode> => {
    const pool = scarcest(problem, plan, prices, option)
    const key = (kind[option] as number) * width + pool
    const known = shorts.get(key)
    const use = takenBy(problem, option, pool)
    const available = problem.available[pool] as number
    const params = {
      kind: ACTION_ORDER[kind[option] as number] as ActionKind,
      pool: capacity.pools[pool]?.id as string,
    }
    // An empty pool is short of everything.
    if (use > available && available > 0) return because('capacity.tooSmall', { ...params, use, available })
    if (known !== undefined) return known
    const made = because<PortfolioCode>('capacity.short', params)
    shorts.set(key, made)
    return made
  }

  const optionsOf = (row: number): number[] => {
    const group = groupOf[row] as number
    const options: number[] = []
    if (group === NO_GROUP) return options
    for (let o = firstOption[group] as number; o < (firstOption[group + 1] as number); o++)
      if (rowOf[o] === row) options.push(o)
    return options
  }

  const whyNot = (row: number, one: RowAlternative): Because<PortfolioCode> => {
    const { area, alternatives } = rows[row] as DecisionRow
    const served = offered(one, area)
    if (!isServed(served)) return served
    return short(optionsOf(row).find((o) => alternatives[alternative[o] as number] === one) as number)
  }

  const listed = (reasons: readonly Because<PortfolioCode>[]): PlaceBecause => {
    if (reasons.some(({ code }) => code !== 'capacity.short')) return reasons
    const key = reasons.map(({ params }) => `${params.kind} ${params.pool}`).join()
    const known = lists.get(key) ?? reasons
    lists.set(key, known)
    return known
  }

  return {
    left(row) {
      const { alternatives } = rows[row] as DecisionRow
      const options = optionsOf(row)
      const chosen = chosenOf(alternatives)
      if (options.length === 0 && (chosen === undefined || chosen.kind === 'wait'))
        return chosen?.because ?? []
      if (
        obstructed[row] === 0 &&
        alternative[options[0] as number] === alternatives.indexOf(chosen as RowAlternative)
      )
        return listed(options.map(short))
      const others = alternatives.filter((one) => one !== chosen)
      const reasons = [chosen as RowAlternative, ...others].filter(isOffered).map((one) => whyNot(row, one))
      return reasons.length === 0 ? (chosen?.because ?? []) : listed(reasons)
    },
    placed(option) {
      const row = rowOf[option] as number
      const { alternatives } = rows[row] as DecisionRow
      const one = alternatives[alternative[option] as number] as RowAlternative
      if (one.status === 'chosen') return KEPT
      const chosen = chosenOf(alternatives)
      return chosen === undefined || !isOffered(chosen) ? one.because : listed([whyNot(row, chosen)])
    },
  }
}

/** Of the pools an option takes from, the one that asks most for it; those with no room for it before any other. */
function scarcest(problem: ReadProblem, { used }: Plan, prices: Float64Array, option: number): number {
  const { firstTake, pool, amount, available } = problem
  let scarce = pool[firstTake[option] as number] as number
  let most = -1
  for (let t = firstTake[option] as number; t < (firstTake[option + 1] as number); t++) {
    const p = pool[t] as number
    const full = (used[p] as number) + (amount[t] as number) > (available[p] as number)
    const asked = full ? (prices[p] as number) * (amount[t] as number) : -0.5
    if (asked > most) {
      most = asked
      scarce = p
    }
  }
  return scarce
}
