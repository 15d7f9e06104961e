import { createContext, type Decision, decide, parseCase } from '../../src/entry/index.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import type { Context } from '../../src/input/context.ts'
import { type SampleAccount, type SampleOptions, sampleAccount } from '../../src/sample/sampleAccount.ts'
import { parseInstant } from '../../src/time/instant.ts'

const AS_OF = '2026-01-01T00:00:00Z'

export const sampleOptions = (seed: number, asOf = AS_OF): SampleOptions => ({
  seed,
  asOf,
  asOfSecond: parseInstant(asOf) as number,
})

export const sampled = (options: SampleOptions, count: number): SampleAccount[] =>
  Array.from({ length: count }, (_, place) => sampleAccount(options, place))

/** The decision on a record as of its own instant; fails where the record is refused. */
export function decided(record: BorrowerCase): Decision {
  const context = contextAt(record.metadata?.asOf as string)
  const parsed = parseCase(record, context)
  if (!parsed.ok) throw new Error(`${record.id} refused: ${JSON.stringify(parsed.issues)}`)
  return decide(parsed.value, context)
}

/** One context for all records of an instant: making one costs more than a decision. */
const contexts = new Map<string, Context>()

function contextAt(asOf: string): Context {
  const known = contexts.get(asOf) ?? createContext({ asOf })
  contexts.set(asOf, known)
  return known
}
