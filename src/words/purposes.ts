/**
 * Purposes fall in two classes: a demand and relief. Rules and holds never tell purposes of one class apart.
 */
export type PurposeClass = 'demand' | 'relief'

/** What a contact may be for: whether it asks for money, or where the borrower is, or offers help. */
export interface PurposeMeaning {
  readonly class: PurposeClass
  /** Whether the contact asks for an amount by a day. */
  readonly asks: boolean
}

export const PURPOSE_TABLE = {
  preDue: { class: 'demand', asks: true },
  remind: { class: 'demand', asks: true },
  demand: { class: 'demand', asks: true },
  findOut: { class: 'relief', asks: false },
  followUpPromise: { class: 'demand', asks: true },
  offerPlan: { class: 'relief', asks: false },
  arrangeVisit: { class: 'demand', asks: true },
  locate: { class: 'demand', asks: false },
} as const satisfies Record<string, PurposeMeaning>

export type Purpose = keyof typeof PURPOSE_TABLE
/** All purposes, in the order of the table. */
export const PURPOSES = Object.keys(PURPOSE_TABLE) as readonly Purpose[]

/** `purposeClass('findOut')` is 'relief'. */
export const purposeClass = (purpose: Purpose): PurposeClass => PURPOSE_TABLE[purpose].class

/** Whether a contact of this purpose asks for an amount by a day. */
export const asksForMoney = (purpose: Purpose): boolean => PURPOSE_TABLE[purpose].asks
