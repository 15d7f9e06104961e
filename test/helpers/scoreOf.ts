import { createContext } from '../../src/entry/createContext.ts'
import { viewOf } from '../../src/entry/pipeline.ts'
import type { Facts } from '../../src/history/facts.ts'
import { readFacts } from '../../src/history/readFacts.ts'
import type { Context } from '../../src/input/context.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import type { Score } from '../../src/score/score.ts'
import { scoreIn } from './prepared.ts'

/** Facts and score of a record by way of parsing and history, as every decision takes it; the record must be a good one. */
export function factsAndScore(record: unknown, context: Context): { facts: Facts; score: Score } {
  const parsed = parseCase(record, context)
  if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.issues)}`)
  const facts = readFacts(viewOf(parsed.value, context), context)
  return { facts, score: scoreIn(facts, context) }
}

/** The score of a record as of an instant, by the built-in model. */
export const scoreOf = (record: unknown, asOf: string): Score =>
  factsAndScore(record, createContext({ asOf })).score
