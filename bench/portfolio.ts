import { performance } from 'node:perf_hooks'
import { prioritise } from '../src/entry/prioritise.ts'
import { syntheticCapacity, syntheticDecisions } from '../test/portfolio/syntheticDecisions.ts'

/**
 * `npm run bench:portfolio`: who comes first among 100,000 and among 1,000,000 slim decisions of four alternatives, with
 * eight pools. Wall time, time on all cores (machines are shared), and the most memory on top of the decisions.
 */
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

run(20_000)
const small = run(100_000)
const large = run(Number(process.env.BENCH_LARGE ?? 1_000_000))
console.log(
  `\n1,000,000 in ${large.toFixed(1)} s (below 8), ${(large / small).toFixed(1)} times 100,000 (at most 15); gap at most 0.05 %`,
)
