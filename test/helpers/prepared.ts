import type { Permissions } from '../../src/compliance/permissions.ts'
import { permissionsFor } from '../../src/compliance/permissionsFor.ts'
import { ruleLibrary } from '../../src/compliance/ruleBook.ts'
import type { Facts } from '../../src/history/facts.ts'
import { REVOLVING_ONLY } from '../../src/history/features.ts'
import type { Context } from '../../src/input/context.ts'
import type { Policy } from '../../src/input/policy.ts'
import { discountingOf } from '../../src/plan/discounting.ts'
import type { PlanOptions } from '../../src/plan/planOptions.ts'
import { contractValueOf, planOptionsFor } from '../../src/plan/planOptionsFor.ts'
import type { Score } from '../../src/score/score.ts'
import { scoreCase } from '../../src/score/scoreCase.ts'
import { scorecardOf } from '../../src/score/scorecard.ts'

// Rooms by themselves, with what is prepared for them made on the spot: nothing is kept between two calls.

export const permissionsIn = (facts: Facts, context: Context): Permissions =>
  permissionsFor(facts, ruleLibrary(context))

export const plansIn = (facts: Facts, { policy }: Context): PlanOptions =>
  planOptionsFor(facts, policy, discountingOf(policy))

export const contractValueIn = (facts: Facts, policy: Policy): number =>
  contractValueOf(facts, policy, discountingOf(policy))

export const scoreIn = (facts: Facts, { model, policy }: Context): Score =>
  scoreCase(facts, scorecardOf(model, REVOLVING_ONLY), policy.bands)
