import type { PromisePolicy } from '../input/policy.ts'
import type { ReadContact } from '../input/readCase.ts'
import { round6, shrunkShare } from '../numbers/maths.ts'
import type { EpochDay } from '../time/civilDay.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { contactPointer } from '../words/pointer.ts'
import { type Reachability, RIGHT_PARTY_PRIOR } from './contacts.ts'
import type { Profile, PromiseState } from './facts.ts'
import type { ContactLedger } from './measured.ts'
import type { PromiseReading } from './promises.ts'

/** Older answers and refusals say little about today. */
const RECENT_DAYS = 180
/** An answer shows a quarter of the will a kept promise shows, and talking more than four times shows no more. */
const ANSWER_WEIGHT = 0.25
const MOST_ANSWERS = 4
/** A promise kept in part is worth half. */
const PARTLY_KEPT_WORTH = 0.5
/** A person heard today is nearly sure to be reached again; this halves with every thirty days. */
const FRESH_REACH = 0.8
const REACH_HALF_LIFE_DAYS = 30
const SHOWN = 3

const NOTHING: readonly string[] = []

/** Willingness and contactability. Ability needs the budget and is added by `plan/`. */
export function readProfile(
  ledger: ContactLedger,
  promises: PromiseReading,
  reach: Reachability,
  today: EpochDay,
  policy: PromisePolicy,
): Profile {
  const will = readWill(ledger, today)
  const contactability = contactabilityOf(reach, today)
  return {
    willingness: willingnessOf(promises, will, policy),
    contactability,
    willingnessEvidence: willingnessEvidence(promises.promises, will),
    contactabilityEvidence:
      reach.lastHeard === undefined
        ? reach.newestFailures
        : [contactPointer(reach.lastHeard.index), ...reach.newestFailures],
  }
}

const fadedAfter = (days: number): number => 0.5 ** (days / REACH_HALF_LIFE_DAYS)
/** Of each of the first days what is left of the reach: powers are slow. */
const FADED = Array.from({ length: RECENT_DAYS }, (_, days) => fadedAfter(days))
const faded = (days: number): number => FADED[days] ?? fadedAfter(days)

const NO_WILL: Will = { answers: 0, refusals: 0, evidence: NOTHING }

interface Will {
  readonly answers: number
  readonly refusals: number
  /** Newest first. */
  readonly evidence: readonly string[]
}

/** Answers and refusals to pay on this account. Refusing visits, hostility and legal wishes are no refusal to pay. */
function readWill({ contacts, counts, anyBits }: ContactLedger, today: EpochDay): Will {
  if ((anyBits & (COUNTS_AS.twoWay | COUNTS_AS.refusesToPay)) === 0) return NO_WILL
  let answers = 0
  let refusals = 0
  let evidence: string[] | undefined
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    if (today - contact.day >= RECENT_DAYS) break
    const countsAs = counts[i] as number
    if ((countsAs & COUNTS_AS.own) === 0) continue
    const refusal =
      (countsAs & (COUNTS_AS.refusesToPay | COUNTS_AS.notThirdParty)) ===
      (COUNTS_AS.refusesToPay | COUNTS_AS.notThirdParty)
    if (refusal) refusals++
    else if ((countsAs & COUNTS_AS.twoWay) !== 0) answers++
    else continue
    evidence ??= []
    if (refusal || answers === 1) evidence.push(contactPointer(contact.index))
  }
  return { answers, refusals, evidence: evidence ?? NOTHING }
}

/** A shrunk share: promises kept and answers given of those and of promises not kept and refusals to pay. */
function willingnessOf(
  { kept, partlyKept, broken }: PromiseReading,
  { answers, refusals }: Will,
  { priorShare, priorWeight }: PromisePolicy,
): number | null {
  const ended = kept + partlyKept + broken
  if (ended + answers + refusals === 0) return null
  const answered = Math.min(answers, MOST_ANSWERS) * ANSWER_WEIGHT
  const shown = kept + partlyKept * PARTLY_KEPT_WORTH + answered
  return round6(shrunkShare(shown, ended + answered + refusals, priorShare, priorWeight))
}

/** The newest promises that ended, then the newest answer and refusals. */
function willingnessEvidence(promises: readonly PromiseState[], will: Will): readonly string[] {
  if (promises.length === 0 && will.evidence.length <= SHOWN) return will.evidence
  const shown: string[] = []
  for (let i = promises.length - 1; i >= 0 && shown.length < SHOWN; i--) {
    const { status, pointer } = promises[i] as PromiseState
    if (status !== 'open' && status !== 'replaced') shown.push(pointer)
  }
  const most = shown.length + SHOWN
  for (let i = 0; i < will.evidence.length && shown.length < most; i++) {
    const pointer = will.evidence[i] as string
    if (!shown.includes(pointer)) shown.push(pointer)
  }
  return shown
}

/** One less the chance that neither the habit of answering nor a recent contact brings the borrower to the phone. */
function contactabilityOf({ tried, met, lastHeard }: Reachability, today: EpochDay): number | null {
  if (tried === 0 && lastHeard === undefined) return null
  const inbound = lastHeard?.inbound === true ? 1 : 0
  const rate = shrunkShare(met + inbound, tried + inbound, RIGHT_PARTY_PRIOR.share, RIGHT_PARTY_PRIOR.weight)
  const fresh = lastHeard === undefined ? 0 : FRESH_REACH * faded(today - lastHeard.day)
  return round6(1 - (1 - rate) * (1 - fresh))
}
