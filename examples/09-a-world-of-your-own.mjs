// A world of one's own to try policies in: forty borrowers who forget, and pay two days after they are reached. A world
// is plain functions over plain data; chance comes from the dice alone, so that every policy meets the same luck.
// Run: npm run build && node examples/09-a-world-of-your-own.mjs
import { readFileSync } from 'node:fs'
import { createContext } from 'arrears'
import { openBook, simulate } from 'arrears/simulate'

const capacity = JSON.parse(readFileSync(new URL('simulation-capacity.json', import.meta.url), 'utf8'))
const NOTHING = []
/** Which throw of a borrower's dice is for what. */
const ANSWERS = 1

const forgetful = {
  name: 'forgetful',
  // The person is any plain value: here the day on which they will pay, if any.
  begin: (place, start) => ({
    person: { paysOn: undefined },
    book: openBook({
      id: `f-${place}`,
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      instalment: 20000,
      opened: start - 100,
      rows: [-70, -40, -10, 20, 50].map((days) => ({ due: start + days - (place % 10), amount: 20000 })),
    }),
  }),
  live: (person, { owed }, day) =>
    person.paysOn === day && owed > 0
      ? { person: { paysOn: undefined }, events: [{ kind: 'pays', amount: owed }] }
      : { person, events: NOTHING },
  answer: (person, _account, { channel }, day, dice) => {
    const reached = dice(day, ANSWERS) < (channel === 'call' ? 0.3 : 0.1)
    const outcome = channel === 'call' ? (reached ? 'spoke' : 'noAnswer') : 'delivered'
    const contact = { outcome, ...(reached ? { party: 'borrower' } : {}) }
    return {
      person: reached ? { paysOn: day + 2 } : person,
      events: [{ kind: 'contact', contact }],
    }
  },
  canPay: () => true,
}

const context = createContext({ asOf: '2026-01-05T00:00:00Z' })
const policies = [{ name: 'default', context }, 'text-everyone', 'oracle']
const { noContact, policies: lived } = simulate(
  { policies, capacity, days: 30, borrowers: 40, seeds: [1, 2] },
  forgetful,
)

console.log('left alone they pay', noContact.paid.mean)
for (const { name, gain, figures } of lived)
  console.log(
    name,
    gain.mean > 0 ? 'brings money,' : 'brings nothing,',
    figures.longestRun.mean,
    'days running at most',
  )

/* Prints:
left alone they pay 0
default brings money, 1 days running at most
text-everyone brings money, 1 days running at most
oracle brings money, 1 days running at most
*/
