import { compareTexts } from '../numbers/compareTexts.ts'
import { round6 } from '../numbers/maths.ts'
import { float64s, uint32s } from '../numbers/numberLists.ts'
import { UNLIMITED } from '../words/pool.ts'
import { byNumber, leadingBits, settle } from './byNumber.ts'
import type { ActionTerms, DecisionRow, RowAlternative } from './decisionRow.ts'
import { type PortfolioPlan, type Tie, takenBy } from './plan.ts'
import type { Worklist, WorklistItem } from './prioritised.ts'
import { NONE, type ReadProblem } from './problem.ts'
import type { Reasoning } from './reasoning.ts'

/** The plan as worklists, one for each pool and area; the pools as in the file, `unlimited` last, areas by code units. */
export function worklistsOf(problem: ReadProblem, plan: PortfolioPlan, reasons: Reasoning): Worklist[] {
  const { rows, rowOf, firstPool, capacity } = problem
  const { pools } = capacity
  const byPool = Array.from({ length: pools.length + 1 }, () => new Map<string | undefined, number[]>())
  for (const option of plan.placed) {
    if (option === NONE) continue
    const { area } = rows[rowOf[option] as number] as DecisionRow
    const lists = byPool[firstPool[option] as number] as Map<string | undefined, number[]>
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
        items: inCallingOrder(problem, options, p, tie, reasons),
      })),
  )
}

/** The highest value for each unit of the pool first, so that what is not reached is what is missed least. */
function inCallingOrder(
  problem: ReadProblem,
  options: number[],
  pool: number,
  tie: Tie,
  reasons: Reasoning,
): WorklistItem[] {
  const { value, rows, rowOf } = problem
  const count = options.length
  const density = float64s(count)
  const keys = uint32s(count)
  for (let i = 0; i < count; i++) {
    const option = options[i] as number
    const taken = takenBy(problem, option, pool)
    density[i] = (value[option] as number) / (taken > 0 ? taken : 1)
    keys[i] = leadingBits(-(density[i] as number))
  }
  const sorted = byNumber(keys)
  settle(
    sorted,
    (a, b) =>
      (density[b] as number) - (density[a] as number) || tie(options[a] as number, options[b] as number),
  )
  const rankOf = uint32s(count)
  for (let i = 0; i < count; i++) rankOf[sorted.order[i] as number] = i + 1
  // Records are visited in the order in which they lie in memory: out of order a million take many times as long.
  const items = new Array<WorklistItem>(count)
  for (let i = 0; i < count; i++) {
    const option = options[i] as number
    const rank = rankOf[i] as number
    const { id, action } = rows[rowOf[option] as number] as DecisionRow
    const perUnit = round6(density[i] as number)
    const alternative = alternativeBehind(problem, option)
    const item = { id, rank, perUnit, alternative, because: reasons.placed(option) }
    items[rank - 1] =
      action === undefined || alternative.status !== 'chosen' ? item : { ...item, ...writtenTerms(action) }
  }
  return items
}

function writtenTerms({ ask, approval, validUntil }: ActionTerms): ActionTerms {
  return {
    ...(ask && { ask }),
    ...(approval && { approval }),
    ...(validUntil && { validUntil }),
  }
}

/** The alternative behind an option. */
export const alternativeBehind = (
  { rows, rowOf, alternative }: ReadProblem,
  option: number,
): RowAlternative =>
  (rows[rowOf[option] as number] as DecisionRow).alternatives[alternative[option] as number] as RowAlternative

/** Nothing is gentler than anything; then the gentler kind, the older arrears, the id, the earlier alternative. */
export const tieOf =
  (problem: ReadProblem): Tie =>
  (a, b) => {
    if (a === NONE || b === NONE) return a === b ? 0 : a === NONE ? -1 : 1
    const { kind, age, rows, rowOf } = problem
    const gentler = (kind[a] as number) - (kind[b] as number)
    if (gentler !== 0) return gentler
    const rowA = rowOf[a] as number
    const rowB = rowOf[b] as number
    const older = (age[rowB] as number) - (age[rowA] as number)
    return older || compareTexts((rows[rowA] as DecisionRow).id, (rows[rowB] as DecisionRow).id) || a - b
  }
