import type { Issue, IssueCode } from '../kernel/issue.ts'

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
