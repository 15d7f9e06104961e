import type { Policy } from '../input/policy.ts'
import type { ReadContact } from '../input/readCase.ts'
import type { EpochDay } from '../kernel/civilDay.ts'
import type { EpochSecond } from '../kernel/instant.ts'
import type { ArrangementState, CircumstanceSpan, Facts } from './facts.ts'
import { ASKS, HARDSHIP, type MarkedContacts, OWN } from './marks.ts'
import { contactPointer } from './pointers.ts'

/**
 * The newest sign that the borrower asked for help: an arrangement, a hardship declared or applied
 * for that is in force — these ask as long as they stand, so `at` is `asOf` — or, within `policy.recentDays.asked`,
 * hardship reported on any side's call or an inbound contact that was not to refuse or to raise a hold.
 */
export function findAsked(
  { contacts, marks, some }: MarkedContacts,
  circumstances: readonly CircumstanceSpan[],
  arrangement: ArrangementState | undefined,
  asOf: EpochSecond,
  today: EpochDay,
  policy: Policy,
): Facts['lastAsked'] {
  if (arrangement !== undefined) return { at: asOf, evidence: arrangement.pointer }
  for (const { now, kind, pointer } of circumstances) {
    if (now && (kind === 'hardshipApplication' || kind === 'hardshipDeclared'))
      return { at: asOf, evidence: pointer }
  }
  if ((some & (HARDSHIP | ASKS)) === 0) return undefined
  for (let i = contacts.length - 1; i >= 0; i--) {
    const { at, day, index } = contacts[i] as ReadContact
    const mark = marks[i] as number
    if (today - day > policy.recentDays.asked) return undefined
    const asks = (mark & HARDSHIP) !== 0 || (mark & (OWN | ASKS)) === (OWN | ASKS)
    if (asks) return { at, evidence: contactPointer(index) }
  }
  return undefined
}
