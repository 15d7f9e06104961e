// The scorecard inside a database: toSql writes a query that gives the same points as the library. DuckDB runs it here;
// any database with CASE, exp and ln does. Needs the package @duckdb/node-api.
// Run: npm run build && node examples/07-score-in-duckdb.mjs
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { createContext, decide, parseCase } from 'arrears'
import { toSql } from 'arrears/train'

// A small one by hand; trainScorecard fits one of your own.
const model = {
  id: 'small',
  version: '1',
  event: 'paid within 30 days',
  horizonDays: 30,
  scaleFree: true,
  scale: { basePoints: 500, baseOdds: 1, pointsToDoubleOdds: 50 },
  intercept: 5,
  characteristics: [
    {
      feature: 'daysPastDue',
      direction: 'down',
      group: 'age',
      prior: true,
      bins: [{ below: 31, points: 40 }, { below: 91, points: 5 }, { points: -60 }],
      missing: { points: 0 },
    },
    {
      feature: 'shareLate6',
      direction: 'down',
      group: 'history',
      prior: true,
      bins: [{ below: 0.34, points: 25 }, { points: -25 }],
      missing: { points: -5 },
    },
  ],
  base: {},
  calibration: { kind: 'identity' },
  card: { data: 'none: made up for this example' },
}

// What the library makes of 300 accounts, and the values it found: the table a data warehouse would have.
const scores = readFileSync(new URL('../fixtures/portfolios/synthetic.ndjson', import.meta.url), 'utf8')
  .split('\n')
  .slice(0, 300)
  .map((line) => {
    const record = JSON.parse(line)
    const context = createContext({ asOf: record.metadata.asOf, model })
    const parsed = parseCase(record, context)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    return decide(parsed.value, context).score
  })
const rows = scores.map(({ contributions }, i) => [i, ...contributions.map(({ value }) => value ?? 'NULL')])

const connection = await (await DuckDBInstance.create(':memory:')).connect()
await connection.run('CREATE TABLE features (account INTEGER, "daysPastDue" DOUBLE, "shareLate6" DOUBLE)')
await connection.run(`INSERT INTO features VALUES ${rows.map((row) => `(${row})`).join(', ')}`)
const result = await connection.runAndReadAll(`SELECT * FROM (${toSql(model)}) ORDER BY account`)
const scored = result.getRowObjectsJS()
connection.closeSync()

const same = scored.filter(
  ({ points, probability }, i) => points === scores[i].points && probability === scores[i].probability,
)
console.log(`${same.length} of ${scores.length} accounts have the library's points and probability`)
console.log(scored[0])

/* Prints:
300 of 300 accounts have the library's points and probability
{
  account: 0,
  daysPastDue: 13,
  shareLate6: 0.833333,
  points: 520,
  probability: 0.568874
}
*/
