import type { Facts } from '../history/facts.ts'
import type { Policy } from '../input/policy.ts'
import type { ReadContact } from '../input/readCase.ts'
import { type EpochDay, formatDay } from '../time/civilDay.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import type { Because } from '../words/reason.ts'
import { because, type DecideParams } from './choiceReasons.ts'
import type { Findings } from './situation.ts'

/** Why somebody has to be contacted, whatever it is worth; `live`: by voice, where that may be done. */
export interface TalkDue {
  readonly live: boolean
  readonly because: Because<DecideParams>
}

/**
 * They asked for it, a pause ends, or they owe an amount that matters and nobody has yet written or tried to talk in
 * this spell of arrears: help presupposes contact. Under a hold nobody has to.
 */
export function talkDueOf(
  { facts, permissions, course }: Findings,
  trifle: boolean,
  policy: Policy,
): TalkDue | undefined {
  if (permissions.holds.length > 0) return undefined
  const { callbackAsked, arrangement, inArrears, daysPastDue } = facts
  if (callbackAsked !== undefined)
    return { live: true, because: because('contact.callbackAsked', {}, [callbackAsked.evidence]) }
  if (course.pauseEnds && arrangement?.until !== undefined) {
    const until = formatDay(arrangement.until)
    return { live: true, because: because('pause.ending', { until }, [arrangement.pointer]) }
  }
  const { messageBy, talkBy } = policy.help
  if (!inArrears || trifle || daysPastDue < messageBy) return undefined
  const tried = triedSince(facts.ledger, facts.today - daysPastDue)
  if (daysPastDue >= talkBy && !tried.live)
    return { live: true, because: because('help.due', { days: talkBy }) }
  return tried.any ? undefined : { live: false, because: because('help.due', { days: messageBy }) }
}

/** Whether anything was tried on this account since a day, and whether by voice or face to face. */
function triedSince({ contacts, counts }: Facts['ledger'], day: EpochDay): { any: boolean; live: boolean } {
  const tried = { any: false, live: false }
  const wanted = COUNTS_AS.own | COUNTS_AS.attemptOnBorrower
  for (let i = contacts.length - 1; i >= 0 && !tried.live; i--) {
    if ((contacts[i] as ReadContact).day < day) break
    const countsAs = counts[i] as number
    if ((countsAs & wanted) !== wanted) continue
    tried.any = true
    if ((countsAs & COUNTS_AS.live) !== 0) tried.live = true
  }
  return tried
}
