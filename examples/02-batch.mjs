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
 */
