import { ACTION_ORDER, type ActionKind } from '../kernel/actionKind.ts'

/** What is known of a row of a group. */
export interface GroupRow {
  readonly points: number
  readonly probability: number
  readonly action: ActionKind
}

/** How a group fares. */
export interface GroupFigures {
  /** Of its points. */
  readonly mean: number
  readonly variance: number
  /** Share with a favourable probability. */
  readonly favourable: number
  /** Share of each action. */
  readonly actions: Readonly<Record<ActionKind, number>>
}

/** Rows by what counts of them, so that figures can be worked out again and again from counts alone. */
interface CountedGroup {
  /** Of each row, one of `kinds` numbers: the same points and action have the same one, in the order of points. */
  readonly codes: Int32Array
  readonly kinds: number
  readonly of: (counts: Float64Array) => GroupFigures
}

/** `favourable`: the probability from which on a score counts as that. */
export function groupFigures(rows: readonly GroupRow[], favourable: number): CountedGroup {
  const nameOf = ({ points, action }: GroupRow): string => `${points} ${action}`
  const kinds = [...new Map(rows.map((row) => [nameOf(row), row])).values()].sort(
    (a, b) => a.points - b.points || ACTION_ORDER.indexOf(a.action) - ACTION_ORDER.indexOf(b.action),
  )
  const placeOf = new Map(kinds.map((kind, place) => [nameOf(kind), place]))
  return {
    codes: Int32Array.from(rows, (row) => placeOf.get(nameOf(row)) as number),
    kinds: kinds.length,
    of: (counts) => figuresOf(kinds, counts, favourable),
  }
}

function figuresOf(kinds: readonly GroupRow[], counts: Float64Array, favourable: number): GroupFigures {
  let rows = 0
  let sum = 0
  let good = 0
  const actions = Object.fromEntries(ACTION_ORDER.map((kind) => [kind, 0])) as Record<ActionKind, number>
  for (const [place, { points, probability, action }] of kinds.entries()) {
    const count = counts[place] as number
    rows += count
    sum += count * points
    if (probability >= favourable) good += count
    actions[action] += count
  }
  const mean = sum / rows
  const squares = kinds.reduce(
    (all, { points }, place) => all + (counts[place] as number) * (points - mean) ** 2,
    0,
  )
  for (const kind of ACTION_ORDER) actions[kind] /= rows
  return { mean, variance: rows > 1 ? squares / (rows - 1) : 0, favourable: good / rows, actions }
}
