import type { Facts } from '../history/facts.ts'
import type { Context } from '../input/context.ts'
import { CHANNELS, type Channel } from '../kernel/contactOutcome.ts'
import { channelPermission, reliefPermission } from './channelPermission.ts'
import type { Permission, Permissions } from './permissions.ts'
import { sceneOf } from './scene.ts'

/**
 * What contact is possible from `facts.asOf` on, for both classes of purposes and every channel: legal windows,
 * what closes them, and what must be done before.
 *
 * Packs combine and the strictest wins: an instant is legal only if no rule in force then, no hold, no wish and no
 * opt-out closes it. House rules fill what no rule of a jurisdiction or an added pack covers (decision.md 2).
 */
export function permissionsFor(facts: Facts, context: Context): Permissions {
  const scene = sceneOf(facts, context)
  const { holds, book } = scene
  const demand: Permission[] = []
  const relief: Permission[] = []
  for (let i = 0; i < CHANNELS.length; i++) {
    const channel = CHANNELS[i] as Channel
    const permission = channelPermission(scene, channel, i, 'borrower', holds.demand)
    demand.push(permission)
    relief.push(holds.demand.length === 0 ? permission : reliefPermission(scene, channel, i))
  }
  const demandTable = byChannel(demand)
  return {
    demand: demandTable,
    relief: holds.demand.length === 0 ? demandTable : byChannel(relief),
    ownPause: holds.ownPause,
    holds: holds.states,
    packs: book.packs,
    notes: book.notes,
  }
}

/** A list in the order of `CHANNELS` as a record. */
function byChannel(list: readonly Permission[]): Permissions['demand'] {
  const [sms, app, messaging, email, letter, call, visit] = list as readonly [
    Permission,
    Permission,
    Permission,
    Permission,
    Permission,
    Permission,
    Permission,
  ]
  return { sms, app, messaging, email, letter, call, visit }
}
