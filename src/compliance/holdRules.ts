import type { HoldRule } from '../input/rulePack.ts'
import type { RuleRef } from '../kernel/reason.ts'
import { type BoundRule, daysInForce } from './boundRules.ts'
import type { DaySpan } from './daySpan.ts'
import { type AnyHold, HOLD_TABLE, type HoldRow, narrowed } from './holdTable.ts'

/** A hold rule made ready: what it leaves of the table's row, and for how long. */
export interface ReadyHold {
  readonly row: HoldRow
  readonly answerDays: number | undefined
  readonly days: DaySpan
  readonly ref: RuleRef
}

/** The hold rules by circumstance. The table's own row applies besides, with or without a rule. */
export function readyHolds(
  bound: readonly BoundRule<HoldRule>[],
): ReadonlyMap<AnyHold, readonly ReadyHold[]> {
  const byKind = new Map<AnyHold, ReadyHold[]>()
  for (const each of bound) {
    const { rule, ref } = each
    const kind = rule.circumstance
    const row = HOLD_TABLE[kind]
    const ready = daysInForce(each, bound, (other) => other.circumstance === kind).map((days) => ({
      row: {
        ...narrowed(row, rule.allows),
        tailDays: Math.max(row.tailDays, rule.tailDays ?? 0),
      },
      answerDays: rule.answerDays,
      days,
      ref,
    }))
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...ready])
  }
  return byKind
}
