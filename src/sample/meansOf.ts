import type { Budget } from '../input/borrowerCase.ts'
import { CIRCUMSTANCE_CLASS } from '../kernel/circumstance.ts'
import { type EpochDay, formatDay } from '../kernel/civilDay.ts'
import { MONTHS_PER_PERIOD } from '../kernel/money.ts'
import { between, chance, pickWeighted, type SeededRandom, wholeBetween } from '../kernel/seededRandom.ts'
import type { ContactLog } from './contactLog.ts'
import type { Life } from './life.ts'
import { instalmentsLeft } from './traits.ts'
import { isDuring } from './trouble.ts'
import type { When } from './when.ts'

/** A budget where the lender has one: asked for when help was asked for, else the one from when the loan was made. */
export function meansOf(
  random: SeededRandom,
  life: Life,
  { learned, spokeOn }: ContactLog,
  { today }: When,
): Budget | undefined {
  const asked = learned.find(({ kind }) => CIRCUMSTANCE_CLASS[kind] === 'hardship')
  if (asked !== undefined && chance(random, 0.75))
    return budgetOn(random, life, asked.day, chance(random, 0.35) ? 'documented' : 'stated')
  if (spokeOn !== undefined && chance(random, 0.3)) return budgetOn(random, life, spokeOn, 'stated')
  if (chance(random, 0.3)) {
    const made = (life.terms.dues[0] as EpochDay) - life.terms.periodDays
    return budgetOn(random, life, Math.min(made, today), 'documented')
  }
  return chance(random, 0.12)
    ? budgetOn(random, life, today - wholeBetween(random, 1, 200), 'estimated')
    : undefined
}

/** How far what was said may be from what is so. */
const ERROR = { documented: 0.03, stated: 0.12, estimated: 0.25 } as const

function budgetOn(
  random: SeededRandom,
  { person, terms }: Life,
  day: EpochDay,
  evidence: Budget['evidence'],
): Budget {
  const { trouble, income: usual, place } = person
  const troubled = isDuring(trouble, day)
  const amiss = between(random, 1 - ERROR[evidence], 1 + ERROR[evidence])
  const instalments = instalmentsLeft(person.traits) * (troubled ? trouble.left : 1)
  // What a single repayment takes is meant to come from a month and a half.
  const monthly = terms.instalment / MONTHS_PER_PERIOD[terms.period] / (terms.product === 'single' ? 1.5 : 1)
  const surplus = Math.round(instalments * monthly * amiss)
  const others = chance(random, 0.45) ? usual * between(random, 0.03, 0.15) : 0
  const wages = troubled && LOSES_WAGES.has(trouble.kind) ? usual * between(random, 0.35, 0.75) : usual
  const income = Math.max(wages, surplus + others + usual * 0.3)
  const round = (amount: number) => Math.max(0, Math.round(amount / place.roundTo) * place.roundTo)
  return {
    income: round(income),
    essentialSpending: round(income - others - surplus),
    ...(others > 0 ? { otherDebtPayments: round(others) } : {}),
    dependants: pickWeighted(random, DEPENDANTS),
    evidence,
    on: formatDay(day),
  }
}

const LOSES_WAGES: ReadonlySet<string> = new Set(['jobLoss', 'incomeDrop', 'illness', 'imprisoned', 'caring'])

const DEPENDANTS = [
  [0, 5],
  [1, 3],
  [2, 2],
  [3, 1],
] as const
