import type { Permissions } from '../../src/compliance/permissions.ts'
import { createContext } from '../../src/entry/createContext.ts'
import { readFacts } from '../../src/history/readFacts.ts'
import { viewAsOf } from '../../src/input/asOf.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import { readOf } from '../../src/input/parsedCase.ts'
import type { PolicyInput } from '../../src/input/policy.ts'
import { permissionsIn } from './prepared.ts'

/** What contact is possible in a case, by way of parsing and history; the case must be a good one. */
export function permissionsOf(given: BorrowerCase, asOf: string, policy?: PolicyInput): Permissions {
  const context = createContext(policy === undefined ? { asOf } : { asOf, policy })
  const parsed = parseCase(given, context)
  if (!parsed.ok) throw new Error(`the test's own case is not valid: ${JSON.stringify(parsed.issues)}`)
  return permissionsIn(readFacts(viewAsOf(readOf(parsed.value)!, context), context), context)
}
