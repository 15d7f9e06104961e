import type { ReadCase, ReadContact } from '../input/readCase.ts'
import { CHANNELS, type Channel } from '../kernel/contactOutcome.ts'
import type { EpochSecond } from '../kernel/instant.ts'
import type { Facts } from './facts.ts'
import { contactPointer } from './pointers.ts'

/** What the borrower closed or wished, written or said. */
export interface Wishes {
  readonly optedOut: Facts['optedOut']
  readonly visitWish: Facts['visitWish']
  readonly appointment: Facts['appointment']
}

/**
 * Reads opt-outs and the wish about visits. Both last for good when said in a contact, on whichever account, by
 * anybody on the borrower's side. A written `visit: "agreed"` does not lift a refusal on record; an appointment made
 * later does, and only then is the appointment itself still good: one without `recorded` counts as made before.
 */
export function readWishes(view: ReadCase): Wishes {
  const { preferences } = view.source
  const written = preferences?.channelsOptedOut
  let said: Partial<Record<Channel, string>> | undefined
  let refusal: ReadContact | undefined
  for (const contact of view.contacts) {
    if (contact.party === 'thirdParty') continue
    if (contact.outcome === 'visitRefused') refusal = contact
    else if (contact.outcome === 'channelOptOut') {
      said ??= {}
      said[contact.channel] ??= contactPointer(contact.index)
    }
  }
  const { appointment } = view
  const cancelled =
    appointment !== undefined && refusal !== undefined && !madeAfter(appointment.recorded, refusal.at)
  const stands = cancelled ? undefined : appointment
  return {
    optedOut:
      said === undefined && (written === undefined || written.length === 0)
        ? []
        : optOuts(written ?? [], said ?? {}),
    visitWish: visitWish(preferences?.visit, stands === undefined ? refusal : undefined),
    appointment: stands === undefined ? undefined : { from: stands.from, to: stands.to },
  }
}

const madeAfter = (recorded: EpochSecond | undefined, refusedAt: EpochSecond): boolean =>
  recorded !== undefined && recorded > refusedAt

/** In the order of the channels, whatever the order they were written in. */
function optOuts(
  written: readonly Channel[],
  said: Readonly<Partial<Record<Channel, string>>>,
): Facts['optedOut'] {
  const closed: { channel: Channel; evidence: string }[] = []
  for (const channel of CHANNELS) {
    const place = written.indexOf(channel)
    const evidence = place >= 0 ? `/preferences/channelsOptedOut/${place}` : said[channel]
    if (evidence !== undefined) closed.push({ channel, evidence })
  }
  return closed
}

function visitWish(
  written: 'agreed' | 'refused' | undefined,
  refusal: ReadContact | undefined,
): Facts['visitWish'] {
  if (refusal !== undefined) return { wish: 'refused', evidence: contactPointer(refusal.index) }
  return written === undefined ? undefined : { wish: written, evidence: '/preferences/visit' }
}
