import type { Permission, Permissions, PurposeClass } from '../compliance/permissions.ts'
import type { Facts } from '../history/facts.ts'
import { SECONDS_PER_DAY } from '../time/instant.ts'
import type { Channel } from '../words/channels.ts'
import { CONTACT_OUTCOMES } from '../words/outcomes.ts'
import type { Purpose } from '../words/purposes.ts'

/** Whether a purpose asks for money or position, or offers help. */
export const purposeClass = (purpose: Purpose): PurposeClass =>
  purpose === 'findOut' || purpose === 'offerPlan' ? 'relief' : 'demand'

/** Days back in which what was tried still counts against trying again. */
const TRIED_DAYS = 30
/** A channel that failed this often and never once worked is left for last. */
const FAILURES_TO_DISTRUST = 3

/** How often one channel was used on this account, and whether it ever worked. */
export interface ChannelUse {
  /** Attempts of the last 30 days. */
  tried: number
  /** Attempts of the last 24 hours. */
  today: number
  worked: number
  failed: number
}
export type ChannelRecord = Readonly<Record<Channel, Readonly<ChannelUse>>>

const unused = (): ChannelUse => ({ tried: 0, today: 0, worked: 0, failed: 0 })

export function channelRecord(facts: Facts): ChannelRecord {
  const record: Record<Channel, ChannelUse> = {
    sms: unused(),
    app: unused(),
    messaging: unused(),
    email: unused(),
    letter: unused(),
    call: unused(),
    visit: unused(),
  }
  const recent = facts.asOf - TRIED_DAYS * SECONDS_PER_DAY
  const yesterday = facts.asOf - SECONDS_PER_DAY
  for (const { own, channel, inbound, at, outcome } of facts.view.contacts) {
    if (!own) continue
    const use = record[channel]
    if (inbound) use.worked++
    else {
      if (at > recent) use.tried++
      if (at > yesterday) use.today++
      if (CONTACT_OUTCOMES[outcome].contactMade) use.worked++
      else use.failed++
    }
  }
  return record
}

/** Messages in the order a lender would try them where nothing is known: quick and personal first, paper last. */
export const MESSAGE_CHANNELS = [
  'sms',
  'app',
  'messaging',
  'email',
  'letter',
] as const satisfies readonly Channel[]
/** A plan is best agreed in conversation; in writing where that is closed. */
export const RELIEF_CHANNELS = [
  'call',
  'messaging',
  'app',
  'email',
  'letter',
  'sms',
] as const satisfies readonly Channel[]

export interface ChannelChoice {
  readonly channel: Channel
  readonly permission: Permission
}

/**
 * The channel to use: among those open, one that worked before, else one not known to fail, else any; within these
 * in the given order. When none is open, the one that opens first, so that its reasons and `until` can be told.
 */
export function chooseChannel(
  order: readonly Channel[],
  permissions: Permissions,
  purpose: PurposeClass,
  record: ChannelRecord,
): ChannelChoice {
  const table = permissions[purpose]
  let best: ChannelChoice | undefined
  let bestRank = Number.POSITIVE_INFINITY
  for (const channel of order) {
    const permission = table[channel]
    const rank = permission.status === 'open' ? usefulness(record[channel]) : 3 + closedRank(permission)
    if (rank < bestRank) {
      best = { channel, permission }
      bestRank = rank
    }
  }
  return best as ChannelChoice
}

function usefulness({ worked, failed }: Readonly<ChannelUse>): number {
  if (worked > 0) return 0
  return failed >= FAILURES_TO_DISTRUST ? 2 : 1
}

/** Blocked ones by when they open, then those nobody knows, then those without a contact point; always above 0. */
function closedRank(permission: Permission): number {
  if (permission.status === 'unreachable') return 3
  return permission.opensAt === undefined ? 2 : permission.opensAt / 1e12
}
