import { servingOf } from '../kernel/pool.ts'
import type { DecisionRow } from './decisionRow.ts'
import { compareTexts } from './groupRows.ts'
import { type Plan, type Tie, takenBy } from './plan.ts'
import { UNLIMITED, type Worklist, type WorklistItem } from './prioritised.ts'
import { NONE, type ReadProblem } from './problem.ts'
import { alternativeOf, tieOf } from './tie.ts'

/** The plan as worklists, one for each pool and area; the pools as in the file, `unlimited` last, areas by code units. */
export function worklistsOf(problem: ReadProblem, plan: Plan): Worklist[] {
  const { rows, rowOf, capacity } = problem
  const { pools } = capacity
  const servings = servingOf(pools)
  const byPool = Array.from({ length: pools.length + 1 }, () => new Map<string | undefined, number[]>())
  for (const option of plan.placed) {
    if (option === NONE) continue
    const { kind, channel } = alternativeOf(problem, option)
    const { area } = rows[rowOf[option] as number] as DecisionRow
    const lists = byPool[servings(kind, channel, area)?.[0]?.pool ?? pools.length] as Map<
      string | undefined,
      number[]
    >
    const list = lists.get(area)
    if (list === undefined) lists.set(area, [option])
    else list.push(option)
  }
  const tie = tieOf(problem)
  return byPool.flatMap((lists, p) =>
    [...lists]
      .sort(([a], [b]) => compareTexts(a ?? '', b ?? ''))
      .map(([area, options]) => ({
        pool: pools[p]?.id ?? UNLIMITED,
        ...(area === undefined ? {} : { area }),
        items: inCallingOrder(problem, options, p, tie),
      })),
  )
}

/** The highest value for each unit of the pool first, so that what is not reached is what is missed least. */
function inCallingOrder(problem: ReadProblem, options: number[], pool: number, tie: Tie): WorklistItem[] {
  const { value, rows, rowOf } = problem
  const density = Float64Array.from(options, (option) => {
    const taken = takenBy(problem, option, pool)
    return (value[option] as number) / (taken > 0 ? taken : 1)
  })
  const order = Uint32Array.from(options, (_, i) => i)
  order.sort(
    (a, b) =>
      (density[b] as number) - (density[a] as number) || tie(options[a] as number, options[b] as number),
  )
  const items: WorklistItem[] = []
  for (let rank = 1; rank <= order.length; rank++) {
    const option = options[order[rank - 1] as number] as number
    const { id } = rows[rowOf[option] as number] as DecisionRow
    items.push({ id, rank, alternative: alternativeOf(problem, option) })
  }
  return items
}
