import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TABLE_NAMES, TABLES } from '../../../src/input/tables.ts'

const rows = readFileSync('docs/tables.md', 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))

test.each(TABLE_NAMES)('docs/tables.md has the columns of %s, and says which are needed', (table) => {
  const columns = rows.find(([, name]) => name === `\`${table}\``)?.[3] ?? ''
  const named = [...columns.matchAll(/(\*\*)?`(\w+)`/g)].map(
    ([, bold, name]) => `${name} ${bold !== undefined}`,
  )
  const fields = Object.entries(TABLES[table]).filter(([name]) => name !== 'id')
  expect(named.sort()).toEqual(fields.map(([name, { needed }]) => `${name} ${needed === true}`).sort())
})
