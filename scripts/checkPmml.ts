import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toPmml, trainScorecard } from '../src/entry/train.ts'
import type { Model } from '../src/input/model.ts'
import { DEFAULT_MODEL } from '../src/policy/defaultModel.ts'
import { exportedRows, ODD_MODEL, oddRows, portfolioRows } from '../test/train/exportedRows.ts'

/**
 * `npx tsx scripts/checkPmml.ts`: asks a real PMML engine (pypmml, which runs pmml4s on Java) for the points,
 * probability and reasons of every row, and compares. PYTHON names a Python that has it:
 * `python3 -m venv venv && venv/bin/pip install pypmml==1.5.8 && PYTHON=venv/bin/python npx tsx scripts/checkPmml.ts`
 */
const python = process.env.PYTHON ?? 'python3'

const PROGRAM = `
import json, sys
from pypmml import Model
model = Model.load(sys.argv[1])
names = [field.name for field in model.outputFields]
rows = json.load(open(sys.argv[2]))
print(json.dumps([dict((name, result.get(name)) for name in names) for result in (model.predict(row) for row in rows)]))
`

if (spawnSync(python, ['-c', 'import pypmml']).status !== 0) {
  console.log(`not checked: ${python} has no pypmml; scripts/checkPmml.ts says how to install it`)
} else {
  const folder = mkdtempSync(join(tmpdir(), 'arrears-pmml-'))
  try {
    const portfolio = portfolioRows()
    const fitted = (calibration: 'platt' | 'isotonic') => trainScorecard(portfolio, { calibration }).model
    check(folder, 'built in', DEFAULT_MODEL, portfolio)
    check(folder, 'fitted, Platt', fitted('platt'), portfolio)
    check(folder, 'fitted, isotonic', fitted('isotonic'), portfolio)
    check(folder, 'odd names', ODD_MODEL, oddRows())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function check(folder: string, name: string, model: Model, of: Parameters<typeof exportedRows>[0]): void {
  const rows = exportedRows(of, model)
  const [pmml, values] = [join(folder, 'model.pmml'), join(folder, 'rows.json')] as const
  writeFileSync(pmml, toPmml(model))
  writeFileSync(values, JSON.stringify(rows.map((row) => row.values)))
  const run = spawnSync(python, ['-c', PROGRAM, pmml, values], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(run.stderr.slice(-2000))
  const told = JSON.parse(run.stdout) as Record<string, number | string | null>[]
  let differing = 0
  for (const [i, { score }] of rows.entries()) {
    const { points, probability, reason1 } = told[i] ?? {}
    const lost = score.contributions.find(({ feature }) => feature === reason1)?.pointsLost
    const most = Math.max(...score.contributions.map(({ pointsLost }) => pointsLost))
    const near = Math.abs(Number(probability) - score.probability) < 2e-6
    if (points !== score.points || !near || (lost ?? 0) !== most) {
      if (differing++ === 0) console.log(JSON.stringify({ told: told[i], score, values: rows[i]?.values }))
    }
  }
  console.log(`${name}: ${rows.length} rows, ${differing} differ`)
  if (differing > 0) process.exitCode = 1
}
