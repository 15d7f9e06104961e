import { fraction, type SeededRandom } from '../numbers/seededRandom.ts'

/** What is true of a borrower and stands on no record; each from 0 to 1. Everything the borrower does comes from it. */
export interface Traits {
  /** How much is left over, in good times, against what is due. */
  readonly ability: number
  /** How readily what is left over goes to this loan. */
  readonly willingness: number
  /** How easily someone is spoken with. */
  readonly contactability: number
  /** How seldom a due day is forgotten. */
  readonly punctuality: number
}

/** Most can pay, most want to, few pick up the phone. */
export function drawTraits(random: SeededRandom): Traits {
  const ability = (fraction(random) + fraction(random)) / 2
  const willingness = Math.max(fraction(random), fraction(random))
  const answers = fraction(random)
  // Who means to pay has less reason to let it ring.
  const contactability = 0.75 * answers * answers + 0.25 * willingness * fraction(random)
  return {
    ability: thousandths(ability),
    willingness: thousandths(willingness),
    contactability: thousandths(contactability),
    punctuality: thousandths(Math.max(fraction(random), fraction(random))),
  }
}

const thousandths = (x: number): number => Math.round(x * 1000) / 1000

/** Instalments left over a period in good times, by ability: from just short of one to over three. */
export const instalmentsLeft = ({ ability }: Traits): number => 0.85 + 2.6 * ability
