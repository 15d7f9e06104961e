import type { ComplianceParams } from '../compliance/complianceReasons.ts'
import type { Permission } from '../compliance/permissions.ts'
import { permissionsFor } from '../compliance/permissionsFor.ts'
import type { TimeWindow } from '../decide/decision.ts'
import { writeInstant, writeWindow } from '../decide/timing.ts'
import { readFacts } from '../history/readFacts.ts'
import type { Context } from '../input/context.ts'
import type { ParsedCase } from '../input/readCase.ts'
import type { Zone } from '../time/timeZone.ts'
import { type ActionKind, RELIEF_KINDS } from '../words/actions.ts'
import { CHANNELS, type Channel, meaningOf } from '../words/channels.ts'
import { PURPOSES, type Purpose, purposeClass } from '../words/purposes.ts'
import type { Because } from '../words/reason.ts'
import { viewOf } from './pipeline.ts'
import { prepare } from './prepare.ts'

/** Whether one kind of contact, by one channel and for one purpose, is permitted. */
export interface ContactPermission {
  readonly kind: ActionKind
  readonly channel: Channel
  readonly purpose: Purpose
  readonly allowed: boolean
  /** First legal stretch within the policy's horizon, when allowed. */
  readonly window?: TimeWindow
  /** When not allowed: the first instant at which it would be, where it can be known. */
  readonly until?: string
  /** Why not; or, when allowed, what delays it. */
  readonly because: readonly Because<ComplianceParams>[]
}

/**
 * What contact the law, the policy and the borrower's wishes leave possible, for every kind, channel and purpose.
 * Says nothing of what would be wise: that is `decide`.
 *
 * @throws a Failure as `decide` does.
 * @example
 * permissions(parsed.value, context).find((one) => one.kind === 'call')?.allowed // => true
 */
export function permissions(parsed: ParsedCase, context: Context): ContactPermission[] {
  const facts = readFacts(viewOf(parsed, context), context)
  const { demand, relief } = permissionsFor(facts, prepare(context).rules)
  const zone = facts.view.zone
  return CHANNELS.flatMap((channel) =>
    PURPOSES.flatMap((purpose) => {
      const table = purposeClass(purpose) === 'relief' ? relief : demand
      return actionKindsOf(channel, purpose).map((kind) =>
        write(kind, channel, purpose, table[channel], zone),
      )
    }),
  )
}

/** A contact by this channel; where relief may be agreed on by it, an offer may be any relief besides. */
function actionKindsOf(channel: Channel, purpose: Purpose): ActionKind[] {
  const { action, reliefPlace } = meaningOf(channel)
  return purpose === 'offerPlan' && reliefPlace !== undefined
    ? [action, ...[...RELIEF_KINDS].reverse()]
    : [action]
}

function write(
  kind: ActionKind,
  channel: Channel,
  purpose: Purpose,
  permission: Permission,
  zone: Zone,
): ContactPermission {
  const { status, window, opensAt, because } = permission
  if (status === 'open' && window !== undefined) {
    return { kind, channel, purpose, allowed: true, window: writeWindow(zone, window), because }
  }
  const until = opensAt === undefined ? {} : { until: writeInstant(zone, opensAt) }
  return { kind, channel, purpose, allowed: false, ...until, because }
}
