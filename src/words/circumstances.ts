/** What a circumstance is: it stops contact, calls for relief, calls for care, or is about reaching people and safety. */
export type CircumstanceClass = 'hold' | 'hardship' | 'vulnerability' | 'safety'

/** Circumstances: one row says everything that is true of one everywhere. What a hold leaves possible is the table of holds. */
export interface CircumstanceMeaning {
  readonly class: CircumstanceClass
  /** Days from its beginning to its last day where the record gives no end; without it, it stands. */
  readonly lastsDays?: number
  /** Where a contact brought it about it stands until the record replaces it, whatever the policy says of days. */
  readonly untilReplaced?: true
  /** Whose word brings it about in a contact; default any person's. A dispute concerns the account it was raised on. */
  readonly saidBy?: 'theirSide' | 'theirSideOfThisAccount'
  /** A cause nobody would ask a borrower to prove first, so that the lender may pause on its own. */
  readonly pausesUnasked?: true
  /**
   * Of a hold: nobody is written to, for the person has died, is not the borrower, is a child or not able to act, has
   * asked to be left alone, is being treated, or lets another person speak.
   */
  readonly silent?: true
  /** Of a hold: the lender is looking into what the borrower told, which is said to them. */
  readonly checking?: true
  /** Of a hold: the score says nothing, of a person who has died or was never the borrower. */
  readonly pastScoring?: true
}

const CIRCUMSTANCE_TABLE = {
  deceased: { class: 'hold', untilReplaced: true, silent: true, pastScoring: true },
  insolvency: { class: 'hold', untilReplaced: true, silent: true },
  dispute: { class: 'hold', untilReplaced: true, saidBy: 'theirSideOfThisAccount', checking: true },
  represented: { class: 'hold', untilReplaced: true, silent: true },
  adviserEngaged: { class: 'hold', lastsDays: 30 },
  ceaseRequest: { class: 'hold', untilReplaced: true, saidBy: 'theirSide', silent: true },
  moratorium: { class: 'hold', lastsDays: 60 },
  mentalHealthCrisis: { class: 'hold', silent: true },
  complaint: { class: 'hold', saidBy: 'theirSide', checking: true },
  fraudClaim: { class: 'hold', checking: true },
  notTheBorrower: { class: 'hold', silent: true, pastScoring: true },
  litigation: { class: 'hold', silent: true },
  hardshipApplication: { class: 'hold' },
  minor: { class: 'hold', silent: true },
  limitedCapacity: { class: 'hold', silent: true },
  jobLoss: { class: 'hardship' },
  incomeDrop: { class: 'hardship' },
  illness: { class: 'hardship', pausesUnasked: true },
  bereavement: { class: 'hardship', pausesUnasked: true },
  disaster: { class: 'hardship', pausesUnasked: true },
  separation: { class: 'hardship' },
  caring: { class: 'hardship' },
  militaryService: { class: 'hardship' },
  overIndebted: { class: 'hardship' },
  imprisoned: { class: 'hardship', pausesUnasked: true },
  hardshipDeclared: { class: 'hardship' },
  vulnerable: { class: 'vulnerability' },
  economicAbuse: { class: 'vulnerability' },
  untraceable: { class: 'safety' },
  hostile: { class: 'safety' },
  workplaceContactBanned: { class: 'safety' },
} as const satisfies Record<string, CircumstanceMeaning>

type CircumstanceTable = typeof CIRCUMSTANCE_TABLE
export type CircumstanceKind = keyof CircumstanceTable
type OfClass<C extends CircumstanceClass> = {
  [K in CircumstanceKind]: CircumstanceTable[K]['class'] extends C ? K : never
}[CircumstanceKind]
export type HoldKind = OfClass<'hold'>
export type HardshipKind = OfClass<'hardship'>

/** All circumstances, in the order of the table. */
export const CIRCUMSTANCE_KINDS = Object.keys(CIRCUMSTANCE_TABLE) as readonly CircumstanceKind[]

/** What is true of a circumstance. */
export const circumstanceMeaning = (kind: CircumstanceKind): CircumstanceMeaning => CIRCUMSTANCE_TABLE[kind]
/** `classOf('jobLoss')` is 'hardship'. */
export const classOf = (kind: CircumstanceKind): CircumstanceClass => CIRCUMSTANCE_TABLE[kind].class

export const isCircumstance = (word: string): word is CircumstanceKind =>
  Object.hasOwn(CIRCUMSTANCE_TABLE, word)

/** The circumstances of a class, in the order of the table. */
export const circumstancesOf = (wanted: CircumstanceClass): readonly CircumstanceKind[] =>
  CIRCUMSTANCE_KINDS.filter((kind) => classOf(kind) === wanted)
export const HOLD_KINDS = circumstancesOf('hold') as readonly HoldKind[]
