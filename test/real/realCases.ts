import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Real portfolios are never part of the project; they lie beside it where a machine has them. */
const SHARED = resolve('..', 'shared')
const TOOL = join(SHARED, 'tools', 'real-cases.mjs')

export const haveRealData = existsSync(join(SHARED, 'data')) && existsSync(TOOL)
/** For the names of tests, so that a run says what it left out. */
export const skippedBecause = haveRealData ? '' : ' (skipped: the folder ../shared/data is absent)'

const SOURCES = {
  taiwan: ['taiwan-cards-half.csv'],
  'single-loans': ['single-loans-history.csv', 'single-loans-outcome.csv'],
  'late-loans': ['single-loans-history.csv'],
} as const
export type RealPortfolio = keyof typeof SOURCES

/** Makes the cases and outcomes of a real portfolio in a new temporary folder; the caller removes the folder. */
export function makeRealCases(portfolio: RealPortfolio): { folder: string; cases: string; outcomes: string } {
  const folder = mkdtempSync(join(tmpdir(), 'arrears-real-'))
  const sources = SOURCES[portfolio].map((name) => join(SHARED, 'data', name))
  execFileSync(process.execPath, [TOOL, portfolio, ...sources, folder])
  return { folder, cases: join(folder, 'cases.ndjson'), outcomes: join(folder, 'outcomes.csv') }
}
