import { chosenKind, decideAction } from '../decide/decideAction.ts'
import type { Choice } from '../decide/decision.ts'
import type { Findings } from '../decide/situation.ts'
import {
  type ChangeCode,
  type Counterfactual,
  unpaidRows,
  withAge,
  withIncome,
  withPayment,
} from '../explain/counterfactual.ts'
import { readFacts } from '../history/readFacts.ts'
import type { Context } from '../input/context.ts'
import type { ParsedCase, ReadCase } from '../input/readCase.ts'
import { planOptionsFor } from '../plan/planOptionsFor.ts'
import { scoreCase } from '../score/scoreCase.ts'
import { formatDay } from '../time/civilDay.ts'
import { parseInstant } from '../time/instant.ts'
import { localDay } from '../time/timeZone.ts'
import { type ActionKind, KIND_PLACE } from '../words/actions.ts'
import type { Params } from '../words/issue.ts'
import { MONTHS_PER_PERIOD } from '../words/money.ts'
import { contextAt } from './contextAt.ts'
import { pipelineFindings, viewOf } from './pipeline.ts'
import { type Prepared, prepare } from './prepare.ts'

/** How many unpaid rows a payment is tried to clear before trying all that is overdue. */
const ROWS_TRIED = 2

/**
 * What would lead to a gentler or better action: the least payment, keeping the promise, evidence of income, waiting.
 * Decides again for every change, only with what the change touches.
 *
 * @throws a Failure as `decide` does.
 * @example
 * counterfactuals(parsed.value, context)
 * // => [{ if: [{ code: 'pay', params: { amount: 52000, by: '2026-11-25' } }], then: { kind: 'reminder' } }]
 */
export function counterfactuals(parsed: ParsedCase, context: Context): Counterfactual[] {
  const view = viewOf(parsed, context)
  const prepared = prepare(context)
  const findings = pipelineFindings(view, context, prepared)
  const choice = decideAction(findings)
  const found = [
    leastPayment(view, findings, choice, prepared),
    keptPromise(view, findings, choice, prepared),
    incomeEvidence(view, findings, choice, prepared),
    waiting(view, findings, choice, prepared),
  ]
  return found.filter((one) => one !== undefined)
}

const placeOfKind = (kind: ActionKind): number => KIND_PLACE[kind]
/** Gentler, or relief where there was none. */
const better = (kind: ActionKind, than: Choice): boolean => placeOfKind(kind) < placeOfKind(than.action.kind)

const outcome = (code: ChangeCode, params: Params, kind: ActionKind): Counterfactual => ({
  if: [{ code, params }],
  // biome-ignore lint/suspicious/noThenProperty: the contract names it so, and it is an object, not a function to be called
  then: { kind },
})

/** A payment changes history, score and plan; the rules of contact do not look at money. */
function kindAfterPayment(
  view: ReadCase,
  findings: Findings,
  amount: number,
  prepared: Prepared,
): ActionKind {
  const { facts, context } = findings
  const paid = readFacts(withPayment(view, amount, facts.today, facts.daysPastDue), context)
  const again = {
    ...findings,
    facts: paid,
    score: scoreCase(paid, prepared.scorecard, context.policy.bands),
    plans: planOptionsFor(paid, context.policy, prepared.discounting),
  }
  return chosenKind(again)
}

function leastPayment(
  view: ReadCase,
  findings: Findings,
  choice: Choice,
  prepared: Prepared,
): Counterfactual | undefined {
  const { facts } = findings
  if (!facts.inArrears) return undefined
  const amounts: number[] = []
  let sum = 0
  for (const { rest } of unpaidRows(view, facts.today).slice(0, ROWS_TRIED)) {
    sum += rest
    if (sum < facts.overdue) amounts.push(sum)
  }
  if (facts.instalment !== null && amounts.length === 0 && facts.instalment < facts.overdue)
    amounts.push(facts.instalment)
  amounts.push(facts.overdue)
  for (const amount of amounts) {
    const kind = kindAfterPayment(view, findings, amount, prepared)
    if (better(kind, choice)) return outcome('pay', { amount, by: formatDay(facts.today) }, kind)
  }
  return undefined
}

function keptPromise(
  view: ReadCase,
  findings: Findings,
  choice: Choice,
  prepared: Prepared,
): Counterfactual | undefined {
  const promise = findings.facts.openPromise
  if (promise === undefined) return undefined
  const rest = Math.min(promise.amount - promise.paid, findings.facts.outstanding)
  if (rest <= 0) return undefined
  const kind = kindAfterPayment(view, findings, rest, prepared)
  if (placeOfKind(kind) > placeOfKind(choice.action.kind)) return undefined
  return outcome('keepPromise', { amount: promise.amount, by: formatDay(promise.by) }, kind)
}

/** Income touches the plan alone. Tried at the two points where a verdict or a plan can change. */
function incomeEvidence(
  view: ReadCase,
  findings: Findings,
  choice: Choice,
  prepared: Prepared,
): Counterfactual | undefined {
  const { facts, plans, context } = findings
  const budget = view.source.budget
  if (budget === undefined || plans.capacity.basis === 'documented') return undefined
  const { policy } = context
  const months = MONTHS_PER_PERIOD[view.source.loan.period ?? 'month']
  const spending = budget.essentialSpending + (budget.otherDebtPayments ?? 0)
  const planned = facts.outstanding / policy.relief.maxInstalments
  const able = (facts.instalment ?? 0) + policy.capacity.arrearsShare * facts.overdue
  for (const sustainable of planned < able ? [planned, able] : [able]) {
    const surplus = (sustainable + 1) / (1 - policy.capacity.margin.documented) / months
    // Evidence can only be given of what there is: never of less than the borrower already told.
    const income = Math.max(budget.income, Math.ceil(spending + surplus))
    const known = readFacts(withIncome(view, budget, income, facts.today), context)
    const again = { ...findings, facts: known, plans: planOptionsFor(known, policy, prepared.discounting) }
    const kind = chosenKind(again)
    if (better(kind, choice)) return outcome('giveIncomeEvidence', { income }, kind)
  }
  return undefined
}

/** The first gentler action a rule forbids now, decided again at the instant it becomes possible. */
function waiting(
  view: ReadCase,
  findings: Findings,
  choice: Choice,
  prepared: Prepared,
): Counterfactual | undefined {
  const blocked = choice.alternatives.find(
    ({ kind, status, until }) => status === 'blocked' && until !== undefined && better(kind, choice),
  )
  const until = blocked?.until
  const at = until === undefined ? undefined : parseInstant(until)
  if (until === undefined || at === undefined) return undefined
  const { facts, context } = findings
  const days = localDay(facts.view.zone, at) - facts.today
  const aged = facts.overdue > 0 ? withAge(view, facts.daysPastDue + days) : view
  const kind = chosenKind(pipelineFindings(aged, contextAt(context, until), prepared))
  return better(kind, choice) ? outcome('waitUntil', { until }, kind) : undefined
}
