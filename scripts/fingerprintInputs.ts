// Writes the cases that scripts/fingerprint.mjs takes the fingerprint of, one JSON record a line:
//   npx tsx scripts/fingerprintInputs.ts FILE
// Fixtures, the portfolio, generated cases and worlds of the laws, records and policies with one thing spoilt, and real
// accounts where their folder is there. One commit always writes the same file: keep it while the code is rearranged.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { parseCase } from '../src/entry/index.ts'
import { fraction, pick, type SeededRandom, seededRandom } from '../src/numbers/seededRandom.ts'
import { readFixtures } from '../test/fixtures/readFixtures.ts'
import { anyCase } from '../test/laws/anyCase.ts'
import { anyWorld } from '../test/laws/anyWorld.ts'
import { haveRealData, makeRealCases } from '../test/real/realCases.ts'

const SEED = 12
const CASES = 4_000
const WORLDS = 2_000
const SPOILT = 20_000

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: tsx scripts/fingerprintInputs.ts FILE')

interface Input {
  readonly set: string
  readonly asOf: string
  readonly later?: string
  readonly policy?: unknown
  readonly case: unknown
}

const fixtures: Input[] = readFixtures().map(({ asOf, later, policy, case: record }) => ({
  set: 'fixtures',
  asOf,
  ...(later && { later }),
  ...(policy && { policy }),
  case: record,
}))

const recorded = (set: string, path: string, every = 1): Input[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line, index) => line !== '' && index % every === 0)
    .map((line) => {
      const record = JSON.parse(line) as { metadata?: { asOf?: string } }
      return {
        set,
        asOf: record.metadata?.asOf ?? '2005-10-01T12:00:00+08:00',
        later: 'ignore',
        case: record,
      }
    })

const portfolio = recorded('portfolio', 'fixtures/portfolios/synthetic.ndjson')

const generated: Input[] = fc
  .sample(anyCase, { seed: SEED, numRuns: CASES })
  .map(({ asOf, case: record }) => ({ set: 'laws', asOf, case: record }))

const worlds: Input[] = fc.sample(anyWorld, { seed: SEED, numRuns: WORLDS }).map((world) => {
  const rules = (bare: typeof world.house, prefix: string) =>
    bare.map((rule, index) => ({
      id: `${prefix}${index}`,
      force: 'house',
      source: 'generated',
      checked: 'primary',
      effectiveFrom: '1990-01-01',
      why: 'generated',
      ...rule,
    }))
  const pack = (id: string, bare: typeof world.house) => ({
    id,
    title: id,
    version: '1',
    jurisdictions: ['XA'],
    notes: 'generated',
    rules: rules(bare, id),
  })
  const policy = {
    id: 'world',
    version: '1',
    house: { tighten: world.tighten, rules: rules(world.house, 'house') },
    packs: [pack('law', world.law), ...(world.added ? [pack('added', world.added)] : [])],
    holidays: world.holidays,
  }
  return { set: 'worlds', asOf: world.asOf, policy, case: world.case }
})

/** What is put in the place of a value that was right. */
const WRONG: readonly unknown[] = [
  null,
  true,
  'x',
  '',
  '2026-02-30',
  '2026-13-01T00:00:00Z',
  -1,
  0,
  1.5,
  1e13,
  [],
  {},
  [null],
  'a'.repeat(1001),
  '9999-12-31',
]

function places(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]]
  const inside = Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))
  return path.length === 0 ? inside : [[...path], ...inside]
}

/** A copy with one or two things missing, wrong or added. */
function spoilt(value: unknown, state: SeededRandom): unknown {
  const copy = structuredClone(value)
  for (let times = fraction(state) < 0.3 ? 2 : 1; times > 0; times--) {
    const place = pick(state, places(copy))
    const holder = place
      .slice(0, -1)
      .reduce((part, key) => part?.[key] as Record<string, unknown>, copy as Record<string, unknown>)
    const key = place.at(-1)
    if (holder === undefined || key === undefined) continue
    const draw = fraction(state)
    if (draw < 0.25) delete holder[key]
    else if (draw < 0.4) holder[`${key}x`] = holder[key]
    else holder[key] = pick(state, WRONG)
  }
  return copy
}

const sound = [...fixtures, ...portfolio.slice(0, 300), ...generated.slice(0, 300)]
const spoiltCases: Input[] = Array.from({ length: SPOILT }, (_, index) => {
  const state = seededRandom(SEED, index, 1)
  const from = pick(state, sound)
  return { ...from, set: 'spoilt records', case: spoilt(from.case, state) }
})

const ownPolicies = [...worlds.slice(0, 200), ...fixtures.filter(({ policy }) => typeof policy === 'object')]
const spoiltPolicies: Input[] = Array.from({ length: SPOILT / 5 }, (_, index) => {
  const state = seededRandom(SEED, index, 2)
  const from = pick(state, ownPolicies)
  return { ...from, set: 'spoilt policies', policy: spoilt(from.policy, state) }
})

const real: Input[] = []
if (haveRealData) {
  for (const name of ['taiwan', 'single-loans', 'late-loans'] as const) {
    const { folder, cases } = makeRealCases(name)
    real.push(...recorded(`real ${name}`, cases, 5))
    rmSync(folder, { recursive: true })
  }
}

const inputs = [
  ...fixtures,
  ...portfolio,
  ...generated,
  ...worlds,
  ...spoiltCases,
  ...spoiltPolicies,
  ...real,
]
const unread = generated.filter(({ case: record }) => !parseCase(record).ok).length
writeFileSync(file, inputs.map((input) => `${JSON.stringify(input)}\n`).join(''))
console.log(`${inputs.length} inputs, ${unread} generated cases refused`)
