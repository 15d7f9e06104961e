import { readFileSync, rmSync } from 'node:fs'
import type { TrainingRow } from '../../src/train/fit/readRows.ts'
import { makeRealCases, type RealPortfolio } from './realCases.ts'

/** The cases and outcomes of a real portfolio as rows to train on; without `asOf` each as of its own `metadata.asOf`. */
export function rowsOfPortfolio(portfolio: RealPortfolio, asOf?: string): TrainingRow[] {
  const { folder, cases, outcomes } = makeRealCases(portfolio)
  try {
    const bad = new Map(lines(outcomes).map((line) => line.split(',') as [string, string]))
    return lines(cases).map((line) => {
      const record = JSON.parse(line)
      return { case: record, asOf: asOf ?? record.metadata.asOf, bad: bad.get(record.id) === '1' ? 1 : 0 }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const lines = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean)
