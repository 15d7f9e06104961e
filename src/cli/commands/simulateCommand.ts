import { type PolicyToLive, SIMPLE_RULES, simulating } from '../../entry/simulate.ts'
import type { Simulated, SimulationProgress } from '../../simulate/simulateAll.ts'
import type { Host } from '../host.ts'
import { outputFiles } from '../io/openOutputs.ts'
import { pathStats, streamOutput } from '../io/output.ts'
import { refuseLoss } from '../io/refuseLoss.ts'
import { progressOn } from '../screen/progress.ts'
import { simulationScreen } from '../screen/simulationScreen.ts'
import { EXIT, type ExitStatus, orStop, stop } from '../stop.ts'
import { capacityFrom, inputFiles, readSettings } from './settings.ts'

/** The options of `arrears simulate`, as typed. */
export interface SimulateCommandOptions {
  readonly policy: readonly string[]
  readonly capacity: string
  readonly days: number
  readonly borrowers: number
  readonly seed: number
  /** How many lives, each with the next seed. */
  readonly seeds: number
  readonly turns: 'nightly' | 'reviewOn'
  readonly asOf?: string
  readonly out?: string
}

/** A fixed instant, so that a simulation is the same whenever it is run. */
const DEFAULT_AS_OF = '2026-01-05T00:00:00Z'

/** `arrears simulate`: policies live with made-up borrowers for some days; what came of it. */
export async function simulateCommand(typed: SimulateCommandOptions, host: Host): Promise<ExitStatus> {
  const { out, days, borrowers, turns } = typed
  const capacity = await capacityFrom(typed.capacity)
  const policies = await Promise.all(typed.policy.map((given) => policyNamed(given, typed, host)))
  const inputs = [
    { name: '--capacity', file: pathStats(typed.capacity) },
    ...typed.policy.filter(isFile).flatMap((policy) => inputFiles({ policy })),
  ]
  refuseLoss(inputs, out === undefined ? [['standard output', host.stdout]] : [], [['--out', out]])
  const files = outputFiles(host)
  try {
    const report =
      out === undefined
        ? streamOutput(host.stdout, 'standard output', EXIT.allDecided)
        : await files.open(out, EXIT.usage)
    const seeds = Array.from({ length: typed.seeds }, (_, i) => typed.seed + i)
    const running = simulating({ policies, capacity, days, borrowers, seeds, turns })
    const found = await runWatched(running, days * borrowers * seeds.length * (policies.length + 1), host)
    const isRead = host.stderr.isTTY === true
    // Someone who looks at both streams on one terminal would see everything twice.
    if (out !== undefined || !isRead || host.stdout.isTTY !== true)
      await report.write(`${JSON.stringify(found, null, 1)}\n`)
    await files.place()
    if (isRead)
      await streamOutput(host.stderr, 'standard error', EXIT.allDecided).write(simulationScreen(found))
    return EXIT.allDecided
  } catch (error) {
    files.discard()
    throw error
  }
}

const isRule = (given: string): boolean => given === 'oracle' || SIMPLE_RULES.some((name) => name === given)
const isFile = (given: string): boolean => !isRule(given)

/** A rule by its name; else a policy, in a context of its own. */
async function policyNamed(
  given: string,
  { asOf = DEFAULT_AS_OF }: SimulateCommandOptions,
  host: Host,
): Promise<PolicyToLive> {
  if (given === 'oracle') return given
  const rule = SIMPLE_RULES.find((name) => name === given)
  if (rule !== undefined) return rule
  if (asOf === 'record') throw stop(EXIT.usage, '--as-of takes an instant: the first day that is lived')
  return { name: given, context: (await readSettings({ policy: given, asOf }, host)).context }
}

/** Runs to the end with a bar, leaving room between days for an interruption to be heard. */
async function runWatched(
  running: Generator<SimulationProgress, Simulated>,
  of: number,
  host: Host,
): Promise<Simulated> {
  const progress = progressOn(host, { file: { isFile: () => true, size: of } }, 'borrower-days')
  try {
    for (;;) {
      const step = orStop(() => running.next())
      if (step.done === true) return step.value
      progress.show(step.value.done, step.value.done)
      await new Promise((resolve) => setImmediate(resolve))
    }
  } finally {
    progress.end()
  }
}
