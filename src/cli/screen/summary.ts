import { type ActionKind, byKind } from '../../words/actions.ts'
import type { Issue, IssueCode } from '../../words/issue.ts'
import { countText, textTable } from './textTable.ts'

/** How many records came out how. */
export interface Counts {
  readonly decided: number
  readonly rejected: number
  /** Decisions by chosen action, all of them, from gentle to harsh. */
  readonly actions: Readonly<Record<ActionKind, number>>
  /** Rejected records by what is wrong with them; a record with two kinds of fault counts under both. */
  readonly rejects: Readonly<Partial<Record<IssueCode, number>>>
}

/** What a run came to. */
export interface Summary extends Counts {
  /** Records, that is lines that are not empty: `decided` + `rejected`. */
  readonly read: number
  /** The instant decided as of, or `record`. */
  readonly asOf: string
  readonly seconds: number
  /** Version of the time-zone data in use. */
  readonly timeZones: string
}

export interface Tally {
  readonly decided: (kind: ActionKind) => void
  readonly rejected: (issues: readonly Issue[]) => void
  readonly read: () => number
  readonly counts: () => Counts
  readonly summary: (asOf: string, seconds: number) => Summary
}

const NOTHING: Counts = {
  decided: 0,
  rejected: 0,
  actions: byKind(() => 0),
  rejects: {},
}

/** Counts as a run goes along, on top of what an earlier part of it came to. */
export function startTally(before: Counts = NOTHING): Tally {
  const actions = { ...before.actions }
  const rejects = countIssues(before.rejects)
  let { decided, rejected } = before
  const counts = (): Counts => ({ decided, rejected, actions: { ...actions }, rejects: rejects.byCode() })
  return {
    decided(kind) {
      decided += 1
      actions[kind] += 1
    },
    rejected(issues) {
      rejected += 1
      rejects.add(issues)
    },
    read: () => decided + rejected,
    counts,
    summary: (asOf, seconds) => ({
      read: decided + rejected,
      ...counts(),
      asOf,
      seconds: Math.round(seconds * 1000) / 1000,
      timeZones: process.versions.tz ?? 'unknown',
    }),
  }
}

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
