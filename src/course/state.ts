import type { HoldState } from '../compliance/permissions.ts'
import type { Facts } from '../history/facts.ts'
import type { Policy } from '../input/policy.ts'
import type { ReadContact } from '../input/readCase.ts'
import { CHANNELS, meaningOf } from '../words/channels.ts'
import { classOf } from '../words/circumstances.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { contactPointer } from '../words/pointer.ts'
import type { StateKind } from '../words/states.ts'

/** Where a borrower has come to that more of the same will not move, with what shows it. */
export interface CourseState {
  readonly kind: StateKind
  readonly evidence: readonly string[]
}

/** What the means show, where they are known. */
export type KnownMeans = 'able' | 'stretched' | 'unable' | 'unknown'

const NONE: readonly CourseState[] = Object.freeze([])
const WEEK_DAYS = 7
/** Of long lists the newest are shown. */
const SHOWN = 3
/** Younger arrears are not stuck: a refusal or an empty budget is answered in the ordinary way. */
const STUCK_FROM_DAY = 31

/** States derived from the record: nobody is left in one without somebody who deals with it. */
export function stateOf(
  facts: Facts,
  holds: readonly HoldState[],
  means: KnownMeans,
  policy: Policy,
): readonly CourseState[] {
  if (!facts.inArrears) return NONE
  const found: CourseState[] = []
  const add = (kind: StateKind, evidence: readonly string[]): void => {
    if (evidence.length > 0) found.push({ kind, evidence })
  }
  add('strangersNumber', strangersNumber(facts))
  add('contactLost', contactLost(facts, policy))
  add('optedOut', optedOut(facts))
  add('unanswered', unanswered(facts, holds))
  if (facts.daysPastDue >= STUCK_FROM_DAY) {
    add('cannotPay', means === 'unable' && !passes(facts) ? ['/budget'] : [])
    add('willNotPay', means === 'able' ? refusals(facts) : [])
  }
  return found.length === 0 ? NONE : found
}

/** Something that passes is why: a pause bridges it. */
const passes = ({ circumstances }: Facts): boolean =>
  circumstances.some(({ kind, now }) => now && classOf(kind) === 'hardship' && kind !== 'overIndebted')

/** So many attempts over so many weeks reached nobody. */
function contactLost({ ledger: { contacts, counts }, today }: Facts, { lost }: Policy): readonly string[] {
  const evidence: string[] = []
  let attempts = 0
  let first = today
  for (let i = contacts.length - 1; i >= 0; i--) {
    const countsAs = counts[i] as number
    if ((countsAs & COUNTS_AS.heard) !== 0) break
    if ((countsAs & COUNTS_AS.attemptOnBorrower) === 0) continue
    const { day, index } = contacts[i] as ReadContact
    attempts++
    first = day
    if (evidence.length < SHOWN) evidence.push(contactPointer(index))
  }
  return attempts >= lost.attempts && today - first >= lost.weeks * WEEK_DAYS ? evidence : []
}

/** Strangers answered as often, and the borrower never did since. */
const STRANGERS = 3
function strangersNumber({ ledger: { contacts, counts }, view }: Facts): readonly string[] {
  const evidence: string[] = []
  const verified = new Set(
    view.contactPoints.filter(({ status }) => status === 'verified').map(({ key }) => key),
  )
  for (let i = contacts.length - 1; i >= 0; i--) {
    if (((counts[i] as number) & COUNTS_AS.talked) !== 0) break
    const { outcome, index, point } = contacts[i] as ReadContact
    if (point !== undefined && verified.has(point)) continue
    if (outcome === 'wrongPerson' || outcome === 'contactRefusedByThirdParty')
      evidence.push(contactPointer(index))
  }
  return evidence.length >= STRANGERS ? evidence.slice(0, STRANGERS) : []
}

/** Every channel by which the borrower could be reached is closed by their own wish. */
function optedOut({ optedOut: closed, view }: Facts): readonly string[] {
  if (closed.length === 0) return []
  const given = new Set(
    view.contactPoints.filter(({ status }) => status !== 'invalid').map(({ channel }) => channel),
  )
  const open = CHANNELS.filter((channel) =>
    given.size === 0
      ? meaningOf(channel).withoutPoint === 'noneListed'
      : given.has(channel) && channel !== 'visit',
  )
  const all = open.every((channel) => closed.some((one) => one.channel === channel))
  return all ? [...new Set(closed.map(({ evidence }) => evidence))].sort() : []
}

/** An application, a complaint or a dispute whose day of answer is past. */
const WAITS_FOR_ANSWER: ReadonlySet<string> = new Set(['hardshipApplication', 'complaint', 'dispute'])
const unanswered = ({ today }: Facts, holds: readonly HoldState[]): readonly string[] =>
  holds
    .filter(({ kind, reviewBy }) => WAITS_FOR_ANSWER.has(kind) && reviewBy !== undefined && reviewBy <= today)
    .map(({ pointer }) => pointer)

/** Refused to pay, and nothing kinder was said since. */
function refusals({ ledger: { contacts, counts } }: Facts): readonly string[] {
  const wanted = COUNTS_AS.own | COUNTS_AS.refusesToPay | COUNTS_AS.notThirdParty
  for (let i = contacts.length - 1; i >= 0; i--) {
    const countsAs = counts[i] as number
    if ((countsAs & wanted) === wanted) return [contactPointer((contacts[i] as ReadContact).index)]
    if ((countsAs & (COUNTS_AS.own | COUNTS_AS.twoWay)) === (COUNTS_AS.own | COUNTS_AS.twoWay)) return []
  }
  return []
}
