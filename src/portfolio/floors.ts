import { compareTexts } from '../numbers/compareTexts.ts'
import { BUCKETS, bucketOf } from '../words/buckets.ts'
import type { DecisionRow } from './decisionRow.ts'
import {
  byCost,
  emptyPlan,
  fitsPools,
  type Moves,
  noMoves,
  type PortfolioPlan,
  place,
  pricedValue,
  type Tie,
} from './plan.ts'
import type { FloorUse } from './prioritised.ts'
import { NONE, type ReadProblem } from './problem.ts'

/** A bucket or an area: who of it could be served from a pool, and how. */
interface FloorClass {
  readonly name: string
  readonly members: Set<number>
  readonly moves: Moves
}

/**
 * Serves of every bucket, and of every area, the share that the capacity's floors ask for: its best borrowers at the
 * prices, as far as the pools reach. Classes take turns, so that where the pools do not reach all are short alike; of
 * buckets the oldest, of areas the first by code units begins. Without floors the plan is empty.
 */
export function reserveFloors(problem: ReadProblem, prices: Float64Array, tie: Tie): PortfolioPlan {
  const plan = emptyPlan(problem)
  for (const { share, classes } of floorsOf(problem, prices)) reserve(problem, plan, tie, share, classes)
  return plan
}

/** What the floors came to in a plan; empty without floors. */
export function floorUses(problem: ReadProblem, { placed }: PortfolioPlan, prices: Float64Array): FloorUse[] {
  return floorsOf(problem, prices).flatMap(({ by, share, classes }) =>
    classes.map(({ name, members }) => ({
      by,
      name,
      borrowers: members.size,
      asked: floorCount(share, members),
      served: [...members].filter((group) => placed[group] !== NONE).length,
    })),
  )
}

interface Floor {
  readonly by: FloorUse['by']
  readonly share: number
  readonly classes: readonly FloorClass[]
}

function floorsOf(problem: ReadProblem, prices: Float64Array): Floor[] {
  const { bucket = 0, area = 0 } = problem.capacity.floors ?? {}
  const floors: Floor[] = []
  if (bucket > 0) {
    const classes = classesOf(problem, prices, (row) => bucketOf(row.daysPastDue))
    const age = ({ name }: FloorClass): number => (BUCKETS as readonly string[]).indexOf(name)
    floors.push({ by: 'bucket', share: bucket, classes: classes.sort((a, b) => age(b) - age(a)) })
  }
  if (area > 0) {
    const classes = classesOf(problem, prices, (row) => row.area ?? '')
    floors.push({ by: 'area', share: area, classes: classes.sort((a, b) => compareTexts(a.name, b.name)) })
  }
  return floors
}

const floorCount = (share: number, { size }: ReadonlySet<number>): number => Math.ceil(share * size)

function classesOf(
  problem: ReadProblem,
  prices: Float64Array,
  classOf: (row: DecisionRow) => string,
): FloorClass[] {
  const byName = new Map<string, FloorClass>()
  const { firstOption, firstTake, rows, rowOf } = problem
  for (let g = 0; g < problem.groups; g++)
    for (let o = firstOption[g] as number; o < (firstOption[g + 1] as number); o++) {
      if (firstTake[o] === firstTake[o + 1]) continue
      const name = classOf(rows[rowOf[o] as number] as DecisionRow)
      const known = byName.get(name) ?? { name, members: new Set(), moves: noMoves() }
      byName.set(name, known)
      known.members.add(g)
      known.moves.group.push(g)
      known.moves.option.push(o)
      known.moves.cost.push(-pricedValue(problem, prices, o))
    }
  return [...byName.values()]
}

function reserve(
  problem: ReadProblem,
  plan: PortfolioPlan,
  tie: Tie,
  share: number,
  classes: readonly FloorClass[],
): void {
  const isServed = (group: number): boolean => plan.placed[group] !== NONE
  let open = classes.map(({ members, moves }) => ({
    members,
    moves,
    asked: floorCount(share, members),
    order: byCost(moves, tie).values(),
  }))
  /** Places the best of a class for whom there is room; false when it has its share, or nobody is left. */
  const serveNext = ({ members, moves, asked, order }: (typeof open)[number]): boolean => {
    let served = 0
    for (const group of members) if (isServed(group)) served++
    if (served >= asked) return false
    for (const i of order) {
      const group = moves.group[i] as number
      const option = moves.option[i] as number
      if (isServed(group) || !fitsPools(problem, plan, group, option)) continue
      place(problem, plan, group, option)
      return true
    }
    return false
  }
  while (open.length > 0) open = open.filter(serveNext)
}
