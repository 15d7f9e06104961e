// A policy of one's own: only what differs from the built-in one is written down, and the decision follows.
// Run: npm run build && node examples/03-own-policy.mjs
import { readFileSync } from 'node:fs'
import { createContext, decide, parseCase } from 'arrears'

const asOf = '2026-11-25T10:00:00+08:00'
const lines = readFileSync(new URL('cases.ndjson', import.meta.url), 'utf8').split('\n')
const account = lines
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))
  .find(({ id }) => id === 'a-5')
// Called before: a first try at a conversation is made by day 45, whatever it costs.
account.contacts.push({ at: '2026-11-05T10:00:00+08:00', channel: 'call', outcome: 'noAnswer' })

// Callers are scarce here: a minute of theirs costs a hundred times what the built-in policy says.
const scarceCallers = {
  id: 'scarce-callers',
  version: '1',
  unitCosts: { CNY: { minute: 10000, visit: 8000, message: 5 } },
}

for (const policy of ['default', scarceCallers]) {
  const context = createContext({ asOf, policy })
  const parsed = parseCase(account, context)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const { action, alternatives } = decide(parsed.value, context)
  const call = alternatives.find(({ kind }) => kind === 'call')
  console.log(context.policy.id, '→', action.kind, '· a call is', call.status, call.because[0]?.code ?? '')
}

/* Prints:
default → call · a call is chosen arrears.since
scarce-callers → reminder · a call is eligible value.lower
*/
