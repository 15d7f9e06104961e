import { ZenEngine } from '@gorules/zen-engine'
import { type Context, counterfactuals, createContext, decide, type ParsedCase, parseCase } from 'arrears'
import { Bench } from 'tinybench'
import { benchCases } from './benchCases.ts'
import { ZEN_TABLE } from './zenTable.ts'

/**
 * `npm run bench` measures the built package: ratios within one run, since machines are shared and noisy. The
 * tasks take turns for many short rounds, and the median over the rounds is told: a neighbour who is busy for a second
 * then slows a few rounds of every task, and not one task only.
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

/**
 * A quarter of the cases, one of each place, by turns: a turn is then shorter than the time a busy machine gives a
 * process before it serves the next, so that the median turn of every task is an undisturbed one.
 */
const HANDS = 4
function hands<T>(all: readonly T[]): () => readonly T[] {
  const dealt = Array.from({ length: HANDS }, (_, hand) => all.filter((_, index) => index % HANDS === hand))
  let turn = 0
  return () => dealt[turn++ % HANDS] ?? []
}

let sink = 0
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15)
/** Rounds that only warm up: thousands of decisions pass before the compiler has settled. */
const WARMING = 10
const bench = new Bench({ time: 150, warmup: false, throws: true })
const zenHand = hands(zenInputs)
bench.add('zen 14 rows, awaited', async () => {
  for (const input of zenHand()) sink += Object.keys((await zen.evaluate(input)).result).length
})
const decideHand = hands(prepared)
const bothHand = hands(prepared)
const floorHand = hands(prepared)
const jsonHand = hands(prepared)
const parseHand = hands(prepared)
bench.add('decide', () => {
  for (const { parsed, context } of decideHand()) sink += decide(parsed, context).alternatives.length
})
bench.add('decide + counterfactuals', () => {
  for (const { parsed, context } of bothHand()) {
    sink += decide(parsed, context).alternatives.length
    sink += counterfactuals(parsed, context).length
  }
})
bench.add('JSON floor', () => {
  for (const { text, decision } of floorHand()) {
    sink += Object.keys(JSON.parse(text)).length
    sink += JSON.stringify(decision).length
  }
})
bench.add('JSON + parseCase + decide', () => {
  for (const { text, context } of jsonHand()) {
    const result = parseCase(JSON.parse(text), context)
    if (result.ok) sink += JSON.stringify(decide(result.value, context)).length
  }
})
bench.add('parseCase', () => {
  for (const { record, context } of parseHand()) sink += parseCase(record, context).ok ? 1 : 0
})

/** Per second and task of every round that counts. */
const rates = new Map<string, number[]>(bench.tasks.map(({ name }) => [name, []]))
for (let round = -WARMING; round < ROUNDS; round++) {
  bench.reset()
  for (const { name, result } of await bench.run()) {
    const latency = 'latency' in result ? result.latency.p50 : Number.NaN
    if (round >= 0) rates.get(name)?.push(((prepared.length / HANDS) * 1000) / latency)
  }
}
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

for (const [name, values] of rates)
  console.log(`${name.padEnd(28)}${Math.round(median(values)).toLocaleString('en')} /s`)
console.log()
/** The median of each round's own ratio. */
function ratio(task: string, base: string, least: number): void {
  const bases = rates.get(base) ?? []
  const value = median((rates.get(task) ?? []).map((rate, round) => rate / (bases[round] ?? Number.NaN)))
  console.log(`${`${task} ÷ ${base}`.padEnd(64)}${value.toFixed(2)} (at least ${least})`)
}
ratio('decide', 'zen 14 rows, awaited', 5)
ratio('decide + counterfactuals', 'zen 14 rows, awaited', 1.5)
ratio('JSON + parseCase + decide', 'JSON floor', 0.27)
const withoutSchedule = (key: string, value: unknown): unknown => (key === 'schedule' ? undefined : value)
const sizes = prepared.map(({ decision }) => JSON.stringify(decision, withoutSchedule).length)
console.log(
  `largest decision without its schedule: ${Math.max(...sizes)} bytes (below 8000); checksum ${sink}`,
)
