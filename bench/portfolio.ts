import { spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { prioritise } from 'arrears/portfolio'
import { readProblem } from '../src/portfolio/readProblem.ts'
import { syntheticCapacity, syntheticDecisions } from '../test/portfolio/syntheticDecisions.ts'

/**
 * `npm run bench:portfolio`: who comes first among 100,000 and among 1,000,000 slim decisions of four alternatives, with
 * eight pools. Wall time, time on all cores (machines are shared), and the most memory on top of the decisions; then
 * the same linear relaxation by OR-Tools' PDLP, where PYTHON names a Python that has it (see bench/pdlp.py); then the
 * command on a file, against parsing that file.
 */
const LARGE = Number(process.env.BENCH_LARGE ?? 1_000_000)
const COMPARED = Math.min(LARGE, 100_000)
const python = process.env.PYTHON ?? 'python3'
const collect = (globalThis as { gc?: () => void }).gc ?? (() => {})
const resident = (): number => process.memoryUsage().rss / 2 ** 20

function run(count: number): number {
  const decisions = syntheticDecisions(1, count)
  const capacity = syntheticCapacity(count)
  collect()
  const before = resident()
  const cpu = process.cpuUsage()
  const began = performance.now()
  const { gap, worklists, left } = prioritise(decisions, capacity)
  const wall = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const placed = worklists.reduce((sum, { items }) => sum + items.length, 0)
  const memory = Math.max(resident(), process.resourceUsage().maxRSS / 1024) - before
  console.log(
    `${count.toLocaleString('en').padStart(9)} decisions  ${wall.toFixed(2)} s  ${((user + system) / 1e6).toFixed(2)} s CPU  ${Math.round(memory)} MB on top  gap ${(gap * 100).toFixed(4)} %  ${placed} placed, ${left.length} left`,
  )
  return wall
}

function relaxation(folder: string, ours: number): void {
  if (spawnSync(python, ['-c', 'import ortools, scipy']).status !== 0) {
    console.log(`PDLP not run: ${python} has no ortools; bench/pdlp.py says what it needs`)
    return
  }
  const problem = readProblem(syntheticDecisions(1, COMPARED), syntheticCapacity(COMPARED))
  for (const name of ['value', 'firstOption', 'firstTake', 'pool', 'amount', 'available'] as const)
    writeFileSync(
      join(folder, name),
      name === 'firstOption' ? problem[name].slice(0, problem.groups + 1) : problem[name],
    )
  const found = spawnSync(python, ['bench/pdlp.py', folder], { encoding: 'utf8' })
  if (found.status !== 0) throw new Error(found.stderr.slice(-2000))
  const { seconds, optimum, ended } = JSON.parse(found.stdout.trim().split('\n').at(-1) as string)
  const { bound } = prioritise(syntheticDecisions(1, COMPARED), syntheticCapacity(COMPARED))
  console.log(
    `PDLP, the same relaxation: ${seconds.toFixed(1)} s (${ended}), ${(seconds / ours).toFixed(0)} times as long as the whole plan (at least 15); bound ${((bound / optimum - 1) * 100).toFixed(5)} % above its optimum`,
  )
}

async function command(folder: string): Promise<void> {
  const [file, capacity] = [join(folder, 'decisions.ndjson'), join(folder, 'capacity.json')] as const
  writeFileSync(capacity, JSON.stringify(syntheticCapacity(LARGE)))
  await pipeline(
    Readable.from(
      (function* lines() {
        for (const one of syntheticDecisions(1, LARGE)) yield `${JSON.stringify(one)}\n`
      })(),
      { objectMode: true, highWaterMark: 1000 },
    ),
    createWriteStream(file),
  )
  const parse = `const fs=require('fs'),rl=require('readline').createInterface({input:fs.createReadStream(${JSON.stringify(file)}),crlfDelay:Infinity});const rows=[];rl.on('line',l=>rows.push(JSON.parse(l)));rl.on('close',()=>console.log(rows.length))`
  const timed = (args: string[]): number => {
    const began = performance.now()
    const { status, stderr } = spawnSync(process.execPath, ['--max-old-space-size=8192', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (status !== 0) throw new Error(stderr.slice(-2000))
    return (performance.now() - began) / 1000
  }
  const parsing = timed(['-e', parse])
  const options = ['--capacity', capacity, '--out', join(folder, 'worklists')]
  const whole = timed(['dist/cli.js', 'prioritise', file, ...options])
  const megabytes = Math.round(readFileSync(file).length / 2 ** 20)
  console.log(
    `arrears prioritise, ${LARGE.toLocaleString('en')} lines, ${megabytes} MB: ${whole.toFixed(1)} s, parsing them ${parsing.toFixed(1)} s: ${(whole / parsing).toFixed(2)} times (at most 1.5)`,
  )
}

run(20_000)
const small = run(COMPARED)
const large = run(LARGE)
console.log(
  `\n1,000,000 in ${large.toFixed(1)} s (below 8), ${(large / small).toFixed(1)} times 100,000 (at most 15); gap at most 0.05 %`,
)
const folder = mkdtempSync(join(tmpdir(), 'arrears-bench-'))
try {
  relaxation(folder, small)
  await command(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
