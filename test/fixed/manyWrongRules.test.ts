import { expect, test } from 'vitest'
import { parsePolicy } from '../../src/input/policySchema.ts'
import { DEFAULT_POLICY } from '../../src/policy/defaultPolicy.ts'

// A pack counted as one fault, whatever was wrong in it: of a hundred packs with 500 wrong rules each all 50,000 rules
// were read and told apart, to tell of a thousand.
test.each([
  ['empty', {}],
  ['of no kind', { kind: 'none' }],
  ['no objects', 5],
])('no more of packs full of rules that are %s is read than can be told', (_, rule) => {
  const packs = Array.from({ length: 100 }, (_, i) => ({
    id: `p-${i}`,
    title: 'Rules',
    version: '1',
    jurisdictions: [],
    rules: Array.from({ length: 500 }, () => rule),
  }))
  const parsed = parsePolicy({ id: 'x', version: '1', packs }, DEFAULT_POLICY)
  const issues = parsed.ok ? [] : parsed.issues
  expect(issues).toHaveLength(1_000)
  // The search ends in the second or third pack: more than 1,000 faults are found there, not 50,000.
  const last = issues.at(-1)
  expect(last?.code === 'list.tooLong' && last.params.more).toBeLessThanOrEqual(502)
})
