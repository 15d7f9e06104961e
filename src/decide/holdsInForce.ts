import type { HoldState } from '../compliance/permissions.ts'
import { formatDay } from '../time/civilDay.ts'
import { localDay } from '../time/timeZone.ts'
import type { HoldInForce } from './decision.ts'
import type { Situation } from './situation.ts'

const NONE: readonly HoldInForce[] = Object.freeze([])

/** The holds in force as plain data, strictest first. */
export function holdsInForce({ permissions, facts }: Situation): readonly HoldInForce[] {
  const { holds } = permissions
  if (holds.length === 0) return NONE
  return holds.map(({ kind, since, endsAt, because, allows }: HoldState): HoldInForce => {
    const { rule, evidence } = because
    return {
      kind,
      ...(since !== undefined && { since: formatDay(since) }),
      ...(endsAt !== undefined && { until: formatDay(localDay(facts.view.zone, endsAt - 1)) }),
      ...(rule !== undefined && { rule: { pack: rule.pack, id: rule.id } }),
      allows,
      evidence,
    }
  })
}
