// Makes docs/simulation.md: how the built-in policy, the rules of thumb and the oracle come out in the built-in world.
//
//   npm run simulation
import { readFileSync, writeFileSync } from 'node:fs'
import { createContext } from '../src/entry/createContext.ts'
import { type Interval, SIMPLE_RULES, simulate } from '../src/entry/simulate.ts'
import { groupDigits } from '../src/locale/render.ts'
import { MEETS } from '../src/simulate/madePerson.ts'
import type { LifeFigures } from '../src/simulate/tally.ts'

const [days = 90, borrowers = 400, lives = 4] = process.argv.slice(2).map(Number)
const file = 'examples/simulation-capacity.json'
const whole = JSON.parse(readFileSync(file, 'utf8'))
/** The file is for 2,000 borrowers; fewer get as much less. */
const share = borrowers / 2000
const capacity = {
  ...whole,
  pools: whole.pools.map((pool: { available: number }) => ({ ...pool, available: pool.available * share })),
}
const context = createContext({ asOf: '2026-01-05T00:00:00Z' })
const found = simulate({
  policies: [{ name: 'default', context }, ...SIMPLE_RULES, 'oracle'],
  capacity,
  days,
  borrowers,
  seeds: Array.from({ length: lives }, (_, i) => i + 1),
})

const money = (minor: number): string => {
  const major = Math.round(minor / 100)
  return major < 0 ? `−${groupDigits(String(-major))}` : groupDigits(String(major))
}
const range = ({ low, high }: Interval, write: (x: number) => string) => `${write(low)} to ${write(high)}`
const few = (x: number): string => (Math.abs(x) < 10 ? x.toFixed(2) : groupDigits(String(Math.round(x))))
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const ROWS: readonly (readonly [keyof LifeFigures, string])[] = [
  ['cures', 'arrears ended'],
  ['contactsAWeek', 'contacts a week, a head'],
  ['visits', 'visits'],
  ['harshOnUnable', 'visits to, and legal referrals of, people who cannot pay'],
  ['askedOfUnable', 'requests for money to people who cannot pay'],
  ['selfCurersContacted', 'contacts to people clear within 30 days if left alone'],
  ['reliefGranted', 'relief granted'],
  ['plansKept', 'plans kept to their end'],
  ['plansBroken', 'plans broken'],
  ['complaints', 'complaints'],
  ['referrals', 'referrals'],
  ['longestSilence', 'longest silence in arrears, days'],
  ['longestRun', 'longest run of days contacted'],
]
const names = ['no contact', ...found.policies.map(({ name }) => name)]
const page = `# A simulation

Printed by \`npm run simulation\`; nothing here is written by hand. ${groupDigits(String(borrowers))} made-up borrowers live ${days} days, ${lives} times over
(seeds 1 to ${lives}), decided every night. Capacity: [${file}](../${file}), ${groupDigits(String(Math.round(100 * share)))} % of it. Money is in ${found.currency}. Brackets are 95 % intervals
over the seeds (Student’s t): where one holds 0, chance alone may have made the difference.

## What is invented

**Nearly everything.** A simulation judges policies against its own world, not against yours. Seen on real debts are only:
the chance that a call meets somebody, which spreads between people as a beta distribution of mean ${MEETS.call[0]} and weight ${MEETS.call[1]}
(113,229 cases); about how many arrears of each age go on to the next (45,985 card accounts); that a reminder adds a few points,
and a conversation with somebody who has the money about 34. Invented are incomes, troubles and how long they last,
willingness, forgetting, paydays, how people take being asked, what annoys them and when they complain, how they answer an
offer, the hours at which they answer, and that nobody is ever sold, sued or charged a fee. Loans have no interest, so relief costs time alone.

All policies share people, capacity and luck: the same throw decides the same thing for the same borrower and day. They
share the law as well: the rules of thumb contact only where the permissions of the library leave a window open, and leave
people three days in peace. They know no relief. The oracle sees what would come of each contact, the throw included:
nobody can reach it, and it is there to show how far there is to go. It offers no relief either.

## Money

Present value of what was paid, less what contacts cost, over ${days} days; the gain is what a policy brings beyond no contact
at all.

| policy | paid less cost | cost | still overdue | gain | gain, 95 % | of the oracle’s | more than default, 95 % |
|---|---|---|---|---|---|---|---|
${row(['no contact', money(found.noContact.money.mean), '0', money(found.noContact.stillOverdue.mean), '', '', '', ''])}
${found.policies
  .map(({ name, figures, gain, ofOracle, moreThanFirst }, at) =>
    row([
      name,
      money(figures.money.mean),
      money(figures.cost.mean),
      money(figures.stillOverdue.mean),
      money(gain.mean),
      range(gain, money),
      ofOracle === null ? '' : `${Math.round(100 * ofOracle)} %`,
      at === 0 ? '' : `${money(moreThanFirst.mean)} (${range(moreThanFirst, money)})`,
    ]),
  )
  .join('\n')}

## People

Means over the seeds, of all borrowers and days.

${row(['', ...names])}
|${'---|'.repeat(names.length + 1)}
${ROWS.map(([figure, name]) =>
  row([
    name,
    few(found.noContact[figure].mean),
    ...found.policies.map(({ figures }) => few(figures[figure].mean)),
  ]),
).join('\n')}

## What was used

Share of each pool that was taken.

${row(['', ...found.policies.map(({ name }) => name)])}
|${'---|'.repeat(found.policies.length + 1)}
${capacity.pools
  .map(({ id }: { id: string }) =>
    row([id, ...found.policies.map(({ used }) => `${Math.round(100 * (used[id] ?? 0))} %`)]),
  )
  .join('\n')}
`
writeFileSync('docs/simulation.md', page)
