import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toTables } from '../../scripts/toTables.ts'
import { inOrderOfDates } from '../cli/tables/inOrderOfDates.ts'
import { runs } from '../laws/runs.ts'
import { haveRealData, makeRealCases, type RealPortfolio, skippedBecause } from './realCases.ts'

/** Part of `npm run proofs` alone: a minute and more. */
const isProof = runs(1).numRuns > 1
const skipped = isProof ? skippedBecause : ' (skipped: only in npm run proofs)'

/** What the built command decides, in bytes. */
function decided(cases: string, asOf: string, out: string): Buffer {
  const { status } = spawnSync(process.execPath, [
    'dist/cli.js',
    'decide',
    cases,
    '--as-of',
    asOf,
    '--out',
    out,
  ])
  expect(status).toBe(0)
  return readFileSync(out)
}

describe.skipIf(!haveRealData || !isProof)(`real portfolios through tables${skipped}`, () => {
  test.each<[RealPortfolio, asOf: string]>([
    ['taiwan', '2005-10-01T00:00:00+08:00'],
    ['single-loans', 'record'],
    ['late-loans', 'record'],
  ])(
    '%s: byte for byte the decisions of its NDJSON',
    async (portfolio, asOf) => {
      const { folder, cases } = makeRealCases(portfolio)
      try {
        const lines = readFileSync(cases, 'utf8').trimEnd().split('\n')
        const records = inOrderOfDates(lines.map((line) => JSON.parse(line)))
        writeFileSync(cases, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
        const expected = decided(cases, asOf, join(folder, 'decided'))
        for (const format of ['csv', 'parquet'] as const) {
          await toTables(records, join(folder, format), format)
          const found = decided(join(folder, format), asOf, join(folder, `decided-${format}`))
          expect(found.equals(expected)).toBe(true)
        }
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    600_000,
  )
})
