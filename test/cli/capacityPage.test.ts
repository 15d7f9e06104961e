import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'
import type { Capacity } from '../../src/input/capacityFile.ts'
import { parseCapacity } from '../../src/input/capacitySchema.ts'
import type { Pool } from '../../src/words/pool.ts'
import { fakeHost } from './fakeHost.ts'

const page = readFileSync('docs/capacity.md', 'utf8')
const example = JSON.parse(readFileSync('examples/capacity.json', 'utf8'))

/** Rows of the first table with this heading. */
function rowsUnder(heading: string, text = page): string[][] {
  const lines = text
    .slice(text.indexOf(`| ${heading} |`))
    .split('\n')
    .slice(2)
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(0, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

// A field that is added does not compile here before it has its name, and then its row.
const FIELDS: Record<keyof Capacity, true> = {
  $schema: true,
  currency: true,
  day: true,
  days: true,
  rates: true,
  pools: true,
  floors: true,
}
const OF_A_POOL: Record<keyof Pool, true> = {
  id: true,
  unit: true,
  available: true,
  serves: true,
  areas: true,
  day: true,
}

test('every field of the file and of a pool has its row, and is needed where it says so', () => {
  const [file, ofPool] = page.split('## A pool')
  const rows = rowsUnder('field | needed | meaning', file)
  expect(rows.map(([field]) => field)).toEqual(Object.keys(FIELDS).map((field) => `\`${field}\``))
  const poolRows = rowsUnder('field | needed | meaning', ofPool)
  expect(poolRows.map(([field]) => field)).toEqual(Object.keys(OF_A_POOL).map((field) => `\`${field}\``))
  const without = (whole: object, field = '') =>
    Object.fromEntries(Object.entries(whole).filter(([key]) => `\`${key}\`` !== field))
  for (const [field, needed] of rows)
    expect([field, parseCapacity(without(example, field)).ok]).toEqual([field, needed === ''])
  for (const [field, needed] of poolRows) {
    const pools = [without(example.pools[0], field)]
    expect([field, parseCapacity({ ...example, pools }).ok]).toEqual([field, needed === ''])
  }
})

test('its example comes out as the page says', { timeout: 20_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'arrears-capacity-'))
  const at = (name: string) => join(folder, name)
  const arrears = async (line: string) => {
    const host = fakeHost()
    expect([line, await run(line.split(' '), host)]).toEqual([line, 0])
    return host.written
  }
  try {
    const [, sample = '', decide = '', prioritise = ''] =
      /arrears (sample [^|]*) \|\n.*\narrears (decide [^\n]*)\narrears (prioritise [^\n]*)\n/.exec(page) ?? []
    const { out } = await arrears(sample)
    const [, first = '', second = ''] = /sed -E '([^;]*); ([^']*)'/.exec(page) ?? []
    const placed = [first, second].reduce((text, command) => {
      const [, from = '', to = ''] = command.split('/')
      return text.replaceAll(new RegExp(from, 'g'), to)
    }, out)
    writeFileSync(at('cases.ndjson'), placed)
    const here = (line: string) =>
      line.replaceAll(/\b(cases\.ndjson|decisions\.ndjson|worklists)\b/g, (name) => at(name))
    await arrears(here(decide))
    const {
      placed: count,
      worklists,
      value,
      bound,
      pools,
    } = JSON.parse((await arrears(here(prioritise))).err)
    expect(page).toContain(`${count} borrowers are on nine lists`)
    expect([worklists, readdirSync(at('worklists')).length]).toEqual([9, 10])
    const amount = (minor: number) => (minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
    expect(page).toContain(`The plan brings ${amount(value)} CNY of at most ${amount(bound)}.`)
    const units: Record<string, string> = { money: 'CNY' }
    expect(rowsUnder('pool | used | of | one more brings')).toEqual(
      pools.map(({ id, used, available, shadowPrice }: Record<string, number | string>, place: number) => {
        const { unit } = example.pools[place]
        const price = unit === 'money' ? Number(shadowPrice) : Number(shadowPrice) / 100
        return [`\`${id}\``, `${used}`, `${available}`, `${price.toFixed(4)} CNY a ${units[unit] ?? unit}`]
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
