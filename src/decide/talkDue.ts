import type { Policy } from '../input/policy.ts'
import { formatDay } from '../time/civilDay.ts'
import type { Because } from '../words/reason.ts'
import { because, type DecideParams } from './choiceReasons.ts'
import type { Findings } from './situation.ts'
import type { TriedInSpell } from './triedInSpell.ts'

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
  tried: TriedInSpell,
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
  if (daysPastDue >= talkBy && !tried.live)
    return { live: true, because: because('help.due', { days: talkBy }) }
  return tried.live || tried.written
    ? undefined
    : { live: false, because: because('help.due', { days: messageBy }) }
}
