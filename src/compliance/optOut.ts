import type { Facts } from '../history/facts.ts'
import type { OptOutRule } from '../input/rulePack.ts'
import { CHANNELS } from '../kernel/contactOutcome.ts'
import type { RuleRef } from '../kernel/reason.ts'
import { type BoundRule, daysInForce } from './boundRules.ts'
import type { DaySpan } from './daySpan.ts'
import { coversChannel } from './hoursRules.ts'
import { becauseOfRule } from './named.ts'
import { type ChannelClosures, close } from './openWindow.ts'

interface ReadyOptOut {
  readonly days: DaySpan
  readonly ref: RuleRef
}

/** The opt-out rules by channel, in the order of `CHANNELS`. */
export const readyOptOuts = (bound: readonly BoundRule<OptOutRule>[]): readonly (readonly ReadyOptOut[])[] =>
  CHANNELS.map((channel) =>
    bound
      .filter(({ rule }) => coversChannel(rule.channels, channel))
      .flatMap((each) =>
        daysInForce(each, bound, (other) => coversChannel(other.channels, channel)).map((days) => ({
          days,
          ref: each.ref,
        })),
      ),
  )

/** A channel the borrower closed stays closed, even where a lender dropped every rule that says so. */
export function addOptOutClosures(
  facts: Facts,
  rules: readonly (readonly ReadyOptOut[])[],
  closures: ChannelClosures,
): void {
  CHANNELS.forEach((channel, index) => {
    const evidence = facts.optedOut.filter((each) => each.channel === channel).map((each) => each.evidence)
    if (evidence.length === 0) return
    const inForce = (rules[index] ?? []).filter(
      ({ days }) => days.from <= facts.today && facts.today < days.to,
    )
    for (const ref of inForce.length === 0 ? [undefined] : inForce.map((rule) => rule.ref))
      close(closures, index, {
        from: Number.NEGATIVE_INFINITY,
        to: Number.POSITIVE_INFINITY,
        because: becauseOfRule('rule.optOut', ref, { channel }, evidence),
      })
  })
}
