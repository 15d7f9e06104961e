import type { EpochDay } from '../time/civilDay.ts'
import { type Book, copyBook, owedBefore } from './book.ts'
import type { Dice } from './dice.ts'
import { standingOn } from './standing.ts'
import { takeIn } from './takeIn.ts'
import type { Deed, World } from './world.ts'

/** What lies ahead of one borrower from a day on, if this is done on it and nothing after; without a deed, nothing at all. */
export function ahead<Person>(
  world: World<Person>,
  person: Person,
  book: Book,
  day: EpochDay,
  dice: Dice,
  days: number,
  deed?: Deed,
): { readonly paid: number; readonly clearedWithin: number | undefined } {
  const copy = copyBook(book)
  let now = person
  let paid = 0
  let clearedWithin: number | undefined
  if (deed !== undefined) {
    const answered = world.answer(now, standingOn(copy, day), deed, day, dice)
    paid += takeIn(copy, day, answered.events, deed).paid
    now = answered.person
  }
  for (let on = day; on <= day + days; on++) {
    const lived = world.live(now, standingOn(copy, on), on, dice)
    now = lived.person
    if (lived.events.length > 0) paid += takeIn(copy, on, lived.events, undefined).paid
    if (clearedWithin === undefined && owedBefore(copy, on + 1) === 0) clearedWithin = on - day
  }
  return { paid, clearedWithin }
}
