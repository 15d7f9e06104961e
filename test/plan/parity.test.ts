import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { BudgetEvidence, Product } from '../../src/input/borrowerCase.ts'
import type { Policy } from '../../src/input/policy.ts'
import { schedule } from '../../src/plan/dueDays.ts'
import { lastPayment, paymentOver, paymentsNeeded, termsOf } from '../../src/plan/instalments.ts'
import type { Period } from '../../src/words/money.ts'
import { plansIn } from '../helpers/prepared.ts'
import { contextWith, planFacts, policyWith } from './planFacts.ts'

// The outside witness: fixtures/parity/plan/makePlans.py, by brute force in exact fractions and numpy-financial.
interface Witness {
  readonly policy: {
    readonly margin: Readonly<Record<BudgetEvidence, string>>
    readonly arrearsShare: string
    readonly livingMinimum: { readonly adult: number; readonly dependant: number }
    readonly completion: readonly (readonly [string | null, string])[]
    readonly discountRate: number
    readonly maxInstalments: number
  }
  readonly annuities: readonly {
    readonly balance: number
    readonly rate: number
    readonly period: Period
    readonly days: number
    readonly count: number
    readonly payment: number
    readonly more: number
    readonly countOfMore: number
  }[]
  readonly cases: readonly WitnessCase[]
}

interface WitnessCase {
  readonly id: string
  readonly today: string
  readonly product: Product
  readonly period: Period
  readonly outstanding: number
  readonly overdue: number
  readonly instalment: number
  readonly remainingInstalments: number | null
  readonly annualRate: string | null
  readonly nextDueDay: string
  readonly hardship: boolean
  readonly budget: {
    readonly income: number
    readonly essentialSpending: number
    readonly otherDebtPayments: number
    readonly dependants: number
    readonly evidence: BudgetEvidence
  }
  readonly expected: {
    readonly surplus: number
    readonly sustainablePayment: number
    readonly verdict: string
    readonly needed: number
    readonly contractValue: number
    readonly code: string
    readonly least?: number
    readonly frozen?: boolean
    readonly plan?: {
      readonly instalment: number
      readonly count: number
      readonly firstDue: string
      readonly lastDue: string
      readonly interest: number
      readonly share: number
      readonly presentValue: number
      readonly completion: number
      readonly schedule: readonly (readonly [string, number, number, number, number])[]
    }
  }
}

const witness = JSON.parse(readFileSync('fixtures/parity/plan/plans.json', 'utf8')) as Witness

const figures = witness.policy
const numbers = ({ documented, stated, estimated }: Readonly<Record<BudgetEvidence, string>>) => ({
  documented: Number(documented),
  stated: Number(stated),
  estimated: Number(estimated),
})
const changes: Partial<Policy> = {
  capacity: {
    margin: numbers(figures.margin),
    staleDays: 180,
    arrearsShare: Number(figures.arrearsShare),
    livingMinimum: { CNY: figures.livingMinimum },
  },
  completion: figures.completion.map(([below, rate]) => ({
    ...(below === null ? {} : { shareOfSustainableBelow: Number(below) }),
    rate: Number(rate),
  })),
  discountRate: figures.discountRate,
  relief: { ...policyWith().relief, maxInstalments: figures.maxInstalments, interestFreeze: true },
}

const factsOf = (given: WitnessCase) => {
  const { product, period, outstanding, overdue, instalment, nextDueDay, remainingInstalments, annualRate } =
    given
  return planFacts({
    today: given.today,
    loan: {
      ...{ product, period, outstanding, overdue, instalment, nextDueDay },
      ...(remainingInstalments === null ? {} : { remainingInstalments }),
      ...(annualRate === null ? {} : { annualRate: Number(annualRate) }),
    },
    budget: given.budget,
    hardships: given.hardship ? [{ kind: 'incomeDrop' }] : [],
  })
}

describe('annuities agree with numpy-financial', () => {
  test.each(
    witness.annuities.map((row) => [`${row.rate} a year, ${row.count} × ${row.period}`, row] as const),
  )('%s', (_, { balance, rate, period, days, count, payment, more, countOfMore }) => {
    const terms = termsOf(balance, rate, period, days)
    expect(paymentOver(terms, count)).toBeCloseTo(payment, 6)
    expect(paymentsNeeded(terms, more, 1000)).toBe(countOfMore)
    // Paid in equal parts, the last is as large as the others.
    expect(lastPayment(terms, payment, count)).toBeCloseTo(payment, 4)
  })
})

describe('capacity, plan and contract agree with exact fractions', () => {
  test.each(witness.cases.map((row) => [`${row.id} ${row.expected.code}`, row] as const))('%s', (_, row) => {
    const facts = factsOf(row)
    const { capacity, restructure, contractValue } = plansIn(facts, contextWith(changes))
    const { expected } = row
    expect(capacity).toMatchObject({
      surplus: expected.surplus,
      sustainablePayment: expected.sustainablePayment,
      verdict: expected.verdict,
      needed: expected.needed,
    })
    expect(contractValue / expected.contractValue).toBeCloseTo(1, 9)
    expect(restructure.because.map(({ code }) => code)).toEqual([expected.code])
    expect(restructure.viable).toBe(expected.plan !== undefined)
    if (expected.least !== undefined)
      expect(restructure.because[0]?.params).toMatchObject({ needed: expected.least })
    if (expected.plan === undefined) return
    const { plan } = restructure
    expect(plan).toMatchObject({
      measures: expected.frozen ? ['termExtension', 'interestFreeze'] : ['termExtension'],
      instalment: expected.plan.instalment,
      period: row.period,
      count: expected.plan.count,
      firstDue: expected.plan.firstDue,
      lastDue: expected.plan.lastDue,
      repays: row.outstanding,
      interest: expected.plan.interest,
      forgiven: 0,
      total: row.outstanding + expected.plan.interest,
      completion: expected.plan.completion,
    })
    expect(plan?.shareOfSustainable).toBeCloseTo(expected.plan.share, 6)
    expect(Math.abs((plan?.presentValue ?? 0) - expected.plan.presentValue)).toBeLessThanOrEqual(0.5001)
    expect(schedule(plan!, facts)).toEqual(
      expected.plan.schedule.map(([due, amount, principal, interest, balance]) => ({
        ...{ due, amount, principal, interest, balance },
      })),
    )
  })
})
