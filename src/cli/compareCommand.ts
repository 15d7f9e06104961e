import type { Issue } from '../kernel/issue.ts'
import { comparing, type PolicyComparison } from '../portfolio/policyComparison.ts'
import { comparisonScreen } from './compareScreen.ts'
import { countIssues } from './countIssues.ts'
import { decideRecord } from './decideRecord.ts'
import { shareText } from './figures.ts'
import type { Host } from './host.ts'
import { readLines } from './lines.ts'
import { ndjson } from './ndjson.ts'
import { type CasesInput, openCases } from './openCases.ts'
import { type OutputOptions, openOutputs } from './openOutputs.ts'
import type { Output } from './output.ts'
import { type Progress, progressOn } from './progress.ts'
import { type CaseRecord, readRecord } from './readRecord.ts'
import { DUPLICATE_ID, seenIds } from './seenIds.ts'
import { type CaseOptions, inputFiles, readSettings, type Settings } from './settings.ts'
import { EXIT, type ExitStatus, stop } from './stop.ts'
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
}

/** What the command reports: the library's comparison, what it was made of, and how thresholds were met. */
export interface ComparisonReport extends PolicyComparison {
  /** Records: `decided` under both + `rejected`. */
  readonly read: number
  readonly decided: number
  /** Of those decided, how many get another action. */
  readonly moved: number
  readonly rejects: ReturnType<ReturnType<typeof countIssues>['byCode']>
  readonly thresholds: readonly Met[]
  /** The instant decided as of, or `record`. */
  readonly asOf: string
  readonly versions: {
    readonly a: Settings['context']['versions']
    readonly b: Settings['context']['versions']
  }
}

/** `arrears compare`: who moves from which action to which under another policy, in constant memory. */
export async function compareCommand(cases: string, typed: CompareOptions, host: Host): Promise<ExitStatus> {
  const thresholds = (typed.atMost ?? []).map(thresholdOf)
  const [forA, forB] = sidesOf(typed)
  const a = await readSettings(forA, host)
  // One instant for both, though the clock has gone on.
  const b = await readSettings({ ...forB, asOf: typed.asOf ?? a.context.asOf }, host)
  const input = await openCases(cases, typed, host)
  const files = [...inputFiles(forA), ...inputFiles(forB), ...input.files]
  const { out, rejects } = typed
  const outputs = await openOutputs(
    { ...(out === undefined ? {} : { out }), ...(rejects === undefined ? {} : { rejects }) },
    files,
    host,
  )
  const progress = progressOn(host, input)
  try {
    const counts = await compareInput(input, a, b, outputs.rejects, progress)
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

/** Decides record after record under both; nothing of it is kept but counts, and the ids. */
async function compareInput(input: CasesInput, a: Settings, b: Settings, output: Output, progress: Progress) {
  const comparison = comparing()
  const ids = seenIds()
  const issues = countIssues()
  let read = 0
  const compare = (record: CaseRecord): readonly Issue[] => {
    if (record.id !== null && !ids.isNew(record.id)) return [DUPLICATE_ID]
    if (!record.ok) return record.issues
    const first = decideRecord(record.line, record.value, a)
    if (!first.ok) return first.issues
    const second = decideRecord(record.line, record.value, b)
    if (!second.ok) return second.issues
    comparison.add(first.decision, second.decision)
    return []
  }
  for await (const lines of readLines(input.chunks)) {
    let rejects = ''
    for (const line of lines) {
      const record = readRecord(line)
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
      await output.write(rejects)
    }
    progress.show(read, input.bytesRead())
  }
  const { flows, rejected, ...sides } = comparison.result()
  const moved = flows.reduce((sum, { from, to, count }) => (from === to ? sum : sum + count), 0)
  return { read, decided: read - rejected, rejected, moved, flows, ...sides, rejects: issues.byCode() }
}

const toldOf = ({ atMost, moved }: Met, { decided }: ComparisonReport): string =>
  `arrears: --at-most ${atMost} is exceeded: ${moved} of ${decided} accounts move, ${shareText(moved, decided)}\n`
