import { readFileSync } from 'node:fs'
import { createContext } from '../../src/entry/createContext.ts'
import type { Context } from '../../src/input/context.ts'
import { factsAndScore } from '../helpers/scoreOf.ts'
import { type Judgement, judge, type Scored } from './judge.ts'

/**
 * Scores a file of cases with the built-in model and judges the scores by a file of outcomes (`id,bad`).
 *
 * @param asOf one instant for all, or `record` for each line's own `metadata.asOf`
 */
export function judgeFile(cases: string, outcomes: string, asOf: string): Judgement {
  const bad = new Map(lines(outcomes).map((line) => line.split(',') as [string, string]))
  const shared = asOf === 'record' ? undefined : contextAt(asOf)
  return judge(
    lines(cases).map((line) => {
      const record: Line = JSON.parse(line)
      return scored(record, bad.get(record.id), shared ?? contextAt(record.metadata?.asOf))
    }),
  )
}

interface Line {
  readonly id: string
  readonly metadata?: { readonly asOf?: string }
}

function scored(record: Line, outcome: string | undefined, context: Context): Scored {
  if (outcome !== '0' && outcome !== '1') throw new Error(`no outcome 0 or 1 for ${record.id}`)
  const { facts, score } = factsAndScore(record, context)
  const { points, probability, band } = score
  return { points, probability, band, bucket: facts.bucket, bad: outcome === '1' ? 1 : 0 }
}

function contextAt(asOf: string | undefined): Context {
  if (asOf === undefined) throw new Error('a line without metadata.asOf')
  return createContext({ asOf, later: 'ignore' })
}

const lines = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean)
