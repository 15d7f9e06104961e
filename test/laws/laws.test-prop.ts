import '../../src/locale/zh-CN.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  counterfactuals,
  createContext,
  type Decision,
  decide,
  decideAll,
  explain,
  parseCase,
  type ScheduledPlan,
} from '../../src/entry/index.ts'
import type { BorrowerCase, Circumstance } from '../../src/input/borrowerCase.ts'
import { DEFAULT_POLICY } from '../../src/policy/defaultPolicy.ts'
import { formatInstant } from '../../src/time/instant.ts'
import type { CircumstanceKind } from '../../src/words/circumstances.ts'
import { CIRCUMSTANCE_KINDS, classOf } from '../../src/words/circumstances.ts'
import { type AnyCase, anyCase, plain } from './anyCase.ts'
import { runs } from './runs.ts'

const RUNS = runs(120)

const decided = (
  { asOf, case: record }: AnyCase,
  policy?: Parameters<typeof createContext>[0]['policy'],
): Decision => {
  const context = createContext(policy === undefined ? { asOf } : { asOf, policy })
  const parsed = parseCase(record, context)
  if (!parsed.ok) throw new Error(`the generator made a bad case: ${JSON.stringify(parsed.issues)}`)
  return decide(parsed.value, context)
}

const possible = (decision: Decision) =>
  decision.alternatives.filter(({ status }) => status === 'chosen' || status === 'eligible')
const DEMANDS: ReadonlySet<string> = new Set([
  'preDue',
  'remind',
  'demand',
  'followUpPromise',
  'arrangeVisit',
  'locate',
])

const withCircumstance = (one: AnyCase, circumstance: Circumstance): AnyCase => ({
  ...one,
  case: { ...one.case, circumstances: [...(one.case.circumstances ?? []), circumstance] },
})

const ofClass = (wanted: string): CircumstanceKind[] =>
  CIRCUMSTANCE_KINDS.filter((kind) => classOf(kind) === wanted)
const HOLDS = ofClass('hold')
const BURDENS = [...ofClass('hardship'), ...ofClass('vulnerability')]

const dayAfter = (asOf: string, days: number): string =>
  new Date(Date.parse(asOf) + days * 86400000).toISOString().slice(0, 10)

/** The table of holds, column by column, written down again on its own: may a plan be offered to any person at all? */
const NO_RELIEF = new Set([
  'deceased',
  'insolvency',
  'notTheBorrower',
  'fraudClaim',
  'minor',
  'limitedCapacity',
])

describe('law 1: holds hold', () => {
  it('leaves no demand to any person under any hold, and no relief where its row says no', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.constantFrom(...HOLDS),
        fc.option(fc.nat(9), { nil: undefined }),
        (one, kind, days) => {
          const end = days === undefined ? {} : { until: dayAfter(one.asOf, days + 2) }
          const held = decided(withCircumstance(one, { kind, since: dayAfter(one.asOf, -3), ...end }))
          for (const { kind: action, purpose, to } of possible(held)) {
            if (action === 'wait') continue
            expect(purpose === undefined || !DEMANDS.has(purpose)).toBe(true)
            expect(NO_RELIEF.has(kind)).toBe(false)
            if (kind === 'represented' || kind === 'adviserEngaged')
              expect(to ?? 'representative').toBe('representative')
          }
          expect(
            held.reasons.some((reason) => reason.code === 'rule.hold') || held.action.kind !== 'wait',
          ).toBe(true)
        },
      ),
      RUNS,
    )
  })

  it('treats a debt past its limitation the same', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const barred = {
          ...one,
          case: { ...one.case, loan: { ...one.case.loan, limitationUntil: '2020-01-01' } },
        }
        for (const { kind, purpose } of possible(decided(barred))) {
          if (kind !== 'wait') expect(purpose === undefined || !DEMANDS.has(purpose)).toBe(true)
        }
      }),
      RUNS,
    )
  })
})

describe('law 2: gentle first, gentler for the vulnerable', () => {
  it('never makes a visit or a demand possible by adding a hardship or a vulnerability', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...BURDENS), fc.boolean(), (one, kind, told) => {
        const before = possible(decided(one))
        const burden: Circumstance = told ? { kind, recorded: one.asOf } : { kind }
        for (const { kind: action, purpose } of possible(decided(withCircumstance(one, burden)))) {
          if (action === 'visit') expect(before.some((was) => was.kind === 'visit')).toBe(true)
          if (purpose !== undefined && DEMANDS.has(purpose)) {
            expect(before.some((was) => was.kind === action && DEMANDS.has(was.purpose ?? ''))).toBe(true)
          }
        }
      }),
      RUNS,
    )
  })

  it('never makes relief possible by adding a refusal to pay', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.constantFrom('refused', 'visitRefused', 'hostile', 'ceaseRequested'),
        fc.boolean(),
        (one, outcome, inbound) => {
          const before = possible(decided(one)).map(({ kind }) => kind)
          const refusal = {
            at: one.asOf,
            channel: 'call',
            outcome,
            party: 'borrower',
            direction: inbound ? 'inbound' : 'outbound',
          }
          const contacts = [...(one.case.contacts ?? []), refusal]
          const after = possible(decided({ ...one, case: { ...one.case, contacts } as BorrowerCase }))
          for (const { kind } of after) {
            if (kind === 'restructure' || kind === 'hardshipPause') expect(before).toContain(kind)
          }
        },
      ),
      RUNS,
    )
  })

  it('never chooses a visit without vain attempts, broken promises or an appointment', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        if (decided(one).action.kind !== 'visit') return
        const attempts = (one.case.contacts ?? []).filter(({ direction }) => direction !== 'inbound').length
        const promises = (one.case.contacts ?? []).filter(({ promise }) => promise !== undefined).length
        expect(
          attempts >= DEFAULT_POLICY.visit.attempts ||
            promises >= 2 ||
            one.case.preferences?.visitAppointment !== undefined,
        ).toBe(true)
        expect(one.case.preferences?.visit).not.toBe('refused')
      }),
      RUNS,
    )
  })
})

describe('law 3: monotone', () => {
  it('never raises the probability with more days past due', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 200 }), (one, more) => {
        const { loan } = one.case
        if (loan.daysPastDue === undefined) return
        const older = {
          ...one,
          case: { ...one.case, loan: { ...loan, daysPastDue: loan.daysPastDue + more } },
        }
        expect(decided(older).score.probability).toBeLessThanOrEqual(decided(one).score.probability)
      }),
      RUNS,
    )
  })

  it('never lowers it when the newest payment is earlier or larger', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(20), fc.nat(100000), (one, earlier, more) => {
        const improved = improvedNewestPayment(one.case, earlier, more)
        if (improved === undefined) return
        const before = decided(one).score.probability
        expect(decided({ ...one, case: improved }).score.probability).toBeGreaterThanOrEqual(before)
      }),
      RUNS,
    )
  })

  it('never lowers the sustainable payment with more income on the same evidence', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 500000 }), (one, more) => {
        const { budget } = one.case
        if (budget === undefined) return
        const richer = { ...one, case: { ...one.case, budget: { ...budget, income: budget.income + more } } }
        const before = decided(one).capacity
        const after = decided(richer).capacity
        if (before.basis !== budget.evidence) return
        expect(after.sustainablePayment ?? 0).toBeGreaterThanOrEqual(before.sustainablePayment ?? 0)
      }),
      RUNS,
    )
  })
})

function improvedNewestPayment(
  record: BorrowerCase,
  earlier: number,
  more: number,
): BorrowerCase | undefined {
  let newest: { row: number; payment: number; on: string } | undefined
  record.repayments?.forEach(({ paid }, row) => {
    paid?.forEach(({ on }, payment) => {
      if (newest === undefined || on > newest.on) newest = { row, payment, on }
    })
  })
  if (newest === undefined) return undefined
  const copy = plain(record) as unknown as {
    repayments: { paid: { on: string; amount: number; postedOn?: string; reversedOn?: string }[] }[]
  }
  const payment = copy.repayments[newest.row]?.paid[newest.payment]
  if (payment === undefined) return undefined
  const shift = (day: string): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) - earlier * 86400000).toISOString().slice(0, 10)
  payment.on = shift(payment.on)
  if (payment.postedOn !== undefined) payment.postedOn = shift(payment.postedOn)
  payment.amount += more
  return copy as unknown as BorrowerCase
}

describe('law 4: order and noise free', () => {
  const pointers = (text: string): string =>
    text.replaceAll(
      /"\/(repayments|contacts|contactPoints|circumstances|arrangements|notices)\/\d+[^"]*"/g,
      '"#"',
    )

  it('changes nothing but pointers when lists are permuted, noise is added or ids are renamed', () => {
    fc.assert(
      fc.property(anyCase, fc.func(fc.integer()), (one, weigh) => {
        const shuffled = <T>(list: readonly T[] | undefined): T[] | undefined =>
          list === undefined
            ? undefined
            : [...list]
                .map((item, i) => [weigh(i), item] as const)
                .sort((a, b) => a[0] - b[0])
                .map(([, item]) => item)
        const { repayments, contacts, contactPoints, circumstances, arrangements } = one.case
        const noisy = plain({
          ...one.case,
          id: 'renamed',
          borrower: 'somebody',
          metadata: { noise: [1, { deep: true }] },
          repayments: shuffled(repayments)?.map((row) => ({ ...row, paid: shuffled(row.paid) })),
          contacts: shuffled(contacts),
          contactPoints: shuffled(contactPoints),
          circumstances: shuffled(circumstances),
          arrangements: shuffled(arrangements),
        }) as BorrowerCase
        const again = { ...decided({ ...one, case: noisy }), id: one.case.id, borrower: one.case.borrower }
        expect(pointers(JSON.stringify(again))).toBe(pointers(JSON.stringify(decided(one))))
      }),
      RUNS,
    )
  })
})

describe('law 5: scale free', () => {
  const MONEY = new Set([
    'outstanding',
    'principal',
    'accruedInterest',
    'charges',
    'overdue',
    'instalment',
    'creditLimit',
    'amount',
    'balance',
    'income',
    'essentialSpending',
    'otherDebtPayments',
    'adult',
    'dependant',
    'minute',
    'visit',
    'message',
  ])
  const scaled = (value: unknown, by: number): unknown => {
    if (Array.isArray(value)) return value.map((item) => scaled(item, by))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        MONEY.has(key) && typeof item === 'number' ? item * by : scaled(item, by),
      ]),
    )
  }
  const codes = ({ reasons, alternatives }: Decision) => [
    reasons.map(({ code }) => code),
    alternatives.map(({ kind, status, because }) => [kind, status, because.map(({ code }) => code)]),
  ]

  it('keeps action, score and reasons when all money is multiplied', () => {
    const { unitCosts, capacity } = DEFAULT_POLICY
    let outside = 0
    let inside = 0
    fc.assert(
      fc.property(anyCase, fc.constantFrom(2, 10), (one, by) => {
        const policy = {
          id: 'scaled',
          version: '1',
          unitCosts: scaled(unitCosts, by) as typeof unitCosts,
          capacity: {
            ...capacity,
            livingMinimum: scaled(capacity.livingMinimum, by) as typeof capacity.livingMinimum,
          },
        }
        const before = decided(one)
        const after = decided({ ...one, case: scaled(one.case, by) as BorrowerCase }, policy)
        // A plan whose limits leave less slack than one minor unit an instalment is outside the law.
        const plan = (decision: Decision) => decision.alternatives.find(({ kind }) => kind === 'restructure')
        if (plan(before)?.status !== plan(after)?.status) {
          outside++
          return
        }
        inside++
        expect(after.action.kind).toBe(before.action.kind)
        expect(after.score).toEqual(before.score)
        expect(codes(after)).toEqual(codes(before))
      }),
      RUNS,
    )
    expect(outside).toBeLessThan(inside / 50)
  })
})

describe('law 8: one path', () => {
  it('gives the same bytes one by one, in a batch, from JSON or parsed, and in any order', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { minLength: 1, maxLength: 4 }), (all) => {
        const asOf = formatInstant(Math.max(...all.map((one) => Date.parse(one.asOf) / 1000)), 0)
        const context = createContext({ asOf })
        const cases = all.map((one, i) => ({ ...one.case, id: `b-${i}` }))
        const alone = cases.map((record) => JSON.stringify([...decideAll([record], context)]))
        const together = [...decideAll(cases, context)].map((one) => JSON.stringify([one]))
        const backwards = [...decideAll([...cases].reverse(), context)]
          .map((one) => JSON.stringify([one]))
          .reverse()
        const parsed = cases.map((record) => {
          const result = parseCase(record, context)
          return JSON.stringify([result.ok ? { ok: true, decision: decide(result.value, context) } : result])
        })
        expect(together).toEqual(alone)
        expect(backwards).toEqual(alone)
        expect(parsed).toEqual(alone)
      }),
      runs(40),
    )
  })
})

describe('law 9: money is exact', () => {
  it('repays to the minor unit, never above what can be paid', () => {
    let seen = 0
    fc.assert(
      fc.property(anyCase, (one) => {
        const told = { ...one, case: withRecentTalk(one) }
        const { action, capacity } = decided(told)
        const plan = action.plan
        if (plan?.kind !== 'restructure' || !hasSchedule(plan)) return
        seen++
        const { schedule } = plan
        const sum = (pick: (line: (typeof schedule)[number]) => number): number =>
          schedule.reduce((total, line) => total + pick(line), 0)
        expect(sum((line) => line.principal)).toBe(plan.repays)
        expect(sum((line) => line.interest)).toBe(plan.interest)
        expect(sum((line) => line.amount)).toBe(plan.total)
        expect(plan.total).toBe(plan.repays + plan.interest)
        expect(plan.repays).toBe(one.case.loan.outstanding - plan.forgiven)
        expect(schedule).toHaveLength(plan.count)
        expect(schedule[0]?.due).toBe(plan.firstDue)
        expect(schedule.at(-1)?.due).toBe(plan.lastDue)
        expect(schedule.at(-1)?.balance).toBe(0)
        let balance = plan.repays
        for (const line of schedule) {
          balance -= line.principal
          expect(line.balance).toBe(balance)
          expect(line.amount).toBe(line.principal + line.interest)
          expect(line.amount).toBeLessThanOrEqual(capacity.sustainablePayment ?? -1)
          expect(Number.isInteger(line.amount) && line.amount > 0).toBe(true)
        }
      }),
      runs(500),
    )
    expect(seen).toBeGreaterThan(5)
  })
})

const hasSchedule = (plan: object): plan is ScheduledPlan => 'schedule' in plan

/** A case in which relief can be offered: nothing holds, and the borrower was spoken with. */
function withRecentTalk(one: AnyCase): BorrowerCase {
  const { circumstances: _c, arrangements: _a, preferences: _p, contactPoints: _q, ...rest } = one.case
  const yesterday = formatInstant(Date.parse(one.asOf) / 1000 - 90000, 0)
  return {
    ...rest,
    contacts: [{ at: yesterday, channel: 'call', direction: 'inbound', party: 'borrower', outcome: 'spoke' }],
    circumstances: [{ kind: 'incomeDrop', since: '2023-01-01' }],
  }
}

describe('law 11: nothing lost', () => {
  it('gives one answer a record, and a bad one changes no other', () => {
    const bad: unknown[] = [
      null,
      7,
      'x',
      [],
      {},
      { id: 1 },
      { id: 'a', currency: 'CNY' },
      JSON.parse('{"__proto__":{"id":"x"}}'),
    ]
    fc.assert(
      fc.property(fc.array(fc.oneof(anyCase, fc.constantFrom(...bad)), { maxLength: 5 }), (mixed) => {
        const context = createContext({ asOf: '2028-01-01T00:00:00Z' })
        const records = mixed.map((one) => (isCase(one) ? one.case : one))
        const answers = [...decideAll(records, context)]
        expect(answers).toHaveLength(records.length)
        records.forEach((record, i) => {
          expect(answers[i]).toEqual([...decideAll([record], context)][0])
          expect(answers[i]?.ok).toBe(isCase(mixed[i]))
        })
      }),
      runs(40),
    )
  })
})
const isCase = (one: unknown): one is AnyCase => typeof one === 'object' && one !== null && 'asOf' in one

describe('law 12: chosen is first', () => {
  it('ranks all six kinds, the chosen first, eligible ones by value, each other one with a reason', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { action, alternatives } = decided(one)
        expect(new Set(alternatives.map(({ kind }) => kind)).size).toBe(6)
        expect(alternatives.map(({ status }) => status).filter((status) => status === 'chosen')).toEqual([
          'chosen',
        ])
        const [first, ...others] = alternatives
        expect(first).toMatchObject({ status: 'chosen', kind: action.kind, value: action.value })
        const rank = others.map(({ status }) => ['eligible', 'blocked', 'unsuitable'].indexOf(status))
        expect(rank).toEqual([...rank].sort((a, b) => a - b))
        for (const other of others) {
          expect(other.because.length).toBeGreaterThan(0)
          if (other.status === 'eligible' && first?.status === 'chosen')
            expect(other.value).toBeLessThanOrEqual(action.value)
        }
      }),
      RUNS,
    )
  })
})

describe('every decision', () => {
  it('can be told in words to every audience, and asked "what if", without a flaw in the text', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const decision = plain(decided(one))
        for (const language of ['en', 'zh-CN'] as const) {
          for (const audience of ['borrower', 'collector', 'compliance'] as const) {
            for (const line of explain(decision, { language, audience })) {
              expect(line).not.toMatch(/undefined|NaN|\[object|\bnull\b|[{}]/)
            }
          }
        }
        const context = createContext({ asOf: one.asOf })
        const parsed = parseCase(one.case, context)
        if (!parsed.ok) throw new Error('bad case')
        for (const { then } of counterfactuals(parsed.value, context)) expect(then.kind).not.toBe('visit')
      }),
      runs(60),
    )
  })

  it('has reasons of which none about the data is among the first four', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const first = decided(one)
          .reasons.slice(0, 4)
          .map(({ code }) => code)
        expect(first).not.toContain('data.differs')
        expect(first).toHaveLength(4)
      }),
      RUNS,
    )
  })
})
