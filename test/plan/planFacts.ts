import type { CircumstanceSpan, Facts } from '../../src/history/facts.ts'
import type { RowState } from '../../src/history/measured.ts'
import type { Budget, BudgetEvidence, Loan } from '../../src/input/borrowerCase.ts'
import type { Context } from '../../src/input/context.ts'
import type { Policy } from '../../src/input/policy.ts'
import type { ReadArrangement, ReadCase } from '../../src/input/readCase.ts'
import { DEFAULT_POLICY } from '../../src/policy/defaultPolicy.ts'
import { parseDay } from '../../src/time/civilDay.ts'
import { SECONDS_PER_DAY } from '../../src/time/instant.ts'
import { findZone } from '../../src/time/timeZone.ts'
import type { HardshipKind } from '../../src/words/circumstances.ts'

/** What the room plan/ reads of a record, as a test states it. Days are `YYYY-MM-DD`. */
export interface Given {
  readonly today?: string
  readonly currency?: string
  readonly loan?: Partial<Loan>
  readonly budget?: (Omit<Budget, 'evidence'> & { readonly evidence?: BudgetEvidence }) | undefined
  readonly hardships?: readonly GivenHardship[]
  readonly arrangements?: readonly GivenArrangement[]
  /** Due days of repayment rows and what was paid in each of the last three. */
  readonly rowsDue?: readonly string[]
  readonly sustained?: number
}

interface GivenHardship {
  readonly kind: HardshipKind
  readonly since?: string
  readonly until?: string
  readonly evidence?: BudgetEvidence
  readonly now?: boolean
}

interface GivenArrangement {
  readonly kind: ReadArrangement['kind']
  readonly from: string
  readonly status: ReadArrangement['status']
  readonly instalment?: number
  readonly recorded?: string
}

export const day = (text: string): number => {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`no day: ${text}`)
  return parsed
}

const optionalDay = (text: string | undefined) => (text === undefined ? undefined : day(text))

/** Borrower's zone in which local days and UTC days differ for much of the day. */
const zone = findZone('Asia/Shanghai')!
const startOf = (text: string) => day(text) * SECONDS_PER_DAY - 8 * 3600

/** Facts of a loan of 520,000, two instalments of 52,000 behind, with what a test changes. */
export function planFacts(given: Given = {}): Facts {
  const today = day(given.today ?? '2026-11-25')
  const loan: Loan = {
    product: 'instalment',
    outstanding: 520000,
    overdue: 104000,
    instalment: 52000,
    nextDueDay: '2026-12-24',
    ...given.loan,
  }
  const arrangements = (given.arrangements ?? []).map(
    ({ from, recorded, instalment, ...rest }, index): ReadArrangement => ({
      index,
      from: day(from),
      until: undefined,
      instalment,
      recorded: recorded === undefined ? undefined : startOf(recorded),
      ...rest,
    }),
  )
  const running = arrangements.find(({ status, from }) => status === 'active' && from <= today)
  const view = {
    source: {
      id: 't-1',
      currency: given.currency ?? 'CNY',
      timeZone: 'Asia/Shanghai',
      loan,
      ...(given.budget === undefined ? {} : { budget: { evidence: 'documented', ...given.budget } }),
    },
    zone,
    nextDueDay: optionalDay(loan.nextDueDay),
    overdueSince: optionalDay(loan.overdueSince),
    budgetOn: optionalDay(given.budget?.on),
    circumstances: (given.hardships ?? []).map(({ kind, evidence }, index) => ({ index, kind, evidence })),
    arrangements,
    contacts: [],
  }
  const facts = {
    view: view as unknown as ReadCase,
    today,
    asOf: today * SECONDS_PER_DAY,
    outstanding: loan.outstanding,
    overdue: loan.overdue,
    inArrears: loan.overdue > 0,
    instalment: loan.instalment ?? null,
    rows: (given.rowsDue ?? []).map(
      (due, index) =>
        ({ pointer: `/repayments/${index}`, due: day(due), fallen: day(due) < today }) as RowState,
    ),
    circumstances: (given.hardships ?? []).map(
      ({ kind, since, until, now = true }, index): CircumstanceSpan => ({
        kind,
        from: since === undefined ? Number.NEGATIVE_INFINITY : startOf(since),
        to: until === undefined ? Number.POSITIVE_INFINITY : startOf(until) + SECONDS_PER_DAY,
        lastDay: optionalDay(until),
        pointer: `/circumstances/${index}`,
        implied: false,
        now,
      }),
    ),
    arrangement:
      running === undefined
        ? undefined
        : {
            pointer: `/arrangements/${running.index}`,
            kind: running.kind,
            until: undefined,
            instalment: running.instalment,
            from: running.from,
          },
    features: { sustainedPayment3: given.sustained ?? null } as Facts['features'],
  }
  return facts as unknown as Facts
}

/** The built-in policy with what a test changes in it. */
export const policyWith = (changes: Partial<Policy> = {}): Policy => ({ ...DEFAULT_POLICY, ...changes })

/** A context of which only the policy is read here. */
export const contextWith = (changes: Partial<Policy> = {}): Context =>
  ({ policy: policyWith(changes) }) as unknown as Context
