import type { PolicyComparison } from '../../portfolio/policyComparison.ts'
import { ACTION_ORDER, type ActionKind } from '../../words/actions.ts'
import type { countIssues } from '../screen/summary.ts'
import { EXIT, stop } from '../stop.ts'
import type { Settings } from './settings.ts'

/** What the command reports: the library's comparison, what it was made of, and how thresholds were met. */
export interface ComparisonReport extends PolicyComparison {
  /** Records: `decided` under both + `rejected`. */
  readonly read: number
  readonly decided: number
  /** Of those decided, how many get another action. */
  readonly moved: number
  /** The currency of both values, where a capacity gives its rates; else they are in the cases' own. */
  readonly currency?: string
  readonly rejects: ReturnType<ReturnType<typeof countIssues>['byCode']>
  readonly thresholds: readonly Met[]
  /** The instant decided as of, or `record`. */
  readonly asOf: string
  readonly versions: {
    readonly a: Settings['context']['versions']
    readonly b: Settings['context']['versions']
  }
}

/** A share of the accounts that may move: to an action, or `any` of them. */
export interface Threshold {
  /** As typed. */
  readonly text: string
  readonly to: ActionKind | 'any'
  /** Thousandths of a percent, so that shares are compared as whole numbers. */
  readonly most: number
}

/** A threshold, and how many moved. */
export interface Met {
  readonly atMost: string
  readonly moved: number
  readonly exceeded: boolean
}

const SHAPE = /^([a-zA-Z]+)=(\d{1,3}(?:\.\d{1,3})?)%$/

/**
 * Reads what `--at-most` is given. `visit=2%`: at most 2 % move to visit; `any=10%`: at most 10 % move at all.
 *
 * @throws a Stop when it is neither.
 */
export function thresholdOf(text: string): Threshold {
  const [, to = '', percent = ''] = SHAPE.exec(text) ?? []
  const most = Math.round(Number(percent) * 1000)
  const isKnown = to === 'any' || (ACTION_ORDER as readonly string[]).includes(to)
  if (!isKnown || percent === '' || most > 100_000)
    throw stop(
      EXIT.usage,
      `--at-most takes an action, or any, and a share of the accounts, such as visit=2%; actions: ${ACTION_ORDER.join(', ')}`,
    )
  return { text, to: to as Threshold['to'], most }
}

/** How many of those compared moved as a threshold looks at it, and whether they are too many. */
export function meets({ text, to, most }: Threshold, { flows }: Pick<PolicyComparison, 'flows'>): Met {
  const compared = flows.reduce((sum, { count }) => sum + count, 0)
  const moved = flows
    .filter((flow) => flow.from !== flow.to && (to === 'any' || flow.to === to))
    .reduce((sum, { count }) => sum + count, 0)
  return { atMost: text, moved, exceeded: moved * 100_000 > most * compared }
}
