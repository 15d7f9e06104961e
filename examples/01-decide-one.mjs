// One account in, one decision with its reasons out. Run: npm run build && node examples/01-decide-one.mjs
import { createContext, decide, explain, parseCase } from 'arrears'

const context = createContext({ asOf: '2026-11-25T10:00:00+08:00' })
const loan = { product: 'instalment', outstanding: 520000, overdue: 52000, daysPastDue: 5, instalment: 52000 }
const account = { id: 'b-1', currency: 'CNY', timeZone: 'Asia/Shanghai', jurisdiction: 'CN', loan }

const parsed = parseCase(account, context)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
const decision = decide(parsed.value, context)
console.log(decision.action.kind, decision.action.channel, decision.action.window?.from)
console.log(explain(decision, { language: 'en' }).join('\n'))

/* Prints:
reminder sms 2026-11-25T10:00:00+08:00
Send the borrower a text message to remind them kindly of the overdue payment. Ask for 520.00 CNY by 2 December 2026.
When: between 10:00 and 22:00 on Wednesday 25 November.
Why: 520.00 CNY is overdue, the oldest part for 5 days. Of everything that may be done now, this should bring most: about 18.42 CNY more than waiting.
Score 529, band B: about 61% likely to go well within 30 days. What matters most: The oldest unpaid amount is 5 days late. No call or visit is unanswered at present. Not known: payments since the last late one, how late payments are on average.
Also possible: waiting.
Not the right step now: a payment pause. No temporary difficulty is known for which a payment pause would help.
Not the right step now: a new payment plan. There is no recent budget; find out first what the borrower can pay.
Not the right step now: a call. It is too early for a call: calls begin on day 8 past due.
Not the right step now: a visit. There is no contact point on file to reach the borrower in person.
Look again on 3 December 2026. Do not do this if one of these comes first: a payment, a promise to pay, a message or call from the borrower, a hold on contact. This is valid until 10:00 on Thursday 26 November 2026.
*/
