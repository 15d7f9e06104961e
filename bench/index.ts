import { ZenEngine } from '@gorules/zen-engine'
import { Bench } from 'tinybench'
import {
  type Context,
  counterfactuals,
  createContext,
  decide,
  type ParsedCase,
  parseCase,
} from '../src/entry/index.ts'
import { benchCases } from './benchCases.ts'
import { ZEN_TABLE } from './zenTable.ts'

/**
 * `npm run bench`: ratios within one run, since machines are shared and noisy. Each task goes over all cases once.
 */
interface Prepared {
  readonly context: Context
  readonly parsed: ParsedCase
  readonly text: string
  readonly decision: unknown
  readonly record: object
}

const prepared: Prepared[] = benchCases().map(({ asOf, case: record }) => {
  const context = createContext({ asOf })
  const text = JSON.stringify(record)
  const result = parseCase(JSON.parse(text), context)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return { context, parsed: result.value, text, decision: decide(result.value, context), record }
})

const zen = new ZenEngine().createDecision(ZEN_TABLE)
const zenInputs = benchCases().map(({ case: { loan, circumstances } }) => ({
  daysPastDue: 20,
  overdue: loan.overdue,
  daysSinceContact: 4,
  hardship: circumstances !== undefined,
}))

let sink = 0
const bench = new Bench({ time: Number(process.env.BENCH_MS ?? 1500), warmupTime: 500 })
bench.add('zen 14 rows, awaited', async () => {
  for (const input of zenInputs) sink += Object.keys((await zen.evaluate(input)).result).length
})
bench.add('decide', () => {
  for (const { parsed, context } of prepared) sink += decide(parsed, context).alternatives.length
})
bench.add('decide + counterfactuals', () => {
  for (const { parsed, context } of prepared) {
    sink += decide(parsed, context).alternatives.length
    sink += counterfactuals(parsed, context).length
  }
})
bench.add('JSON floor', () => {
  for (const { text, decision } of prepared) {
    sink += Object.keys(JSON.parse(text)).length
    sink += JSON.stringify(decision).length
  }
})
bench.add('JSON + parseCase + decide', () => {
  for (const { text, context } of prepared) {
    const result = parseCase(JSON.parse(text), context)
    if (result.ok) sink += JSON.stringify(decide(result.value, context)).length
  }
})
bench.add('parseCase', () => {
  for (const { record, context } of prepared) sink += parseCase(record, context).ok ? 1 : 0
})
await bench.run()

const perSecond = new Map(
  bench.tasks.map(({ name, result }) => {
    const median = result !== undefined && 'latency' in result ? result.latency.p50 : Number.NaN
    return [name, (prepared.length * 1000) / median] as const
  }),
)
const rate = (name: string): number => perSecond.get(name) ?? Number.NaN

for (const [name, value] of perSecond)
  console.log(`${name.padEnd(28)}${Math.round(value).toLocaleString('en')} /s`)
console.log()
const ratio = (what: string, value: number, least: number): void =>
  console.log(`${what.padEnd(64)}${value.toFixed(2)} (at least ${least})`)
ratio('decide ÷ zen', rate('decide') / rate('zen 14 rows, awaited'), 5)
ratio('decide + counterfactuals ÷ zen', rate('decide + counterfactuals') / rate('zen 14 rows, awaited'), 1.5)
ratio('JSON + parseCase + decide ÷ JSON floor', rate('JSON + parseCase + decide') / rate('JSON floor'), 0.25)
const withoutSchedule = (key: string, value: unknown): unknown => (key === 'schedule' ? undefined : value)
const sizes = prepared.map(({ decision }) => JSON.stringify(decision, withoutSchedule).length)
console.log(
  `largest decision without its schedule: ${Math.max(...sizes)} bytes (below 8000); checksum ${sink}`,
)
