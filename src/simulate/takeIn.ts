import type { Contact, Proposed } from '../input/borrowerCase.ts'
import { type EpochDay, formatDay } from '../time/civilDay.ts'
import { formatInstant } from '../time/instant.ts'
import { offsetAt, startOfDay } from '../time/timeZone.ts'
import type { ActionKind } from '../words/actions.ts'
import type { Channel } from '../words/channels.ts'
import type { ContactOutcome } from '../words/outcomes.ts'
import type { Purpose } from '../words/purposes.ts'
import { type Book, enterAgreement, postPayment } from './book.ts'
import type { Deed, WorldEvent } from './world.ts'

/** A wall-clock second of a day, as the books of this account write it. */
export function instantIn({ zone }: Book, day: EpochDay, second: number): string {
  const at = startOfDay(zone, day) + Math.floor(second)
  return formatInstant(at, offsetAt(zone, at))
}

/** A deed at a second of the day. */
export function deedAt(
  book: Book,
  day: EpochDay,
  planned: Omit<Deed, 'at' | 'hour'> & {
    readonly action: ActionKind
    readonly channel?: Channel
    readonly purpose?: Purpose
    readonly second: number
  },
): Deed {
  const { second, ...deed } = planned
  return { ...deed, at: instantIn(book, day, second), hour: Math.floor(second / 3600) }
}

/** What the figures count of what happened. */
export interface TakenIn {
  readonly paid: number
  readonly accepted: boolean
  readonly outcomes: readonly ContactOutcome[]
}

/** Enters what happened on a day into the books, as a lender's systems would. */
export function takeIn(
  book: Book,
  day: EpochDay,
  events: readonly WorldEvent[],
  deed: Deed | undefined,
): TakenIn {
  let paid = 0
  let accepted = false
  const outcomes: ContactOutcome[] = []
  for (const event of events) {
    switch (event.kind) {
      case 'pays':
        paid += postPayment(book, day, event.amount)
        break
      case 'contact': {
        outcomes.push(event.contact.outcome)
        book.contacts = [...book.contacts, contactOf(book, day, event, deed)]
        break
      }
      case 'tells':
        book.circumstances = [
          ...book.circumstances.filter(({ kind }) => kind !== event.circumstance.kind),
          { ...event.circumstance, recorded: deed?.at ?? instantIn(book, day, LATE) },
        ]
        break
      case 'showsBudget':
        book.budget = { ...event.budget, on: formatDay(day) }
        break
      case 'accepts':
        if (deed?.offer === undefined) break
        accepted = true
        enterAgreement(book, day, deed.at, deed.offer)
        break
    }
  }
  return { paid, accepted, outcomes }
}

const LATE = 18 * 3600

function contactOf(
  book: Book,
  day: EpochDay,
  { contact, inboundAt }: Extract<WorldEvent, { kind: 'contact' }>,
  deed: Deed | undefined,
): Contact {
  const channel = contact.channel ?? deed?.channel ?? 'call'
  if (inboundAt !== undefined || deed === undefined)
    return { ...contact, channel, at: instantIn(book, day, inboundAt ?? LATE), direction: 'inbound' }
  return {
    ...contact,
    at: deed.at,
    channel,
    ...(deed.point === undefined ? {} : { point: deed.point }),
    ...(deed.purpose === undefined ? {} : { purpose: deed.purpose }),
    ...(deed.ask === undefined ? {} : { ask: deed.ask }),
    ...(deed.offer === undefined ? {} : { proposed: proposedIn(deed.offer) }),
  }
}

function proposedIn(offer: NonNullable<Deed['offer']>): Proposed {
  if (offer.kind === 'hardshipPause') return { kind: 'hardshipPause' }
  const { instalment, lines, firstDue } = offer
  return { kind: 'restructure', instalment, count: lines.length, firstDue }
}
