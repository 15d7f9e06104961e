// One account in, one decision with its reasons out. Run: npm run build && node examples/01-decide-one.mjs
import { createContext, decide, explain, parseCase } from 'arrears'

const context = createContext({ asOf: '2026-11-25T10:00:00+08:00' })
const loan = { product: 'instalment', outstanding: 520000, overdue: 52000, daysPastDue: 5, instalment: 52000 }
const account = { id: 'b-1', currency: 'CNY', timeZone: 'Asia/Shanghai', jurisdiction: 'CN', loan }

const parsed = parseCase(account, context)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
const decision = decide(parsed.value, context)
console.log(decision.action.kind, decision.action.channel, decision.action.window.from)
console.log(explain(decision, { language: 'en' }).join('\n'))

/* Prints:
 */
