import type { Budget, Circumstance, Contact } from '../input/borrowerCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { ActionKind } from '../words/actions.ts'
import type { Channel } from '../words/channels.ts'
import type { Purpose } from '../words/purposes.ts'
import type { AgreedPause, AgreedPlan, Book } from './book.ts'
import type { Dice } from './dice.ts'

/** An action as it is carried out on its day. */
export interface Deed {
  readonly action: ActionKind
  /** Absent where nobody is contacted: a pause the lender grants on its own. */
  readonly channel?: Channel
  readonly purpose?: Purpose
  readonly point?: string
  /** RFC 3339, in the borrower's time, and its hour. */
  readonly at: string
  readonly hour: number
  readonly ask?: { readonly amount: number; readonly by: string }
  readonly offer?: AgreedPlan | AgreedPause
  /** Minor units of the account's currency. */
  readonly cost: number
}

/** How the account stands, for those who live with it: money in minor units. */
export interface Standing {
  readonly instalment: number
  /** Fallen due by this day, it included, and unpaid; and of that what falls due today. */
  readonly owed: number
  readonly dueToday: number
  readonly daysPastDue: number
  readonly outstanding: number
  readonly planRuns: boolean
  readonly pauseRuns: boolean
}

/** What a borrower does, or what becomes of a deed. The books take it in, in the order given. */
export type WorldEvent =
  | { readonly kind: 'pays'; readonly amount: number }
  /** What is entered of a contact; one the lender made gets its time, purpose, ask and offer from the deed. */
  | {
      readonly kind: 'contact'
      readonly contact: Pick<Contact, 'outcome' | 'promise' | 'party'> & { readonly channel?: Channel }
      /** Of one the borrower began: its second of the day. */
      readonly inboundAt?: number
    }
  | { readonly kind: 'tells'; readonly circumstance: Circumstance }
  | { readonly kind: 'showsBudget'; readonly budget: Omit<Budget, 'on'> }
  /** What the deed offered is agreed. */
  | { readonly kind: 'accepts' }

/** A person as they are after something, and what is seen of it. */
export interface Lived<Person> {
  readonly person: Person
  readonly events: readonly WorldEvent[]
}

/**
 * A world to live in: plain functions over plain data. A person is any plain value, and none of these changes one; chance
 * comes from the dice alone, which fall the same for the same borrower, day and use in every life.
 */
export interface World<Person> {
  readonly name: string
  /** The borrower at a place, 0 the first, as the simulation begins: the person, and the lender's books so far. */
  readonly begin: (
    place: number,
    start: EpochDay,
    dice: Dice,
  ) => { readonly person: Person; readonly book: Book }
  /** What happens of itself on a day, once its contacts have been made. */
  readonly live: (person: Person, account: Standing, day: EpochDay, dice: Dice) => Lived<Person>
  /** What comes of a deed. */
  readonly answer: (person: Person, account: Standing, deed: Deed, day: EpochDay, dice: Dice) => Lived<Person>
  /** Whether the borrower has the means for what falls due: for the figures and the oracle, no policy sees it. */
  readonly canPay: (person: Person, account: Standing, day: EpochDay) => boolean
}
