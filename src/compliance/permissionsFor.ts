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
 * opt-out closes it. House rules fill what no rule of a jurisdiction or an added pack covers.
 */
export function permissionsFor(facts: Facts, context: Context): Permissions {
  const scene = sceneOf(facts, context)
  const { holds, book } = scene
  const demand = byChannel((channel, index) =>
    channelPermission(scene, channel, index, 'borrower', holds.demand),
  )
  return {
    demand,
    relief:
      holds.demand.length === 0
        ? demand
        : byChannel((channel, index) => reliefPermission(scene, channel, index)),
    ownPause: holds.ownPause,
    holds: holds.states,
    packs: book.packs,
    notes: book.notes,
  }
}

const PLACE = Object.fromEntries(CHANNELS.map((channel, index) => [channel, index])) as Record<
  Channel,
  number
>

/** `index`: the channel's place in `CHANNELS`. */
const byChannel = (make: (channel: Channel, index: number) => Permission): Permissions['demand'] => ({
  sms: make('sms', PLACE.sms),
  app: make('app', PLACE.app),
  messaging: make('messaging', PLACE.messaging),
  email: make('email', PLACE.email),
  letter: make('letter', PLACE.letter),
  call: make('call', PLACE.call),
  visit: make('visit', PLACE.visit),
})
