import { capacityFrom } from './capacityFrom.ts'
import { compareInput } from './compareInput.ts'
import { comparisonScreen } from './compareScreen.ts'
import type { ComparisonReport } from './comparisonReport.ts'
import { exchangeTo } from './exchangeTo.ts'
import { shareText } from './figures.ts'
import type { Host } from './host.ts'
import { openCases } from './openCases.ts'
import { type OutputOptions, openOutputs } from './openOutputs.ts'
import { outputFiles } from './outputFiles.ts'
import { progressOn } from './progress.ts'
import { type InputFile, type NamedStream, refuseLoss } from './refuseLoss.ts'
import { type CaseOptions, inputFiles, readSettings } from './settings.ts'
import { EXIT, type ExitStatus, stop } from './stop.ts'
import { pathStats } from './target.ts'
import { type Met, meets, thresholdOf } from './threshold.ts'

/** The options of `arrears compare`, as typed. */
export interface CompareOptions
  extends Omit<CaseOptions, 'policy' | 'model'>,
    Pick<OutputOptions, 'out' | 'rejects'> {
  /** Two: A and B. */
  readonly policy: readonly string[]
  /** None, one for both, or two. */
  readonly model?: readonly string[]
  /** Thresholds such as `visit=2%`. */
  readonly atMost?: readonly string[]
  /** A file for a line on each borrower who moves. */
  readonly moves?: string
  /** A capacity, for its currency and rates: one value for cases in several currencies. */
  readonly capacity?: string
}

/** `arrears compare`: who moves from which action to which under another policy, in constant memory. */
export async function compareCommand(cases: string, typed: CompareOptions, host: Host): Promise<ExitStatus> {
  const thresholds = (typed.atMost ?? []).map(thresholdOf)
  const [forA, forB] = sidesOf(typed)
  const a = await readSettings(forA, host)
  // One instant for both, though the clock has gone on.
  const b = await readSettings({ ...forB, asOf: typed.asOf ?? a.context.asOf }, host)
  const input = await openCases(cases, typed, host)
  const exchange = typed.capacity === undefined ? undefined : exchangeTo(await capacityFrom(typed.capacity))
  const outputs = await openAll(typed, [...inputFiles(forA), ...inputFiles(forB), ...input.files], host)
  const { out } = typed
  const progress = progressOn(host, input)
  try {
    const counts = await compareInput(input, a, b, outputs, exchange, progress)
    progress.end()
    if (thresholds.length > 0 && counts.decided === 0)
      throw stop(EXIT.usage, 'no case was decided under both policies, so --at-most can say nothing')
    const report: ComparisonReport = {
      ...counts,
      thresholds: thresholds.map((one) => meets(one, counts)),
      asOf: a.asOfRecord ? 'record' : a.context.asOf,
      versions: { a: a.context.versions, b: b.context.versions },
    }
    const isRead = host.stderr.isTTY === true
    // Somebody who looks at both streams on one terminal would see everything twice.
    if (out !== undefined || !isRead || host.stdout.isTTY !== true)
      await outputs.decisions.write(`${JSON.stringify(report, null, 1)}\n`)
    await outputs.finish()
    if (isRead) await outputs.summary.write(comparisonScreen(report))
    for (const met of report.thresholds) if (met.exceeded) await outputs.summary.write(toldOf(met, report))
    if (report.thresholds.some(({ exceeded }) => exceeded)) return EXIT.thresholdExceeded
    return report.rejected > 0 ? EXIT.someRejected : EXIT.allDecided
  } catch (error) {
    outputs.discard()
    throw error
  } finally {
    progress.end()
  }
}

/** The options of each side. */
function sidesOf({ policy, model = [], ...shared }: CompareOptions): readonly [CaseOptions, CaseOptions] {
  const [policyA, policyB] = policy
  if (policyA === undefined || policyB === undefined || policy.length > 2)
    throw stop(EXIT.usage, 'compare takes --policy twice: the one in force, then the other one')
  if (model.length > 2)
    throw stop(EXIT.usage, 'compare takes --model once for both policies, or once for each')
  const [modelA, modelB = modelA] = model
  const side = (policy: string, model: string | undefined): CaseOptions => ({
    ...shared,
    policy,
    ...(model === undefined ? {} : { model }),
  })
  return [side(policyA, modelA), side(policyB, modelB)]
}

/** Where the report, the rejects and the moves go; the moves are in place before the report is. */
async function openAll(
  { out, rejects, moves, capacity }: CompareOptions,
  read: readonly InputFile[],
  host: Host,
) {
  const inputs = capacity === undefined ? read : [...read, { name: '--capacity', file: pathStats(capacity) }]
  const streams: NamedStream[] = [
    ...(out === undefined ? [['standard output', host.stdout] as const] : []),
    ['standard error', host.stderr],
  ]
  refuseLoss(inputs, streams, [
    ['--out', out],
    ['--rejects', rejects],
    ['--moves', moves],
  ])
  const files = outputFiles(host)
  const movers = moves === undefined ? undefined : await files.open(moves, EXIT.usage)
  const named = { ...(out === undefined ? {} : { out }), ...(rejects === undefined ? {} : { rejects }) }
  return { ...(await openOutputs(named, inputs, host, files)), moves: movers }
}

const toldOf = ({ atMost, moved }: Met, { decided }: ComparisonReport): string =>
  `arrears: --at-most ${atMost} is exceeded: ${moved} of ${decided} accounts move, ${shareText(moved, decided)}\n`
