import type { Facts } from '../history/facts.ts'
import type { ReadContact } from '../input/readCase.ts'
import { COUNTS_AS } from '../words/countsAs.ts'

/** What was tried on this account since these arrears began. */
export interface TriedInSpell {
  /** By voice or face to face. */
  readonly live: boolean
  readonly written: boolean
  /** The borrower was talked with. */
  readonly talked: boolean
}

const ON_THIS_ACCOUNT = COUNTS_AS.own | COUNTS_AS.attemptOnBorrower

export function triedInSpell({ ledger: { contacts, counts }, today, daysPastDue }: Facts): TriedInSpell {
  let live = false
  let written = false
  let talked = false
  for (let i = contacts.length - 1; i >= 0; i--) {
    if ((contacts[i] as ReadContact).day < today - daysPastDue) break
    const countsAs = counts[i] as number
    if ((countsAs & COUNTS_AS.own) !== 0 && (countsAs & COUNTS_AS.heard) !== 0) talked = true
    if ((countsAs & ON_THIS_ACCOUNT) !== ON_THIS_ACCOUNT) continue
    if ((countsAs & COUNTS_AS.live) !== 0) live = true
    else written = true
  }
  return { live, written, talked }
}
