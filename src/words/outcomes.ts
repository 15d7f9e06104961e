import type { CircumstanceKind } from './circumstances.ts'

/**
 * Contact outcomes, and what each counts as: the one table every count reads. Whether it counts as tried, reached or
 * talked with depends on the direction, the channel and the party as well: `history/ledger.ts` puts them together.
 */
export interface OutcomeMeaning {
  /** Outbound it was tried: what caps, cool-offs and tries count. False of what only was to be. */
  readonly attempt: boolean
  /** The message arrived, a message was left, or a person concerned was reached. */
  readonly contactMade: boolean
  /** Nobody is known to have heard or read it: it only arrived. */
  readonly unheard?: true
  /** On a call or a visit this was a conversation. */
  readonly conversation: boolean
  /** It reached nobody at all: no person, no letter box. */
  readonly unanswered?: true
  /** The person met was not the borrower, whatever party was noted. */
  readonly notTheBorrower?: true
  /** The circumstance, opt-out or refusal it implies from that instant on. */
  readonly implies?: CircumstanceKind | ImpliedWish
  /** It ends contact, refuses or threatens: no offer of relief can build on it. */
  readonly closesTalk?: true
  /** Nobody asks for help with it, even where the borrower's side began the contact. */
  readonly noRequest?: true
  /** It comes with a promise: amount and day. */
  readonly carriesPromise?: true
  /** The borrower refuses to pay. */
  readonly refusesToPay?: true
  /** The borrower says it is paid. */
  readonly saysPaid?: true
  /** A debit bounced or an app failed, not the borrower's doing: without a talk it is nobody's answer. */
  readonly technical?: true
}

/** What outcomes may imply besides circumstances: an opt-out of their channel, and a refusal of visits. */
type ImpliedWish = 'channelOptOut' | 'visitRefused'

const missed = { attempt: true, contactMade: false, conversation: false } as const
const unanswered = { ...missed, unanswered: true } as const
const arrived = { attempt: true, contactMade: true, conversation: false } as const
const reached = { attempt: true, contactMade: true, conversation: true } as const
const promised = { ...reached, carriesPromise: true } as const
const saysPaid = { ...reached, saysPaid: true } as const

export const OUTCOME_TABLE = {
  noAnswer: unanswered,
  busy: unanswered,
  invalidNumber: unanswered,
  bounced: unanswered,
  wrongPerson: { ...missed, notTheBorrower: true },
  notHome: unanswered,
  voicemail: { ...arrived, unheard: true },
  delivered: { ...arrived, unheard: true },
  read: arrived,
  linkOpened: arrived,
  spoke: reached,
  promise: promised,
  partialPromise: promised,
  paid: saysPaid,
  claimsPaid: saysPaid,
  refused: { ...reached, refusesToPay: true, closesTalk: true, noRequest: true },
  callbackRequested: reached,
  technicalFailure: { ...reached, technical: true },
  hardshipReported: { ...reached, implies: 'hardshipDeclared' },
  disputeRaised: { ...reached, implies: 'dispute', noRequest: true },
  ceaseRequested: { ...reached, implies: 'ceaseRequest', closesTalk: true, noRequest: true },
  channelOptOut: { ...reached, implies: 'channelOptOut', noRequest: true },
  represented: { ...reached, implies: 'represented' },
  deceasedReported: { ...reached, implies: 'deceased', notTheBorrower: true },
  insolvencyReported: { ...reached, implies: 'insolvency' },
  vulnerabilityDisclosed: { ...reached, implies: 'vulnerable' },
  complaint: { ...reached, implies: 'complaint', noRequest: true },
  hostile: { ...reached, implies: 'hostile', closesTalk: true, noRequest: true },
  visitRefused: { ...reached, implies: 'visitRefused', closesTalk: true, noRequest: true },
  contactRefusedByThirdParty: { ...reached, notTheBorrower: true },
} as const satisfies Record<string, OutcomeMeaning>

type Table = typeof OUTCOME_TABLE
export type ContactOutcome = keyof Table
type Implied<Row> = Row extends { readonly implies: infer Fact } ? Fact : never
/** Circumstances that a contact can bring about. */
export type ImpliedCircumstance = Exclude<Implied<Table[ContactOutcome]>, ImpliedWish>

/** All outcomes, in the order of the table. */
export const OUTCOMES = Object.keys(OUTCOME_TABLE) as readonly ContactOutcome[]

/** What an outcome counts as. `outcomeMeaning('busy').contactMade` is false. */
export const outcomeMeaning = (outcome: ContactOutcome): OutcomeMeaning => OUTCOME_TABLE[outcome]

/** The circumstance an outcome implies, if any: a wish is none. */
export function impliedCircumstance(outcome: ContactOutcome): ImpliedCircumstance | undefined {
  const row: Table[ContactOutcome] = OUTCOME_TABLE[outcome]
  if (!('implies' in row)) return undefined
  const { implies } = row
  return implies === 'channelOptOut' || implies === 'visitRefused' ? undefined : implies
}
export const IMPLIED_CIRCUMSTANCES: readonly ImpliedCircumstance[] = OUTCOMES.flatMap(
  (outcome) => impliedCircumstance(outcome) ?? [],
)

/** Of each outcome its place in the table: contacts are asked for their meaning so often that a text is a slow key. */
const OUTCOME_PLACES: ReadonlyMap<string, number> = new Map(
  OUTCOMES.map((outcome, place) => [outcome, place]),
)
/** Place of an outcome in `OUTCOME_TABLE`. `outcomePlace('busy')` is 1. */
export const outcomePlace = (outcome: ContactOutcome): number => OUTCOME_PLACES.get(outcome) as number
