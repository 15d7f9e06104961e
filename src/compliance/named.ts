import type { Params } from '../kernel/issue.ts'
import type { Because, RuleRef } from '../kernel/reason.ts'
import type { ComplianceCode } from './permissions.ts'

/** A reason of this room. */
export type NamedBecause = Because<ComplianceCode>

const NO_EVIDENCE: readonly string[] = Object.freeze([])

/** A reason that names the rule behind it, where a rule is behind it. */
export const becauseOfRule = (
  code: ComplianceCode,
  rule: RuleRef | undefined,
  params: Params,
  evidence: readonly string[] = NO_EVIDENCE,
): NamedBecause =>
  // Frozen, for many decisions share it: whoever changes one must not change the next.
  Object.freeze(
    rule === undefined
      ? { code, about: 'action', params: Object.freeze(params), evidence: Object.freeze(evidence) }
      : { code, about: 'action', params: Object.freeze(params), evidence: Object.freeze(evidence), rule },
  )
