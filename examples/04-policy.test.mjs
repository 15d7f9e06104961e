// Unit-testing a policy of one's own against a fixture portfolio, in vitest: what must never happen, and how far the
// mix of actions may move. Run: npm run build && npx vitest run examples/04-policy.test.mjs
import { readFileSync } from 'node:fs'
import { createContext, decideAll } from 'arrears'
import { expect, test } from 'vitest'

/** Under test: this lender wants more proof that gentler contact failed before anyone is sent. */
const patientVisits = { id: 'patient-visits', version: '1', visit: { attempts: 8, days: 5, channels: 3 } }

const portfolio = new URL('../fixtures/portfolios/synthetic.ndjson', import.meta.url)
const records = readFileSync(portfolio, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
const asOf = records[0].metadata.asOf

function decisionsWith(policy) {
  const context = createContext({ asOf, policy })
  return [...decideAll(records, context)].map((outcome) => {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues))
    return outcome.decision
  })
}
const before = decisionsWith('default')
const after = decisionsWith(patientVisits)
const count = (decisions, kind) => decisions.filter(({ action }) => action.kind === kind).length

test('nobody is visited who was not visited before', () => {
  after.forEach(({ action }, index) => {
    if (action.kind === 'visit') expect(before[index].action.kind).toBe('visit')
  })
})

test('there are fewer visits, and someone does something else instead', () => {
  expect(count(after, 'visit')).toBeLessThan(count(before, 'visit'))
  expect(after).toHaveLength(before.length)
})

test('nobody vulnerable is visited, and every visit waits for a person to approve it', () => {
  const vulnerable = new Set(
    records
      .filter(({ circumstances = [] }) => circumstances.some(({ kind }) => kind === 'vulnerable'))
      .map(({ id }) => id),
  )
  expect(vulnerable.size).toBeGreaterThan(0)
  for (const { id, action } of after) {
    if (action.kind !== 'visit') continue
    expect(vulnerable).not.toContain(id)
    expect(action.approval).toBe('human')
  }
})

test('less than one account in twenty gets another action than before', () => {
  const moved = after.filter(({ action }, index) => action.kind !== before[index].action.kind)
  expect(moved.length / after.length).toBeLessThan(0.05)
})
