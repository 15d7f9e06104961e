import { ACTION_ORDER, type ActionKind } from '../kernel/actionKind.ts'
import type { Candidate } from './candidate.ts'

/** Values are compared to nine significant digits of the balance, so that rounding noise decides nothing. */
const COMPARED_SHARE = 1e9

const STATUS_ORDER = { eligible: 0, blocked: 1, unsuitable: 2 } as const
const GENTLENESS = Object.fromEntries(ACTION_ORDER.map((kind, place) => [kind, place])) as Record<
  ActionKind,
  number
>

/** What two worths are compared by; equal means neither is better. */
export const comparable = (worth: number, outstanding: number): number =>
  outstanding > 0 ? Math.round((worth / outstanding) * COMPARED_SHARE) : worth

/**
 * Orders the six kinds: eligible ones by worth, equal ones the gentler first; then the blocked, then the unsuitable,
 * from gentle to harsh. When nothing is eligible, waiting comes first all the same: one can always wait.
 */
export function rank(candidates: readonly Candidate[], outstanding: number): readonly Candidate[] {
  return [...candidates].sort(
    (a, b) =>
      STATUS_ORDER[a.status] - STATUS_ORDER[b.status] ||
      comparable(b.worth, outstanding) - comparable(a.worth, outstanding) ||
      GENTLENESS[a.kind] - GENTLENESS[b.kind],
  )
}
