import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import manifest from '../../package.json'
import { createContext } from '../../src/entry/createContext.ts'
import { decideOne } from '../../src/entry/decide.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { DEFAULT_POLICY } from '../../src/policy/defaultPolicy.ts'
import { BUILT_IN_PACKS } from '../../src/policy/packs/builtInPacks.ts'

// What README.md, ARCHITECTURE.md and the examples say is run and compared. When an output changed on purpose,
// `npx vitest run test/cli/readme.test.ts -u` writes it into them: read the difference before keeping it.
vi.setConfig({ testTimeout: 60_000 })

const readme = readFileSync('README.md', 'utf8')
const architecture = readFileSync('ARCHITECTURE.md', 'utf8')

beforeAll(() => {
  if (!existsSync('dist/cli.js') || !existsSync('dist/index.js'))
    throw new Error('build first: npm run build')
  mkdirSync('demo-output', { recursive: true })
  // Lists of an earlier plan are not removed, and a case in two of them is refused.
  rmSync('demo-output/worklists', { recursive: true, force: true })
})

/** What a program prints: standard output, then standard error, without what differs from run to run. */
function output(args: readonly string[], input?: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', input })
  return `${stdout}${stderr}`
    .replace(/"seconds":[\d.]+/, '"seconds":0.1')
    .replace(/"timeZones":"\w+"/, '"timeZones":"2025c"')
}

const runBlock = (language: string, code: string): string =>
  language === 'js'
    ? output(['--input-type=module'], code)
    : output(
        code
          .trim()
          .replace(/^node /, '')
          .split(' '),
      )

test('README: every example and command prints what stands below it', async () => {
  const block = /```(js|sh)\n([^`]*?)```([^`]*?(?:`[^`]+`[^`]*?)*?)```text\n(.*?)```/gs
  let count = 0
  const fresh = readme.replace(block, (_, language: string, code: string, between: string) => {
    count += 1
    return `\`\`\`${language}\n${code}\`\`\`${between}\`\`\`text\n${runBlock(language, code)}\`\`\``
  })
  expect(count).toBe(6)
  await expect(fresh).toMatchFileSnapshot('../../README.md')
})

test('README: commands without an output shown run as well', () => {
  const samples = [...readme.matchAll(/```sh\n(node dist\/cli\.js sample [^`]*?)```/g)].map(
    ([, code]) => code ?? '',
  )
  expect(samples).toHaveLength(1)
  const [train] = /node dist\/cli\.js train [^`]*/.exec(readme) ?? ['']
  expect(JSON.parse(runBlock('sh', train))).toMatchObject({ rows: 1000, bad: 458 })
  for (const code of samples) expect(runBlock('sh', code)).toBe('')
  expect(readFileSync('demo-output/gb.ndjson', 'utf8').trimEnd().split('\n')).toHaveLength(2000)
})

test('README: the whole record is sound, and has every part', () => {
  const whole = JSON.parse(/```json\n(.*?)```/s.exec(readme)?.[1] ?? '')
  const context = createContext({ asOf })
  expect(parseCase(whole, context)).toMatchObject({ ok: true })
  const parts = table(readme, 'field').map(([field]) => codes(field)[0]?.split('.')[0] ?? '')
  for (const part of parts.slice(0, parts.indexOf('action'))) expect(whole).toHaveProperty(part)
})

test('docs/portfolios.md: its synthetic portfolio is decided as it says', () => {
  const page = readFileSync('docs/portfolios.md', 'utf8')
  const rows = page
    .split('\n')
    .filter((line) => /^\| (0|\d+-\d+|181\+) \|/.test(line))
    .slice(0, 6)
  const told = [1, 2, 3, 4, 5, 6].map((column) => {
    const cells = rows.map((row) => Number(row.split('|')[column + 1]))
    return cells.reduce((sum, cell) => sum + cell, 0)
  })
  const { stderr } = spawnSync(
    process.execPath,
    [
      'dist/cli.js',
      'decide',
      'fixtures/portfolios/synthetic.ndjson',
      '--as-of',
      'record',
      '--out',
      'demo-output/all.ndjson',
    ],
    { encoding: 'utf8' },
  )
  expect(told).toEqual(Object.values(JSON.parse(stderr).actions))
})

const examples = readdirSync('examples').filter((file) => /^\d\d-[^.]+\.mjs$/.test(file))
test.each(examples)('examples/%s prints what stands at its end', async (file) => {
  const text = readFileSync(`examples/${file}`, 'utf8')
  const fresh = text.replace(/\/\* Prints:\n.*$/s, () => `/* Prints:\n${output([`examples/${file}`])}*/\n`)
  expect(fresh).toContain('/* Prints:\n')
  await expect(fresh).toMatchFileSnapshot(`../../examples/${file}`)
})

test('README: its example is examples/01-decide-one.mjs', () => {
  const code = /```js\n(.*?)```/s.exec(readme)?.[1] ?? 'none'
  expect(readFileSync('examples/01-decide-one.mjs', 'utf8')).toContain(code)
})

test('README: its commands exist', () => {
  const scripts = [...readme.matchAll(/npm run (\w+)|npm (test)\b/g)].map(([, run, test]) => run ?? test)
  expect(new Set(scripts)).toEqual(new Set(['demo', 'test']))
  for (const script of scripts) expect(manifest.scripts).toHaveProperty([script ?? ''])
  expect(readme).toContain(`Node ${manifest.engines.node.replace('>=', '')} or newer`)
})

/** Rows of the table under a heading, their cells without backticks. */
function table(text: string, firstColumn: string): string[][] {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${firstColumn} |`))
  expect(start).toBeGreaterThan(0)
  const rows: string[][] = []
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith('|')) break
    rows.push(
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
  }
  return rows
}
const codes = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '')
const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], value)

const asOf = '2026-11-25T10:00:00+08:00'
const account = JSON.parse(readFileSync('examples/cases.ndjson', 'utf8').split('\n')[0] ?? '')

describe('README: what goes in', () => {
  const rows = table(readme, 'field').filter((row) => row.length === 3)
  const pointer = (path: string) => `/${path.replace('.', '/')}`
  const issues = (value: unknown) => {
    const parsed = parseCase(value)
    return parsed.ok ? [] : parsed.issues
  }
  test.each(rows.map(([field, needed]) => [codes(field)[0] ?? '', needed ?? '']))(
    '%s (%s)',
    (field, needed) => {
      // No field takes a boolean; one that does not exist is said to be unknown.
      const [room, key] = field.includes('.') ? field.split('.') : [undefined, field]
      const changed = structuredClone(account)
      const part = room === undefined ? changed : changed[room]
      part[key ?? ''] = true
      expect(issues(changed)).toContainEqual(
        expect.objectContaining({ code: 'type.wrong', path: pointer(field) }),
      )
      delete part[key ?? '']
      if (field === 'loan.daysPastDue') delete part.overdueSince
      const missing = issues(changed).filter(({ path }) => path === pointer(field))
      expect(missing.length > 0).toBe(needed !== '')
    },
  )
  test('the ones needed are all there are', () => {
    const least = {
      id: 'b',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      loan: { product: 'single', outstanding: 1, overdue: 1, daysPastDue: 1 },
    }
    expect(parseCase(least).ok).toBe(true)
  })
})

test('README: what comes out exists', () => {
  const decided = decideOne(account, createContext({ asOf }))
  if (!decided.ok) throw new Error('the example is refused')
  const fields = table(readme, 'field | meaning').flatMap(([field]) => codes(field))
  expect(fields.length).toBeGreaterThan(10)
  expect(fields.filter((field) => at(decided.decision, field) === undefined)).toEqual([])
})

test('README: the policy is the built-in one', () => {
  for (const [setting, value] of table(readme, 'setting')) {
    expect([setting, JSON.stringify(at(DEFAULT_POLICY, codes(setting)[0] ?? ''))]).toEqual([
      setting,
      codes(value)[0],
    ])
  }
})

test('README: the packs are the built-in ones, and how far their sources were read', () => {
  const rows = table(readme, 'pack').map(([pack, where, read]) => [codes(pack)[0], where, read])
  const packs = BUILT_IN_PACKS.map(({ id, jurisdictions, rules }) => [
    id,
    jurisdictions.join(', '),
    [...new Set(rules.map(({ checked }) => checked))].sort().join(', '),
  ])
  expect(rows).toEqual(packs)
})

test('README: the model is fitted but for so many, and costs are known for so many currencies', () => {
  const priors = DEFAULT_MODEL.characteristics.filter(({ prior }) => prior).length
  expect(readme).toContain(`${priors} of its ${DEFAULT_MODEL.characteristics.length} characteristics`)
  expect(DEFAULT_MODEL.card).toMatchObject({ kind: 'fitted' })
  expect(DEFAULT_POLICY.effects.every(({ why }) => why.length > 0)).toBe(true)
  expect(readme).toContain(`Costs are known for ${Object.keys(DEFAULT_POLICY.unitCosts).length} currencies`)
})

describe('ARCHITECTURE', () => {
  test('its rooms are the folders of src/', () => {
    const rooms = table(architecture, 'room').map(([room]) => codes(room)[0])
    expect(rooms.sort()).toEqual(
      readdirSync('src')
        .map((room) => `${room}/`)
        .sort(),
    )
  })
  test('it is about one screen, and tables to look things up in', () => {
    const [screen = '', ...sections] = architecture.split(/^## /m)
    expect(screen.split('\n').length).toBeLessThan(65)
    const [changes = '', own = ''] = sections
    expect(sections.length).toBe(2)
    const prose = (text: string) =>
      text
        .split('\n')
        .slice(1)
        .filter((line) => line !== '' && !line.startsWith('|') && !line.startsWith('### '))
    expect(prose(changes)).toEqual([])
    expect(prose(own).length).toBeLessThan(3)
  })
  test.each([
    'a field of the record',
    "a day, an instant, or a field of a list's entries",
    'a channel',
    'an action kind',
    'a language',
    'when a promise is kept',
  ])('it says where to change %s, in at most six files of src/', (what) => {
    const row = architecture.split('\n').find((line) => line.startsWith(`| ${what} |`))
    const files = new Set(codes(row ?? '').filter((code) => /(^src\/[\w./-]+|^[\w-]+)\.ts$/.test(code)))
    expect(files.size).toBeGreaterThan(0)
    expect(files.size).toBeLessThanOrEqual(6)
  })
})

test.each([
  ['README.md', readme],
  ['ARCHITECTURE.md', architecture],
])('%s: every file it names exists', (_, text) => {
  const named = [
    ...[...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? ''),
    ...codes(text.replaceAll(/```.*?```/gs, '')).filter((code) =>
      /^(src|test|examples|fixtures)\/[\w./-]+$/.test(code),
    ),
  ]
  expect(named.length).toBeGreaterThan(2)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})
