// Many records, some of them bad: every one gets an answer, in order, and none spoils the next.
// Run: npm run build && node examples/02-batch.mjs
import { readFileSync } from 'node:fs'
import { createContext, decideAll } from 'arrears'

const context = createContext({ asOf: '2026-11-25T10:00:00+08:00' })
const lines = readFileSync(new URL('cases.ndjson', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const records = lines.map((line) => JSON.parse(line))

let number = 0
for (const outcome of decideAll(records, context)) {
  const { id } = records[number++]
  if (outcome.ok) console.log(id, outcome.decision.action.kind, outcome.decision.action.reviewOn)
  else for (const { code, path, message } of outcome.issues) console.log(id, code, path, message)
}

/* Prints:
a-1 reminder 2026-12-03
a-2 restructure 2026-11-27
a-3 date.invalid /repayments/0/due Expected a day that exists, written YYYY-MM-DD, from 1990 to 2100, but got "2026-06-31".
a-3 money.exceeds /loan/overdue Expected at most what is outstanding, but got 5200000.
a-4 wait 2026-12-08
a-5 call 2026-11-27
*/
