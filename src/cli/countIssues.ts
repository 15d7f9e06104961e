import type { Issue, IssueCode } from '../kernel/issue.ts'

/** Counts rejected records by what is wrong with them; one with two kinds of fault counts under both. */
export function countIssues() {
  const counts = new Map<IssueCode, number>()
  return {
    add(issues: readonly Issue[]): void {
      for (const code of new Set(issues.map((issue) => issue.code)))
        counts.set(code, (counts.get(code) ?? 0) + 1)
    },
    byCode: (): Readonly<Partial<Record<IssueCode, number>>> =>
      Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
