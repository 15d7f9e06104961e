import type { Permission, Permissions } from '../compliance/permissions.ts'
import type { Facts } from '../history/facts.ts'
import { SECONDS_PER_DAY } from '../time/instant.ts'
import { byChannel, type Channel, channelsWhere, meaningOf } from '../words/channels.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { outcomeMeaning } from '../words/outcomes.ts'
import type { PurposeClass } from '../words/purposes.ts'

/** Days back in which what was tried still counts against trying again. */
const TRIED_DAYS = 30
/** A channel that failed so often and never once worked, or was left unanswered so often in a row, is left for last. */
const FAILURES_TO_DISTRUST = 3

/** How often one channel was used on this account, and whether it ever worked. */
export interface ChannelUse {
  /** Attempts of the last 30 days. */
  tried: number
  /** Attempts of the last 24 hours. */
  today: number
  /** Answered, read, or used by the borrower's side. */
  worked: number
  failed: number
  /** Attempts in a row, up to the newest, that nobody answered: what was only delivered has not worked. */
  silent: number
}
export type ChannelRecord = Readonly<Record<Channel, Readonly<ChannelUse>>>

const unused = (): ChannelUse => ({ tried: 0, today: 0, worked: 0, failed: 0, silent: 0 })

export function channelRecord({ ledger, asOf }: Facts): ChannelRecord {
  const record: Readonly<Record<Channel, ChannelUse>> = byChannel(unused)
  const recent = asOf - TRIED_DAYS * SECONDS_PER_DAY
  const yesterday = asOf - SECONDS_PER_DAY
  ledger.contacts.forEach(({ channel, at, inbound, outcome }, i) => {
    const countsAs = ledger.counts[i] as number
    if ((countsAs & COUNTS_AS.own) === 0) return
    const use = record[channel]
    if (inbound) {
      use.worked++
      use.silent = 0
    }
    if ((countsAs & COUNTS_AS.attempt) === 0) return
    if (at > recent) use.tried++
    if (at > yesterday) use.today++
    if ((countsAs & COUNTS_AS.contactMade) === 0) use.failed++
    const answered = (countsAs & COUNTS_AS.contactMade) !== 0 && outcomeMeaning(outcome).unheard !== true
    if (answered) use.worked++
    use.silent = answered ? 0 : use.silent + 1
  })
  return record
}

/** The channels of a reminder in the order of the table, in which a lender would try them where nothing is known. */
export const REMINDER_CHANNELS = channelsWhere(({ action }) => action === 'reminder')
/** The channels of a call, and those of a visit, likewise. */
export const CALL_CHANNELS = channelsWhere(({ action }) => action === 'call')
export const VISIT_CHANNELS = channelsWhere(({ action }) => action === 'visit')

const reliefPlace = (channel: Channel): number => meaningOf(channel).reliefPlace ?? Number.POSITIVE_INFINITY
/** The channels by which relief may be agreed on, the best first. */
export const RELIEF_CHANNELS: readonly Channel[] = [
  ...channelsWhere(({ reliefPlace: place }) => place !== undefined),
].sort((a, b) => reliefPlace(a) - reliefPlace(b))

export interface ChannelChoice {
  readonly channel: Channel
  readonly permission: Permission
}

/**
 * The channel to use: among those open, one that worked before, else one not known to fail, else the one that was
 * left unanswered least often; within these in the given order. When none is open, the one that opens first, so that its reasons and `until` can be told.
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
    const rank = permission.status === 'open' ? usefulness(record[channel]) : 4 + closedRank(permission)
    if (rank < bestRank) {
      best = { channel, permission }
      bestRank = rank
    }
  }
  return best as ChannelChoice
}

/** From 0, the best, to below 4. */
function usefulness({ worked, failed, silent }: Readonly<ChannelUse>): number {
  if (silent >= FAILURES_TO_DISTRUST || (worked === 0 && failed >= FAILURES_TO_DISTRUST))
    return 3 - 1 / (1 + silent)
  return worked > 0 ? 0 : 1
}

/** Blocked ones by when they open, then those nobody knows, then those without a contact point; always above 0. */
function closedRank(permission: Permission): number {
  if (permission.status === 'unreachable') return 3
  return permission.opensAt === undefined ? 2 : permission.opensAt / 1e12
}
