import { performance } from 'node:perf_hooks'
import { trainTable } from '../src/train/fit/trainTable.ts'
import { SYNTHETIC_SETTINGS, syntheticTable } from './syntheticTable.ts'

/**
 * Bins, fits, calibrates and validates so many made-up rows of 25 characteristics in a process of its own, and prints
 * the seconds, and the most memory in megabytes: of all, and of the table alone.
 */
const table = syntheticTable(Number(process.argv[2]))
const held = process.resourceUsage().maxRSS / 1024
const cpu = process.cpuUsage()
const began = performance.now()
const { card } = trainTable(
  { table, from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' },
  SYNTHETIC_SETTINGS,
)
const seconds = (performance.now() - began) / 1000
const { user, system } = process.cpuUsage(cpu)
const auc = card.metrics.all?.auc
console.log(
  JSON.stringify({
    seconds,
    cpu: (user + system) / 1e6,
    peak: process.resourceUsage().maxRSS / 1024,
    held,
    auc,
  }),
)
