import { permissionsFor } from '../compliance/permissionsFor.ts'
import { courseOf } from '../course/course.ts'
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
import { type Prepared, prepare } from './prepare.ts'

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

/** Decides a case as this context sees it: all rooms, in their order. */
export function decideView(view: ReadCase, context: Context): Decision {
  const prepared = prepare(context)
  return explained(pipelineFindings(view, context, prepared), prepared)
}

/** What every room finds in a case. */
export function pipelineFindings(view: ReadCase, context: Context, prepared: Prepared): Findings {
  const { policy } = context
  const facts = readFacts(view, context)
  const permissions = permissionsFor(facts, prepared.rules)
  const plans = planOptionsFor(facts, policy, prepared.discounting)
  return {
    facts,
    score: scoreCase(facts, prepared.scorecard, policy.bands),
    permissions,
    course: courseOf(facts, permissions.holds, plans.capacity.verdict, policy),
    plans,
    context,
    tables: prepared.tables,
  }
}

/** The choice with its schedule and its reasons. Written key by key: spreading objects this wide is slow. */
function explained(findings: Findings, prepared: Prepared): Decision {
  const choice = decideAction(findings)
  const { facts } = findings
  const { id, borrower, asOf, currency, area, language, outstanding, overdue, daysPastDue, bucket } = choice
  const { score, profile, capacity, holds, care, commitments, state, alternatives, experiment, versions } =
    choice
  const reasons = reasonsOf(choice, facts, prepared.scoreTold)
  const action = choice.action
  addSchedule(action, facts)
  // biome-ignore format: one line a shape shows that they differ in the area alone
  return area === undefined
    ? { id, borrower, asOf, currency, language, outstanding, overdue, daysPastDue, bucket, score, profile, capacity, holds, care, commitments, state, action, alternatives, reasons, experiment, versions }
    : { id, borrower, asOf, currency, area, language, outstanding, overdue, daysPastDue, bucket, score, profile, capacity, holds, care, commitments, state, action, alternatives, reasons, experiment, versions }
}

/** Only the chosen plan carries its schedule. The action was made for this decision a moment ago: no copy is needed. */
function addSchedule(action: { plan?: Action['plan'] }, facts: Facts): void {
  const { plan } = action
  if (plan?.kind === 'restructure') action.plan = { ...plan, schedule: schedule(plan, facts) }
}
