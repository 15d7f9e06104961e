import type { Alternative, Offer } from '../decide/decision.ts'
import type { Decision } from '../explain/decision.ts'
import type { RowAlternative } from '../portfolio/decisionRow.ts'

/** What choosing between borrowers needs of a decision, under the names and in the nesting a decision has. */
export type SlimDecision = Pick<
  Decision,
  'id' | 'borrower' | 'currency' | 'area' | 'overdue' | 'outstanding' | 'daysPastDue'
> & {
  readonly score: Pick<Decision['score'], 'points'>
  /**
   * The chosen and the eligible ones; of their reasons only the first one's code, of a restructure its instalment and
   * how many there are.
   */
  readonly alternatives: readonly RowAlternative[]
}

/** A decision without what only a person or a replay needs: about a seventh of its bytes. */
export function slimDecision(decision: Decision): SlimDecision {
  const { id, borrower, currency, area, overdue, outstanding, daysPastDue, score, alternatives } = decision
  return {
    id,
    borrower,
    currency,
    ...(area === undefined ? {} : { area }),
    overdue,
    outstanding,
    daysPastDue,
    score: { points: score.points },
    alternatives: alternatives
      .filter(({ status }) => status === 'chosen' || status === 'eligible')
      .map(slimAlternative),
  }
}

/** JSON leaves out what is undefined, so that keys stand in one fixed order. */
function slimAlternative(alternative: Alternative): RowAlternative {
  const { kind, status, purpose, channel, to, point, window, value, cost, use, because, plan } = alternative
  // Without what has to be done first a visit would not be lawful.
  const { prerequisites } = alternative
  const place = { kind, status, purpose, channel, to, point, window }
  const slim = { ...place, value, cost, use, prerequisites, plan: slimPlan(plan) }
  return { ...slim, because: because.slice(0, 1).map(({ code }) => ({ code })) } as RowAlternative
}

const slimPlan = (plan: Offer['plan']): RowAlternative['plan'] =>
  plan?.kind === 'restructure' ? { instalment: plan.instalment, count: plan.count } : undefined
