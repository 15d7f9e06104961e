import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { meets, thresholdOf } from '../../src/cli/commands/comparisonReport.ts'
import { run } from '../../src/cli/program.ts'
import { createContext } from '../../src/entry/createContext.ts'
import { comparePolicies } from '../../src/entry/portfolio.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { minimalCase, TRIED } from '../helpers/minimalCase.ts'
import { fakeHost } from './fakeHost.ts'
import { testFolder } from './trainingFiles.ts'

const AS_OF = '2026-11-25T10:00:00Z'
const DEAR_CALLS = {
  id: 'dear',
  version: '1',
  unitCosts: { USD: { minute: 1_000_000, visit: 8000, message: 5 } },
}
const records = ['1', '2', '3', '4'].map((id) => minimalCase({ id, contacts: TRIED }))
// The fourth cannot be reached but by a message, so it stays where it is.
const stays = { ...records[3], contactPoints: [{ key: 'm', channel: 'email', kind: 'email' }] }
const cases = [...records.slice(0, 3), stays]
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`)

const folder = testFolder()
afterAll(folder.remove)
const dear = folder.write('dear.json', JSON.stringify(DEAR_CALLS))
const SIDES = ['--policy', 'default', '--policy', dear]

async function compare(args: readonly string[], stdin = lines(cases), host = fakeHost(stdin)) {
  const status = await run(['compare', '-', '--as-of', AS_OF, ...args], host)
  return { status, ...host.written }
}

test('the report is the library’s comparison, and says what it was made of', async () => {
  const { status, out, err } = await compare(SIDES)
  expect([status, err]).toEqual([0, ''])
  const { flows, a, b, rejected, ...more } = JSON.parse(out)
  const contexts = [{}, { policy: DEAR_CALLS }].map((policy) => createContext({ asOf: AS_OF, ...policy }))
  expect({ flows, a, b, rejected }).toEqual(comparePolicies(cases, contexts[0]!, contexts[1]!))
  expect(flows.map(({ from, to, count }: (typeof flows)[0]) => [from, to, count])).toEqual([
    ['reminder', 'reminder', 1],
    ['call', 'reminder', 3],
  ])
  expect(more).toMatchObject({ read: 4, decided: 4, moved: 3, rejects: {}, thresholds: [], asOf: AS_OF })
  expect(more.versions).toEqual({ a: contexts[0]!.versions, b: contexts[1]!.versions })
})

describe('--at-most', () => {
  test('a share that is held ends with 0; one that is exceeded with 4, each told in one line', async () => {
    const held = await compare([...SIDES, '--at-most', 'reminder=75%', '--at-most', 'visit=0%'])
    expect([held.status, held.err]).toEqual([0, ''])
    const report = folder.at('report.json')
    const exceeded = await compare([
      ...SIDES,
      '--at-most',
      'reminder=74.999%',
      '--at-most',
      'call=0%',
      '--at-most',
      'any=5%',
      '--out',
      report,
    ])
    expect([exceeded.status, exceeded.out]).toEqual([4, ''])
    expect(exceeded.err).toBe(
      [
        'arrears: --at-most reminder=74.999% is exceeded: 3 of 4 accounts move, 75.0 %\n',
        'arrears: --at-most any=5% is exceeded: 3 of 4 accounts move, 75.0 %\n',
      ].join(''),
    )
    expect(JSON.parse(readFileSync(report, 'utf8')).thresholds).toEqual([
      { atMost: 'reminder=74.999%', moved: 3, exceeded: true },
      { atMost: 'call=0%', moved: 0, exceeded: false },
      { atMost: 'any=5%', moved: 3, exceeded: true },
    ])
  })
  test('of nobody no share can be held', async () => {
    const { status, out, err } = await compare([...SIDES, '--at-most', 'visit=2%'], ['{}\n'])
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/no case was decided under both policies/)
  })
  test('shares are compared exactly, whatever their decimals', () => {
    for (let thousandths = 0; thousandths <= 100_000; thousandths += 311) {
      const threshold = thresholdOf(`visit=${thousandths / 1000}%`)
      const flows = (count: number) => ({
        flows: [
          { from: 'call', to: 'visit', count, because: {} },
          { from: 'visit', to: 'visit', count: 100_000 - count, because: {} },
        ] as const,
      })
      expect(meets(threshold, flows(thousandths)).exceeded).toBe(false)
      if (thousandths < 100_000) expect(meets(threshold, flows(thousandths + 1)).exceeded).toBe(true)
    }
  })
})

test('rejects are told as decide tells them, and change nothing else', async () => {
  const bad = ['{"id":\n', ...lines([cases[0], { id: 'bad' }, cases[0], cases[1], cases[2], stays])]
  const rejects = folder.at('rejects.ndjson')
  const { status, out, err } = await compare([...SIDES, '--rejects', rejects], bad)
  expect([status, err]).toEqual([3, ''])
  const told = readFileSync(rejects, 'utf8')
  const decided = fakeHost(bad)
  await run(['decide', '-', '--as-of', AS_OF, '--summary', folder.at('summary')], decided)
  expect(told).toBe(decided.written.err)
  const { read, decided: both, rejected, rejects: byCode, ...rest } = JSON.parse(out)
  expect([read, both, rejected]).toEqual([7, 4, 3])
  expect(byCode).toEqual(JSON.parse(readFileSync(folder.at('summary'), 'utf8')).rejects)
  expect(JSON.parse((await compare(SIDES)).out)).toMatchObject(rest)
})

test('both sides are decided as of one instant, though the clock goes on', async () => {
  let days = 0
  const start = Date.UTC(2026, 10, 25)
  const aged = minimalCase()
  const loan = { ...aged.loan, daysPastDue: 40, overdueSince: '2026-10-16' }
  const host = { ...fakeHost(lines([{ ...aged, loan }])), now: () => start + 86_400_000 * days++ }
  const status = await run(['compare', '-', '--policy', 'default', '--policy', 'default'], host)
  expect([status, JSON.parse(host.written.out).decided]).toEqual([0, 1])
})

test('--model twice compares two scorecards', async () => {
  const model = folder.write('model.json', JSON.stringify(DEFAULT_MODEL))
  const sides = ['--policy', 'default', '--policy', 'default']
  const other = folder.write('own.json', JSON.stringify({ ...DEFAULT_MODEL, id: 'own' }))
  const names = async (...args: string[]) => {
    const { a, b } = JSON.parse((await compare([...sides, ...args])).out).versions
    return [a.model.split('@')[0], b.model.split('@')[0]]
  }
  expect(await names('--model', model, '--model', other)).toEqual(['default', 'own'])
  expect(await names('--model', other)).toEqual(['own', 'own'])
})

describe('--moves', () => {
  const moves = folder.at('moves.ndjson')
  const told = () =>
    readFileSync(moves, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  test('says of each who moves from what to what and which reasons changed, in the order of the cases', async () => {
    const { status, out } = await compare([...SIDES, '--moves', moves], lines([...cases, {}]))
    const { flows } = JSON.parse(out)
    const codes = Object.keys(flows.find((flow: { from: string }) => flow.from === 'call').because)
    expect(status).toBe(3)
    expect(told().map(({ id, from, to }) => [id, from, to])).toEqual(
      ['1', '2', '3'].map((id) => [id, 'call', 'reminder']),
    )
    for (const { because } of told())
      expect(because.map(({ code }: { code: string }) => code).sort()).toEqual(codes.sort())
  })
  test('is in place also when too many move, and empty when nobody does', async () => {
    expect((await compare([...SIDES, '--moves', moves, '--at-most', 'any=1%'])).status).toBe(4)
    expect(told()).toHaveLength(3)
    expect((await compare(['--policy', dear, '--policy', dear, '--moves', moves])).status).toBe(0)
    expect(readFileSync(moves, 'utf8')).toBe('')
  })
  test('takes no file that something else is in or goes to, and leaves an older one on a refusal', async () => {
    const report = folder.at('report.json')
    expect((await compare([...SIDES, '--moves', dear])).err).toMatch(
      /--moves .* is the same file as --policy/,
    )
    expect((await compare([...SIDES, '--moves', report, '--out', report])).err).toMatch(
      /--moves .* is the same file as --out/,
    )
    folder.write('moves.ndjson', 'old')
    expect((await compare([...SIDES, '--moves', moves, '--at-most', 'any=1%'], ['{}\n'])).status).toBe(2)
    expect(readFileSync(moves, 'utf8')).toBe('old')
  })
})

describe('cases in several currencies', () => {
  const rates = { currency: 'USD', day: '2026-11-25', pools: [] }
  const capacity = (given: object) => folder.write('capacity.json', JSON.stringify({ ...rates, ...given }))
  const both = lines([cases[0], minimalCase({ id: 'y', currency: 'JPY' })])
  test('have no value together, and one at the rates of a capacity', async () => {
    const alone = JSON.parse((await compare(SIDES, both)).out)
    expect([alone.a.value, alone.b.value, 'currency' in alone]).toEqual([null, null, false])
    const rated = ['--capacity', capacity({ rates: { JPY: 0.01 } })]
    const { a, b, currency } = JSON.parse((await compare([...SIDES, ...rated], both)).out)
    expect(currency).toBe('USD')
    // A yen, which has no smaller unit, is one cent at this rate.
    expect(a.value).toBe(a.valueByCurrency.USD + a.valueByCurrency.JPY)
    expect(b.value).toBe(b.valueByCurrency.USD + b.valueByCurrency.JPY)
    expect({ ...a, value: null }).toEqual(alone.a)
    const host = fakeHost(both, true)
    expect((await compare([...SIDES, ...rated], [], host)).err).toMatch(/^in all +[\d,.]+ USD +[\d,.]+ USD$/m)
  })
  test('end with 2 where the capacity has no rate', async () => {
    const { status, out, err } = await compare([...SIDES, '--capacity', capacity({})], both)
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(/a decision is in JPY, the capacity in USD, and rates give no rate/)
  })
})

describe('on a terminal', () => {
  const terminal = (stdoutToo: boolean) => {
    const host = fakeHost(lines([...cases, {}]), true)
    return { ...host, stdout: Object.assign(host.stdout, { isTTY: stdoutToo }) }
  }
  test('a table says who moves, in place of the report', async () => {
    const { status, out, err } = await compare(SIDES, [], terminal(true))
    expect([status, out]).toEqual([3, ''])
    expect(err).toMatch(/Decided under both: 4, moving: 3 \(75\.0 %\), rejected: 1$/m)
    expect(err).toMatch(/^A \(down\) to B \(across\) +reminder +call +all of A$/m)
    expect(err).toMatch(/^call +3 +\. +3$/m)
    expect(err).toMatch(/^policy +default@\S+ +dear@1$/m)
    expect(err).toMatch(/^call to reminder +3 {2}value\.lower 3$/m)
    expect(err).toMatch(/^field\.missing +1$/m)
  })
  test('the report still goes into a pipe or a file', async () => {
    const { out, err } = await compare(SIDES, [], terminal(false))
    expect(JSON.parse(out).moved).toBe(3)
    expect(err).toMatch(/moving: 3/)
  })
})

describe('what makes no sense ends with 2', () => {
  test.each([
    ['one policy', ['--policy', 'default'], /takes --policy twice/],
    ['three', [...SIDES, '--policy', 'default'], /takes --policy twice/],
    [
      'three models',
      [...SIDES, ...['a', 'b', 'c'].flatMap((one) => ['--model', one])],
      /--model once for both/,
    ],
    ['a share without its sign', [...SIDES, '--at-most', 'visit=2'], /such as visit=2%/],
    ['more than all', [...SIDES, '--at-most', 'visit=101%'], /such as visit=2%/],
    ['an action that is none', [...SIDES, '--at-most', 'letter=1%'], /actions: wait, reminder/],
    [
      'a second policy that is none',
      ['--policy', 'default', '--policy', folder.write('none.json', '{"id":1}')],
      /arrears: --policy \S*none\.json: policy is not valid/,
    ],
    [
      'a second scorecard that is none',
      [...SIDES, '--model', folder.write('good.json', JSON.stringify(DEFAULT_MODEL)), '--model', dear],
      /arrears: --model \S*dear\.json: model is not valid/,
    ],
    ['a capacity that is none', [...SIDES, '--capacity', dear], /--capacity \S*dear\.json: Expected/],
    ['the report over a policy', [...SIDES, '--out', dear], /is the same file as --policy/],
  ])('%s', async (_, args, expected) => {
    const { status, out, err } = await compare(args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(expected)
    expect(err).toMatch(/^arrears: [^\n]+\n$/)
  })
})
