import { type RuleLibrary, ruleLibrary } from '../compliance/ruleBook.ts'
import { type PolicyTables, policyTables } from '../decide/policyTables.ts'
import { type ScoreTold, scoreTold } from '../explain/reasons.ts'
import { FEATURES, REVOLVING_ONLY } from '../history/features.ts'
import type { Context } from '../input/context.ts'
import type { Model } from '../input/model.ts'
import type { Policy } from '../input/policy.ts'
import type { RulePack } from '../input/rulePack.ts'
import { canonicalHash } from '../numbers/canonicalHash.ts'
import { type Discounting, discountingOf } from '../plan/discounting.ts'
import { type Scorecard, scorecardOf } from '../score/scorecard.ts'

/** What is worked out once from a policy, its packs and a model, and handed to the rooms, each its own part. */
export interface Prepared {
  /** For compliance. */
  readonly rules: RuleLibrary
  /** For plans. */
  readonly discounting: Discounting
  /** For the choice. */
  readonly tables: PolicyTables
  /** For the score. */
  readonly scorecard: Scorecard
  /** For the reasons of the score. */
  readonly scoreTold: ScoreTold
}

/** A context stays plain data, so what is made of it is kept here: the only memo. All of it could be made anew. */
const ofPolicy = once((policy: Policy) => ({
  discounting: discountingOf(policy),
  tables: policyTables(policy),
}))
const ofModel = once((model: Model) => ({
  scorecard: scorecardOf(model, REVOLVING_ONLY),
  scoreTold: scoreTold(model, FEATURES),
}))
const libraries = new WeakMap<readonly RulePack[], RuleLibrary>()
/** `id@version#sha256:…`: the name of a policy or model and the content it stands for. */
export const nameOf = once(
  (artefact: Policy | Model) => `${artefact.id}@${artefact.version}#sha256:${canonicalHash(artefact)}`,
)

/** Everything the rooms need besides the case: made the first time it is asked for, then kept with policy and model. */
export function prepare(context: Pick<Context, 'policy' | 'packs' | 'addedPacks' | 'model'>): Prepared {
  const { discounting, tables } = ofPolicy(context.policy)
  const { scorecard, scoreTold } = ofModel(context.model)
  return { rules: libraryOf(context), discounting, tables, scorecard, scoreTold }
}

function libraryOf(source: Pick<Context, 'policy' | 'packs' | 'addedPacks'>): RuleLibrary {
  const known = libraries.get(source.packs)
  if (known !== undefined && known.policy === source.policy && known.addedPacks === source.addedPacks)
    return known
  const made = ruleLibrary(source)
  libraries.set(source.packs, made)
  return made
}

function once<Key extends object, Value>(make: (of: Key) => Value): (of: Key) => Value {
  const made = new WeakMap<Key, Value>()
  return (of) => {
    let value = made.get(of)
    if (value === undefined) {
      value = make(of)
      made.set(of, value)
    }
    return value
  }
}
