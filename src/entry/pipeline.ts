import { permissionsFor } from '../compliance/permissionsFor.ts'
import { decideAction } from '../decide/decideAction.ts'
import type { Action } from '../decide/decision.ts'
import type { Findings } from '../decide/situation.ts'
import type { Decision } from '../explain/decision.ts'
import { reasonsOf } from '../explain/reasons.ts'
import type { Facts } from '../history/facts.ts'
import { readFacts } from '../history/readFacts.ts'
import { asOfIssues, viewAsOf } from '../input/asOf.ts'
import type { Context } from '../input/context.ts'
import { readOf } from '../input/parsedCase.ts'
import type { ParsedCase, ReadCase } from '../input/readCase.ts'
import { schedule } from '../plan/dueDays.ts'
import { planOptionsFor } from '../plan/planOptionsFor.ts'
import { scoreCase } from '../score/scoreCase.ts'
import { failure } from '../words/failure.ts'

/** The one place where the online rooms are joined, and the only order in which they run. */

/** The case as this context sees it. @throws a Failure when the case was not parsed, or the context refuses it. */
export function viewOf(parsed: ParsedCase, context: Context): ReadCase {
  requireContext(context)
  const read = readOf(parsed)
  if (read === undefined) throw failure('case.notParsed', 'decide takes what parseCase returned as value')
  const issues = asOfIssues(read, context)
  if (issues.length > 0) throw failure('case.refused', 'this context refuses the case; see issues', issues)
  return viewAsOf(read, context)
}

/** @throws a Failure when the value is no context made by createContext. */
export function requireContext(context: Context): void {
  const { arrears, asOfSecond, versions } = context ?? {}
  const whole = arrears === 1 && asOfSecond !== undefined && versions !== undefined
  if (!whole || !Object.isFrozen(context)) {
    throw failure('context.notMade', 'the context must come from createContext')
  }
}

/** What every room finds in a case. */
export function findingsOf(view: ReadCase, context: Context): Findings {
  const facts = readFacts(view, context)
  return {
    facts,
    score: scoreCase(facts, context),
    permissions: permissionsFor(facts, context),
    plans: planOptionsFor(facts, context),
    context,
  }
}

/** The choice with its schedule and its reasons. Written key by key: spreading objects this wide is slow. */
export function explained(findings: Findings): Decision {
  const choice = decideAction(findings)
  const { facts, context } = findings
  const { id, borrower, asOf, currency, area, language, outstanding, overdue, daysPastDue, bucket } = choice
  const { score, profile, capacity, alternatives, experiment, versions } = choice
  const reasons = reasonsOf(choice, facts, context.model)
  const action = choice.action
  addSchedule(action, facts)
  // biome-ignore format: one line a shape shows that they differ in the area alone
  return area === undefined
    ? { id, borrower, asOf, currency, language, outstanding, overdue, daysPastDue, bucket, score, profile, capacity, action, alternatives, reasons, experiment, versions }
    : { id, borrower, asOf, currency, area, language, outstanding, overdue, daysPastDue, bucket, score, profile, capacity, action, alternatives, reasons, experiment, versions }
}

/** Only the chosen plan carries its schedule. The action was made for this decision a moment ago: no copy is needed. */
function addSchedule(action: { plan?: Action['plan'] }, facts: Facts): void {
  const { plan } = action
  if (plan?.kind === 'restructure') action.plan = { ...plan, schedule: schedule(plan, facts) }
}
