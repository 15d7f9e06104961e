import type { ActionKind } from '../../words/actions.ts'
import { ACTION_ORDER } from '../../words/actions.ts'
import type { Issue, IssueCode } from '../../words/issue.ts'
import { countIssues } from './issueLines.ts'

/** How many records came out how. */
export interface Counts {
  readonly decided: number
  readonly rejected: number
  /** Decisions by chosen action, all six of them, from gentle to harsh. */
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
  actions: Object.fromEntries(ACTION_ORDER.map((kind) => [kind, 0])) as Record<ActionKind, number>,
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
