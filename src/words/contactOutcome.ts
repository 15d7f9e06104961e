/** Contact outcomes, and what each counts as: the one table every count reads. */

export interface OutcomeMeaning {
  /** The message arrived, a message was left, or somebody concerned was reached. */
  readonly contactMade: boolean
  /** On a call or a visit this was a conversation. */
  readonly conversation: boolean
  /** The circumstance, opt-out or refusal it implies from that instant on. */
  readonly implies?: ImpliedFact
}

export type ImpliedCircumstance =
  | 'hardshipDeclared'
  | 'dispute'
  | 'ceaseRequest'
  | 'represented'
  | 'deceased'
  | 'insolvency'
  | 'vulnerable'
  | 'complaint'
  | 'hostile'
export type ImpliedFact = ImpliedCircumstance | 'channelOptOut' | 'visitRefused'

const missed: OutcomeMeaning = { contactMade: false, conversation: false }
const arrived: OutcomeMeaning = { contactMade: true, conversation: false }
const reached: OutcomeMeaning = { contactMade: true, conversation: true }
const reachedAnd = (implies: ImpliedFact): OutcomeMeaning => ({ ...reached, implies })

export const CONTACT_OUTCOMES = {
  noAnswer: missed,
  busy: missed,
  invalidNumber: missed,
  bounced: missed,
  wrongPerson: missed,
  notHome: missed,
  voicemail: arrived,
  delivered: arrived,
  read: arrived,
  linkOpened: arrived,
  spoke: reached,
  promise: reached,
  partialPromise: reached,
  paid: reached,
  claimsPaid: reached,
  refused: reached,
  callbackRequested: reached,
  technicalFailure: reached,
  hardshipReported: reachedAnd('hardshipDeclared'),
  disputeRaised: reachedAnd('dispute'),
  ceaseRequested: reachedAnd('ceaseRequest'),
  channelOptOut: reachedAnd('channelOptOut'),
  represented: reachedAnd('represented'),
  deceasedReported: reachedAnd('deceased'),
  insolvencyReported: reachedAnd('insolvency'),
  vulnerabilityDisclosed: reachedAnd('vulnerable'),
  complaint: reachedAnd('complaint'),
  hostile: reachedAnd('hostile'),
  visitRefused: reachedAnd('visitRefused'),
  contactRefusedByThirdParty: reached,
} as const satisfies Record<string, OutcomeMeaning>

export type ContactOutcome = keyof typeof CONTACT_OUTCOMES

/** Of each outcome its place in the table: contacts are asked for their meaning so often that a text is a slow key. */
const OUTCOME_PLACES: ReadonlyMap<string, number> = new Map(
  Object.keys(CONTACT_OUTCOMES).map((outcome, place) => [outcome, place] as const),
)
/** Place of an outcome in `CONTACT_OUTCOMES`. `outcomePlace('busy')` is 1. */
export const outcomePlace = (outcome: ContactOutcome): number => OUTCOME_PLACES.get(outcome) as number

export const CHANNELS = ['sms', 'app', 'messaging', 'email', 'letter', 'call', 'visit'] as const
export type Channel = (typeof CHANNELS)[number]

/** Whether a contact was a conversation: the outcome says so and it was by voice or face to face. */
export const isConversation = (outcome: ContactOutcome, channel: Channel): boolean =>
  CONTACT_OUTCOMES[outcome].conversation && (channel === 'call' || channel === 'visit')
