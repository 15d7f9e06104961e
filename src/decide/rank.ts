import { ACTION_ORDER } from '../kernel/actionKind.ts'
import type { Candidate } from './candidate.ts'

/** Values are compared to nine significant digits of the balance, so that rounding noise decides nothing. */
const COMPARED_SHARE = 1e9

const comparable = (worth: number, outstanding: number): number =>
  outstanding > 0 ? Math.round((worth / outstanding) * COMPARED_SHARE) : worth

/**
 * Orders the six kinds: eligible ones by worth, equal ones the gentler first; then the blocked, then the unsuitable,
 * from gentle to harsh. When nothing is eligible, waiting comes first all the same: one can always wait.
 */
export function rank(candidates: readonly Candidate[], outstanding: number): readonly Candidate[] {
  const eligible: Candidate[] = []
  const blocked: Candidate[] = []
  const unsuitable: Candidate[] = []
  for (const kind of ACTION_ORDER) {
    const candidate = candidates.find((one) => one.kind === kind) as Candidate
    if (candidate.status === 'eligible') insert(eligible, candidate, outstanding)
    else if (candidate.status === 'blocked') blocked.push(candidate)
    else unsuitable.push(candidate)
  }
  return [...eligible, ...blocked, ...unsuitable]
}

/** Keeps the list in falling order; an equal one goes behind those already there, which are gentler. */
function insert(list: Candidate[], candidate: Candidate, outstanding: number): void {
  const worth = comparable(candidate.worth, outstanding)
  let at = list.length
  while (at > 0 && comparable((list[at - 1] as Candidate).worth, outstanding) < worth) at--
  list.splice(at, 0, candidate)
}
