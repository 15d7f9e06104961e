import type { Decision } from '../../explain/decision.ts'
import type { Capacity } from '../../input/capacityFile.ts'
import { exchangeOf } from '../../portfolio/offering.ts'
import { comparing, type PolicySide } from '../../portfolio/policyComparison.ts'
import type { Issue } from '../../words/issue.ts'
import type { Host } from '../host.ts'
import { ndjson, readLines } from '../io/lines.ts'
import { type CasesInput, openCases } from '../io/openCases.ts'
import { type OutputOptions, openOutputs, outputFiles } from '../io/openOutputs.ts'
import type { Output } from '../io/output.ts'
import { pathStats } from '../io/output.ts'
import { type CaseRecord, readCaseLine } from '../io/readRecord.ts'
import { type InputFile, type NamedStream, refuseLoss } from '../io/refuseLoss.ts'
import { DUPLICATE_ID, seenIds } from '../io/seenIds.ts'
import { comparisonScreen } from '../screen/compareScreen.ts'
import { type Progress, progressOn } from '../screen/progress.ts'
import { countIssues } from '../screen/summary.ts'
import { shareText } from '../screen/textTable.ts'
import { EXIT, type ExitStatus, orStop, stop } from '../stop.ts'
import { type ComparisonReport, type Met, meets, thresholdOf } from './comparisonReport.ts'
import { decideRecord } from './decideLines.ts'
import { type CaseOptions, capacityFrom, inputFiles, readSettings, type Settings } from './settings.ts'

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
    // Someone who looks at both streams on one terminal would see everything twice.
    if (out !== undefined || !isRead || host.stdout.isTTY !== true)
      await outputs.decisions.write(`${JSON.stringify(report, null, 1)}\n`)
    await outputs.finish()
    if (isRead) await outputs.summary.write(comparisonScreen(report))
    for (const met of report.thresholds)
      if (met.exceeded) await outputs.summary.write(thresholdSentence(met, report))
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

const thresholdSentence = ({ atMost, moved }: Met, { decided }: ComparisonReport): string =>
  `arrears: --at-most ${atMost} is exceeded: ${moved} of ${decided} accounts move, ${shareText(moved, decided)}\n`

/** Where rejects go, and a line on each borrower who moves, where one is wanted. */
export interface ComparisonOutputs {
  readonly rejects: Output
  readonly moves: Output | undefined
}

/** Decides record after record under both; nothing of it is kept but counts, and the ids. */
async function compareInput(
  input: CasesInput,
  a: Settings,
  b: Settings,
  outputs: ComparisonOutputs,
  exchange: Exchange | undefined,
  progress: Progress,
) {
  const comparison = comparing()
  const ids = seenIds()
  const issues = countIssues()
  let read = 0
  let moves = ''
  const compare = (record: CaseRecord): readonly Issue[] => {
    if (record.id !== null && !ids.isNew(record.id)) return [DUPLICATE_ID]
    if (!record.ok) return record.issues
    const first = decideRecord(record.line, record.value, a)
    if (!first.ok) return first.issues
    const second = decideRecord(record.line, record.value, b)
    if (!second.ok) return second.issues
    exchange?.require(first.decision.currency)
    const changed = comparison.add(first.decision, second.decision)
    if (changed !== undefined && outputs.moves !== undefined)
      moves += ndjson(moveOf(first.decision, second.decision, changed))
    return []
  }
  for await (const lines of readLines(input.chunks)) {
    let rejects = ''
    for (const line of lines) {
      const record = readCaseLine(line)
      if (record === undefined) continue
      read += 1
      const found = compare(record)
      if (found.length === 0) continue
      const reject = await input.placed({ line: record.line, id: record.id, issues: found })
      comparison.reject()
      issues.add(reject.issues)
      rejects += ndjson({ line: reject.line, id: reject.id, issues: reject.issues })
    }
    if (rejects !== '') {
      progress.clear()
      await outputs.rejects.write(rejects)
    }
    if (moves !== '') {
      await outputs.moves?.write(moves)
      moves = ''
    }
    progress.show(read, input.bytesRead())
  }
  const { flows, rejected, a: sideA, b: sideB } = comparison.result()
  const moved = flows.reduce((sum, { from, to, count }) => (from === to ? sum : sum + count), 0)
  const sides =
    exchange === undefined
      ? { a: sideA, b: sideB }
      : { currency: exchange.currency, a: exchange.inAll(sideA), b: exchange.inAll(sideB) }
  return { read, decided: read - rejected, rejected, moved, flows, ...sides, rejects: issues.byCode() }
}

/** A borrower who moves: from which action to which, and the reasons that changed. */
const moveOf = ({ id, action: from }: Decision, { action: to }: Decision, changed: readonly string[]) => ({
  id,
  from: from.kind,
  to: to.kind,
  because: changed.map((code) => ({ code })),
})

/** Values of several currencies as one, by the rates of a capacity. */
export interface Exchange {
  readonly currency: string
  /** @throws a Stop where there is no rate for a currency. */
  readonly require: (currency: string) => void
  /** With one value for all of its currencies, in whole minor units of this one. */
  readonly inAll: (side: PolicySide) => PolicySide
}

function exchangeTo(capacity: Capacity): Exchange {
  const rateOf = exchangeOf(capacity)
  return {
    currency: capacity.currency,
    require(currency) {
      orStop(() => rateOf(currency))
    },
    inAll(side) {
      const parts = Object.entries(side.valueByCurrency).map(([currency, value]) => rateOf(currency) * value)
      return { ...side, value: Math.round(parts.reduce((sum, part) => sum + part, 0)) }
    },
  }
}
