import type { ReadCase, ReadContact } from '../input/readCase.ts'
import { CHANNELS, type Channel } from '../kernel/contactOutcome.ts'
import type { EpochSecond } from '../kernel/instant.ts'
import type { Facts } from './facts.ts'
import { CHANNEL_OPT_OUT, type MarkedContacts, NOT_THIRD, VISIT_REFUSED } from './marks.ts'
import { contactPointer, optOutPointer } from './pointers.ts'

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
export function readWishes(view: ReadCase, marked: MarkedContacts): Wishes {
  const { preferences } = view.source
  const written = preferences?.channelsOptedOut
  const said = (marked.some & CHANNEL_OPT_OUT) === 0 ? undefined : saidOptOuts(marked)
  const refusal = (marked.some & VISIT_REFUSED) === 0 ? undefined : newestRefusal(marked)
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

/** Of each channel the first contact that closed it. */
function saidOptOuts({ contacts, marks }: MarkedContacts): Readonly<Partial<Record<Channel, string>>> {
  const said: Partial<Record<Channel, string>> = {}
  for (let i = 0; i < contacts.length; i++) {
    if (((marks[i] as number) & (CHANNEL_OPT_OUT | NOT_THIRD)) !== (CHANNEL_OPT_OUT | NOT_THIRD)) continue
    const { channel, index } = contacts[i] as ReadContact
    said[channel] ??= contactPointer(index)
  }
  return said
}

function newestRefusal({ contacts, marks }: MarkedContacts): ReadContact | undefined {
  for (let i = contacts.length - 1; i >= 0; i--) {
    if (((marks[i] as number) & (VISIT_REFUSED | NOT_THIRD)) === (VISIT_REFUSED | NOT_THIRD))
      return contacts[i]
  }
  return undefined
}

const madeAfter = (recorded: EpochSecond | undefined, refusedAt: EpochSecond): boolean =>
  recorded !== undefined && recorded > refusedAt

/** In the order of the channels, whatever the order they were written in. */
function optOuts(
  written: readonly Channel[],
  said: Readonly<Partial<Record<Channel, string>>>,
): Facts['optedOut'] {
  const closed: { channel: Channel; evidence: string }[] = []
  for (let i = 0; i < CHANNELS.length; i++) {
    const channel = CHANNELS[i] as Channel
    const place = written.indexOf(channel)
    const evidence = place >= 0 ? optOutPointer(place) : said[channel]
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
