import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counterfactuals, createContext, decide, parseCase } from '../../src/entry/index.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { ACTION_ORDER, type ActionKind } from '../../src/words/actions.ts'
import { type AnyCase, anyCase } from '../laws/anyCase.ts'
import { runs } from '../laws/runs.ts'

const GENTLER = (kind: ActionKind): number => ACTION_ORDER.indexOf(kind)

const parsedIn = (record: BorrowerCase, asOf: string) => {
  const context = createContext({ asOf })
  const parsed = parseCase(record, context)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return { context, parsed: parsed.value }
}
const kindOf = (record: BorrowerCase, asOf: string): string => {
  const { context, parsed } = parsedIn(record, asOf)
  return decide(parsed, context).action.kind
}

/** The record as the lender would send it had the borrower done what was suggested. */
function done(
  one: AnyCase,
  code: string,
  params: Readonly<Record<string, unknown>>,
): BorrowerCase | undefined {
  const { loan, budget } = one.case
  if (code === 'giveIncomeEvidence' && budget !== undefined) {
    const { on: _on, ...rest } = budget
    return { ...one.case, budget: { ...rest, income: params.income as number, evidence: 'documented' } }
  }
  if (code !== 'pay' && code !== 'keepPromise') return undefined
  const overdue = loan.overdue - (params.amount as number)
  const daysPastDue = Math.ceil(((loan.daysPastDue ?? 0) * overdue) / loan.overdue)
  return {
    ...one.case,
    loan: { ...loan, outstanding: loan.outstanding - (params.amount as number), overdue, daysPastDue },
  }
}

describe('counterfactuals', () => {
  it('leads where it says, and to something gentler, when the record is changed by hand', () => {
    let seen = 0
    fc.assert(
      fc.property(anyCase, (drawn) => {
        // Without rows the contract says how a payment changes the age; with them the record itself would change.
        const one = { ...drawn, case: { ...drawn.case, repayments: [] } }
        const { context, parsed } = parsedIn(one.case, one.asOf)
        const now = decide(parsed, context).action.kind
        for (const { if: changes, then } of counterfactuals(parsed, context)) {
          expect(changes).toHaveLength(1)
          const { code, params } = changes[0] as (typeof changes)[number]
          if (code !== 'keepPromise') expect(GENTLER(then.kind)).toBeLessThan(GENTLER(now))
          const record = done(one, code, params)
          if (record === undefined || record.loan.overdue < 0) continue
          if (code === 'keepPromise') continue
          seen++
          expect(kindOf(record, one.asOf)).toBe(then.kind)
        }
      }),
      runs(200),
    )
    expect(seen).toBeGreaterThan(15)
  })
})
