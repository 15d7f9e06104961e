import type { UsedUnit } from './units.ts'

/**
 * The kinds of action: one row says everything that is true of a kind everywhere. The order of the rows is the order
 * from gentle to harsh.
 */
export interface ActionMeaning {
  /** `nothing`: waiting; `contact`: to ask or to find out; `relief`: a change of what is owed, and when. */
  readonly family: 'nothing' | 'contact' | 'relief'
  /** The unit it takes of: of minutes the policy's for the kind, else one; undefined for waiting. */
  readonly unit: UsedUnit | undefined
  /** Whether a person must approve it: always, beyond what the policy allows without one, or never. */
  readonly approval: 'always' | 'beyondAuthority' | 'never'
}

export const ACTION_TABLE = {
  wait: { family: 'nothing', unit: undefined, approval: 'never' },
  reminder: { family: 'contact', unit: 'message', approval: 'never' },
  hardshipPause: { family: 'relief', unit: 'minute', approval: 'never' },
  restructure: { family: 'relief', unit: 'minute', approval: 'beyondAuthority' },
  call: { family: 'contact', unit: 'minute', approval: 'never' },
  visit: { family: 'contact', unit: 'visit', approval: 'always' },
} as const satisfies Record<string, ActionMeaning>

type ActionTable = typeof ACTION_TABLE
export type ActionKind = keyof ActionTable
type OfFamily<F extends ActionMeaning['family']> = {
  [K in ActionKind]: ActionTable[K]['family'] extends F ? K : never
}[ActionKind]
/** Actions that are a contact in themselves. */
export type ContactKind = OfFamily<'contact'>
/** Actions that change what is owed, and when. */
export type ReliefKind = OfFamily<'relief'>
/** Actions that take minutes of a person's time. */
export type MinutesKind = {
  [K in ActionKind]: ActionTable[K]['unit'] extends 'minute' ? K : never
}[ActionKind]

/** All kinds, from gentle to harsh. */
export const ACTION_ORDER = Object.keys(ACTION_TABLE) as readonly ActionKind[]

/** What is true of a kind. */
export const actionMeaning = (kind: ActionKind): ActionMeaning => ACTION_TABLE[kind]

/** Whether a kind is a contact in itself. */
export const isContact = (kind: ActionKind): kind is ContactKind => ACTION_TABLE[kind].family === 'contact'

export const CONTACT_KINDS = ACTION_ORDER.filter(isContact)
export const RELIEF_KINDS = ACTION_ORDER.filter(
  (kind): kind is ReliefKind => ACTION_TABLE[kind].family === 'relief',
)
/** Whether a kind takes minutes of a person's time. */
export const hasMinutes = (kind: ActionKind): kind is MinutesKind => ACTION_TABLE[kind].unit === 'minute'
export const MINUTES_KINDS = ACTION_ORDER.filter(hasMinutes)

/** A table with one entry a kind. `byKind(() => 0).wait` is 0. */
export const byKind = <T>(make: (kind: ActionKind, place: number) => T): Record<ActionKind, T> =>
  Object.fromEntries(ACTION_ORDER.map((kind, place) => [kind, make(kind, place)])) as Record<ActionKind, T>

/** A table with one entry for each kind of contact. */
export const byContactKind = <T>(make: (kind: ContactKind) => T): Readonly<Record<ContactKind, T>> =>
  Object.fromEntries(CONTACT_KINDS.map((kind) => [kind, make(kind)])) as Record<ContactKind, T>

/** Of each kind its place from gentle to harsh. `KIND_PLACE.wait` is 0. */
export const KIND_PLACE: Readonly<Record<ActionKind, number>> = byKind((_, place) => place)
