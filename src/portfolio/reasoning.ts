import { ACTION_ORDER, type ActionKind } from '../words/actions.ts'
import { UNLIMITED } from '../words/pool.ts'
import { because, type PortfolioParams } from '../words/portfolioReasons.ts'
import type { Because } from '../words/reason.ts'
import type { DecisionRow, RowAlternative } from './decisionRow.ts'
import { chosenOf, isOffered, isServed, offering } from './offering.ts'
import { type PortfolioPlan, takenBy } from './plan.ts'
import type { PlaceBecause } from './prioritised.ts'
import { NO_GROUP, NONE, type ReadProblem } from './problem.ts'

/** Says why rows are where a plan put them. */
export interface Reasoning {
  /** Why nothing that a row has on offer was placed, what the decision chose first. */
  readonly left: (row: number) => PlaceBecause
  /** Whether this option is what its decision chose; where not, why that is not done. */
  readonly placed: (option: number) => PlaceBecause
}

const KEPT: PlaceBecause = [because('choice.kept')]

/** Prepares to give reasons for a plan made at these prices. */
export function reasoning(problem: ReadProblem, plan: PortfolioPlan, prices: Float64Array): Reasoning {
  const { rows, rowOf, alternative, groupOf, firstOption, obstructed, capacity } = problem
  const offered = offering(capacity)
  const listOf = shortLists(problem, plan, prices)

  /** Of a row, the option that is this alternative. */
  const optionOf = (row: number, one: RowAlternative): number => {
    const group = groupOf[row] as number
    const { alternatives } = rows[row] as DecisionRow
    for (let o = firstOption[group] as number; o < (firstOption[group + 1] as number); o++)
      if (rowOf[o] === row && alternatives[alternative[o] as number] === one) return o
    return NONE
  }
  const optionsOf = (row: number): number[] => {
    const group = groupOf[row] as number
    const options: number[] = []
    if (group === NO_GROUP) return options
    for (let o = firstOption[group] as number; o < (firstOption[group + 1] as number); o++)
      if (rowOf[o] === row) options.push(o)
    return options
  }
  const whyNot = (row: number, one: RowAlternative): PlaceBecause => {
    const served = obstructed[row] === 0 ? [] : offered(one, (rows[row] as DecisionRow).area)
    return isServed(served) ? listOf([optionOf(row, one)]) : [served]
  }

  return {
    left(row) {
      const { alternatives } = rows[row] as DecisionRow
      const options = optionsOf(row)
      const chosen = chosenOf(alternatives)
      if (chosen === undefined) return []
      if (options.length === 0 && chosen.kind === 'wait') return chosen.because
      if (obstructed[row] === 0 && alternatives[alternative[options[0] as number] as number] === chosen)
        return listOf(options)
      const inTurn = [chosen, ...alternatives.filter((one) => one !== chosen)]
      const reasons = inTurn.filter(isOffered).flatMap((one) => whyNot(row, one))
      return reasons.length === 0 ? chosen.because : reasons
    },
    placed(option) {
      const row = rowOf[option] as number
      const { alternatives } = rows[row] as DecisionRow
      const one = alternatives[alternative[option] as number] as RowAlternative
      if (one.status === 'chosen') return KEPT
      const chosen = chosenOf(alternatives)
      return chosen === undefined || !isOffered(chosen) ? one.because : whyNot(row, chosen)
    },
  }
}

/** Options and what pools were too short for them, by the kind and pool of one after the other. */
interface KnownShortage {
  list?: PlaceBecause
  readonly next: Map<number, KnownShortage>
}

/**
 * Prepares to say of options, one after the other, which pool was too short for each. The same few lists stand behind a
 * million places, so each is made once.
 */
function shortLists(problem: ReadProblem, plan: PortfolioPlan, prices: Float64Array) {
  const { kind, capacity, available } = problem
  const { pools } = capacity
  const width = pools.length + 1
  const first: KnownShortage = { next: new Map() }
  // An empty pool is short of everything.
  const isTooLarge = (option: number, pool: number): boolean =>
    (available[pool] as number) > 0 && takenBy(problem, option, pool) > (available[pool] as number)
  const short = (option: number, pool: number): Because<PortfolioParams> => {
    const params = {
      kind: ACTION_ORDER[kind[option] as number] as ActionKind,
      pool: pools[pool]?.id ?? UNLIMITED,
    }
    if (!isTooLarge(option, pool)) return because('capacity.short', params)
    const [use, there] = [takenBy(problem, option, pool), available[pool] as number]
    return because('capacity.tooSmall', { ...params, use, available: there })
  }
  return (options: readonly number[]): PlaceBecause => {
    const scarce = options.map((option) => scarcest(problem, plan, prices, option))
    const made = () => options.map((option, i) => short(option, scarce[i] as number))
    // What takes more than a whole pool says how much, which differs.
    if (options.some((option, i) => isTooLarge(option, scarce[i] as number))) return made()
    let known = first
    for (let i = 0; i < options.length; i++) {
      const key = (kind[options[i] as number] as number) * width + (scarce[i] as number)
      const next = known.next.get(key) ?? { next: new Map() }
      known.next.set(key, next)
      known = next
    }
    known.list ??= made()
    return known.list
  }
}

/** Of the pools an option takes from, the one that asks most for it; those with no room for it before any other. */
function scarcest(
  problem: ReadProblem,
  { used }: PortfolioPlan,
  prices: Float64Array,
  option: number,
): number {
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
