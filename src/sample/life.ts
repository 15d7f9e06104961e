import { between, chance, pickWeighted, type SeededRandom, wholeBetween } from '../numbers/seededRandom.ts'
import type { EpochDay } from '../time/civilDay.ts'
import type { HomePlace } from './places.ts'
import { AGES, MOST_LIVES, SERIOUS_SHARE, SHAKEN_SHARE } from './rates.ts'
import { daysPastDueOn, type RepaymentPath, repay } from './repay.ts'
import { drawTerms, type LoanTerms } from './terms.ts'
import { drawTraits, type Traits } from './traits.ts'
import { drawTrouble, NO_TROUBLE, type Trouble } from './trouble.ts'

/** A person: where, with what income, what is true of them and what happened to them. */
export interface Person {
  readonly place: HomePlace
  readonly zone: string
  readonly language: string
  /** A month, in good times, in minor units. */
  readonly income: number
  readonly traits: Traits
  readonly trouble: Trouble
}

/** A person's account: what was agreed and what was paid. */
export interface Life {
  readonly person: Person
  readonly terms: LoanTerms
  readonly path: RepaymentPath
}

/**
 * Someone whose account is of an age drawn from `AGES` today. Lives are drawn until one comes out so: those who are far
 * behind is therefore, as in life, mostly someone who could not or would not catch up.
 */
export function drawLife(random: SeededRandom, place: HomePlace, today: EpochDay): Life {
  const product = pickWeighted(random, place.products)
  const zone = pickWeighted(random, place.zones)
  const language = pickWeighted(random, place.languages)
  const [low, high] = pickWeighted(random, AGES)
  for (let tries = 1; ; tries++) {
    const income = drawIncome(random, place)
    const age = wholeBetween(random, low, high)
    const terms = drawTerms(random, place, product, income, today, age)
    const traits = drawTraits(random)
    const trouble = troubleOf(random, terms, age)
    const path = repay(random, traits, trouble, terms, today)
    const reached = daysPastDueOn(terms, path, today)
    if ((reached >= low && reached <= high) || tries === MOST_LIVES)
      return { person: { place, zone, language, income, traits, trouble }, terms, path }
  }
}

/** Another account of someone: other terms, the same means and the same troubles. */
export function drawSecondLife(random: SeededRandom, person: Person, today: EpochDay): Life {
  const product = pickWeighted(random, person.place.products)
  const terms = drawTerms(random, person.place, product, person.income, today, 0)
  return { person, terms, path: repay(random, person.traits, person.trouble, terms, today) }
}

/** Incomes lie near the usual one, with a long tail above. */
function drawIncome(random: SeededRandom, { income: [low, usual] }: HomePlace): number {
  const body = between(random, low, usual)
  return Math.round((chance(random, 0.12) ? body * between(random, 1.2, 2.6) : body) / 50) * 5000
}

/** A young missed payment is mostly one forgotten; nobody forgets for two months. */
function troubleOf(random: SeededRandom, { dues, onset, periodDays }: LoanTerms, age: number): Trouble {
  if (onset < 0) {
    // Some have been through something, for some it is just beginning.
    const shaken = chance(random, SHAKEN_SHARE)
    return shaken
      ? drawTrouble(random, dues[wholeBetween(random, 0, dues.length - 1)] as EpochDay)
      : NO_TROUBLE
  }
  const due = dues[onset] as EpochDay
  const forgotten = age < periodDays - 3 && !chance(random, SERIOUS_SHARE)
  return forgotten ? NO_TROUBLE : drawTrouble(random, due)
}
