// A back end: POST a record to /decisions, get 200 with the decision, or 422 with everything that is wrong with it.
// Run: npm run build && node examples/05-http-server.mjs          asks itself three questions, prints the answers, ends
//      npm run build && PORT=8080 node examples/05-http-server.mjs   serves until it is stopped
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { contextAt, createContext, decide, explain, parseCase } from 'arrears'

// The policy is read once; the library reads no clock, so for each request the server says what time it is.
const context = createContext({ asOf: '2026-11-25T10:00:00+08:00' })

async function answer(request, now) {
  if (request.url !== '/decisions') return [404, { error: 'POST a record to /decisions' }]
  if (request.method !== 'POST') return [405, { error: 'POST a record' }]
  const record = await json(request).catch(() => undefined)
  if (record === undefined) return [400, { error: 'the body is not JSON' }]
  const current = contextAt(context, now())
  const parsed = parseCase(record, current)
  if (!parsed.ok) return [422, { issues: parsed.issues }]
  const decision = decide(parsed.value, current)
  return [200, { decision, text: explain(decision) }]
}

const server = (now) =>
  createServer(async (request, response) => {
    const [status, body] = await answer(request, now)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })

if (process.env.PORT !== undefined) {
  server(() => new Date().toISOString()).listen(Number(process.env.PORT), () =>
    console.log(`listening on ${process.env.PORT}`),
  )
} else {
  const demo = server(() => '2026-11-25T10:00:00+08:00').listen(0, '127.0.0.1', askItself)
  async function askItself() {
    const url = `http://127.0.0.1:${demo.address().port}/decisions`
    const lines = readFileSync(new URL('cases.ndjson', import.meta.url), 'utf8').split('\n')
    for (const body of [lines[0], lines[2], '{"id":']) {
      const response = await fetch(url, { method: 'POST', body })
      const { decision, text, issues, error } = await response.json()
      if (response.ok) console.log(response.status, decision.id, decision.action.kind, '·', text[0])
      else console.log(response.status, error ?? issues.map(({ code, path }) => `${code} ${path}`).join(', '))
    }
    demo.close()
    demo.closeAllConnections()
  }
}

/* Prints:
200 a-1 reminder · Send the borrower a text message to remind them kindly of the overdue payment. Ask for 520.00 CNY by 2 December 2026.
422 date.invalid /repayments/0/due, money.exceeds /loan/overdue
400 the body is not JSON
*/
