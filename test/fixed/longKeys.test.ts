import { expect, test } from 'vitest'
import { createContext, parseCase } from '../../src/entry/index.ts'
import { minimalCase } from '../helpers/minimalCase.ts'

// A key of a megabyte gave a path of a megabyte, and one that held a name and a number was told from end to end.

const context = createContext({ asOf: '2026-11-25T02:00:00+08:00' })
const issuesOf = (record: unknown) => {
  const parsed = parseCase(record, context)
  return parsed.ok ? [] : parsed.issues
}
const long = `${'k'.repeat(60)}SECRET${'k'.repeat(1_000_000)}`
const shown = `${'k'.repeat(60)}…`

test.each<[string, unknown, string]>([
  ['of an unknown field', { [long]: 1 }, `/${shown}`],
  ['of a feature', { features: { [long]: [] } }, `/features/${shown}`],
  ['above what is no plain data', { metadata: { [long]: { a: 1n } } }, `/metadata/${shown}/a`],
  [
    'above __proto__',
    { metadata: { [long]: JSON.parse('{"__proto__":1}') } },
    `/metadata/${shown}/__proto__`,
  ],
])('the pointer is cut where the key is too long: %s', (_, changes, path) => {
  const issues = issuesOf({ ...minimalCase(), ...(changes as object) })
  expect(issues.map((issue) => issue.path)).toEqual([path])
  expect(JSON.stringify(issues)).not.toContain('SECRET')
})

test('a key of 60 characters is told whole, escapes not counted', () => {
  const key = '/'.repeat(60)
  expect(issuesOf({ ...minimalCase(), [key]: 1 })[0]?.path).toBe(`/${'~1'.repeat(60)}`)
})

test('no half of a character is left at the cut', () => {
  const key = `${'k'.repeat(59)}😀😀`
  expect(issuesOf({ ...minimalCase(), [key]: 1 })[0]?.path).toBe(`/${'k'.repeat(59)}…`)
})
