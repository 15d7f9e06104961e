import type { Decision } from '../explain/decision.ts'
import type { Issue } from '../kernel/issue.ts'
import { comparing } from '../portfolio/policyComparison.ts'
import { countIssues } from './countIssues.ts'
import { decideRecord } from './decideRecord.ts'
import type { Exchange } from './exchangeTo.ts'
import { readLines } from './lines.ts'
import { ndjson } from './ndjson.ts'
import type { CasesInput } from './openCases.ts'
import type { Output } from './output.ts'
import type { Progress } from './progress.ts'
import { type CaseRecord, readRecord } from './readRecord.ts'
import { DUPLICATE_ID, seenIds } from './seenIds.ts'
import type { Settings } from './settings.ts'

/** Where rejects go, and a line on each borrower who moves, where one is wanted. */
export interface ComparisonOutputs {
  readonly rejects: Output
  readonly moves: Output | undefined
}

/** Decides record after record under both; nothing of it is kept but counts, and the ids. */
export async function compareInput(
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
