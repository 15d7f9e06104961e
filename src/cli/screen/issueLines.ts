import type { Issue, IssueCode } from '../../words/issue.ts'
import { countText, textTable } from './textTable.ts'

/** As many kinds of fault are told on a screen; the rest is in the summary. */
const MOST_CODES = 6

/** Rejected records by what is wrong with them, the most frequent first; nothing where there are none. */
export function issueLines(rejects: Readonly<Record<string, number>>): string[] {
  const counts = Object.entries(rejects).sort((a, b) => b[1] - a[1])
  if (counts.length === 0) return []
  const more = counts.length - MOST_CODES
  return [
    '',
    'Rejected',
    ...textTable(counts.slice(0, MOST_CODES).map(([code, count]) => [code, countText(count)])),
    ...(more > 0 ? [`and ${more} more kinds of fault`] : []),
  ]
}

type CountByCode = Readonly<Partial<Record<IssueCode, number>>>

/** Counts rejected records by what is wrong with them, on top of others; one with two kinds of fault counts under both. */
export function countIssues(before: CountByCode = {}) {
  const counts = new Map(Object.entries(before) as [IssueCode, number][])
  return {
    add(issues: readonly Issue[]): void {
      for (const code of new Set(issues.map((issue) => issue.code)))
        counts.set(code, (counts.get(code) ?? 0) + 1)
    },
    byCode: (): CountByCode => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
