import type { EpochDay } from '../time/civilDay.ts'
import { ageOn, type Book, type BookRow, owedBefore } from './book.ts'
import type { Standing } from './world.ts'

/** How an account stands on a day. */
export function standingOn(book: Book, day: EpochDay): Standing {
  const owed = owedBefore(book, day + 1)
  let dueToday = 0
  if (owed > 0)
    for (let i = book.firstOpen; i < book.rows.length; i++) {
      const { due, unpaid } = book.rows[i] as BookRow
      if (due > day) break
      if (due === day) dueToday += unpaid
    }
  const running = book.arrangements.find(({ status }) => status === 'active')?.kind
  return {
    instalment: book.instalment,
    owed,
    dueToday,
    daysPastDue: ageOn(book, day),
    outstanding: book.outstanding,
    planRuns: running === 'restructure',
    pauseRuns: running === 'hardshipPause',
  }
}
