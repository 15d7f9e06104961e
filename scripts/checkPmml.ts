import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Model } from '../src/input/model.ts'
import { toPmml } from '../src/train/export/toPmml.ts'
import type { Exported } from '../test/train/exportedRows.ts'
import { checkEngine, notRun } from './checkEngine.ts'

/**
 * `npm run check:pmml`: asks a real PMML engine (pypmml, which runs pmml4s on Java) for the points, probability and
 * reasons of every row, and compares. PYTHON names a Python that has it:
 * `python3 -m venv venv && venv/bin/pip install pypmml==1.5.8 && PYTHON=venv/bin/python npm run check:pmml`
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

const STARTS = 'from pypmml.base import PMMLContext; PMMLContext.getOrCreate()'
if (spawnSync(python, ['-c', STARTS]).status !== 0)
  notRun(`PMML: ${python} has no pypmml, or no Java for it; scripts/checkPmml.ts says how to install it`)
else {
  const folder = mkdtempSync(join(tmpdir(), 'arrears-pmml-'))
  try {
    await checkEngine((model, rows) => differing(folder, model, rows))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function differing(folder: string, model: Model, rows: readonly Exported[]): number {
  const [pmml, values] = [join(folder, 'model.pmml'), join(folder, 'rows.json')] as const
  writeFileSync(pmml, toPmml(model))
  writeFileSync(values, JSON.stringify(rows.map((row) => row.values)))
  const run = spawnSync(python, ['-c', PROGRAM, pmml, values], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(run.stderr.slice(-2000))
  const told = JSON.parse(run.stdout) as Record<string, number | string | null>[]
  const wrong = rows.filter(({ score }, i) => {
    const { points, probability, reason1 } = told[i] ?? {}
    const lost = score.contributions.find(({ feature }) => feature === reason1)?.pointsLost
    const most = Math.max(...score.contributions.map(({ pointsLost }) => pointsLost))
    const near = Math.abs(Number(probability) - score.probability) < 2e-6
    return points !== score.points || !near || (lost ?? 0) !== most
  })
  if (wrong.length > 0) console.log(JSON.stringify({ told: told[rows.indexOf(wrong[0]!)], wrong: wrong[0] }))
  return wrong.length
}
