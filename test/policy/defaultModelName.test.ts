import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'

test('the page of the built-in model names it as decisions do', () => {
  const { versions } = createContext({ asOf: '2026-11-25T02:00:00+08:00' })
  expect(readFileSync('docs/default-model.md', 'utf8')).toContain(`\nName: \`${versions.model}\`\n`)
})
