import type { Action, Alternative } from '../decide/decision.ts'
import { compareTexts } from '../numbers/compareTexts.ts'
import { ACTION_ORDER, type ActionKind, byKind } from '../words/actions.ts'

/** What comparing reads of a decision. */
export interface ComparedDecision {
  readonly currency: string
  readonly action: Pick<Action, 'kind' | 'channel' | 'value'>
  readonly alternatives: readonly Pick<Alternative, 'kind' | 'because'>[]
  readonly reasons: readonly { readonly code: string; readonly about: string }[]
}

/** How many go from one action to another, and why. */
export interface Flow {
  readonly from: ActionKind
  readonly to: ActionKind
  readonly count: number
  /**
   * Of those who move: what the second policy says against the first one's action, and the reasons for its own that the
   * first did not give; how often each. Empty for those who stay.
   */
  readonly because: Readonly<Record<string, number>>
}

/** What a policy does with all of them. */
export interface PolicySide {
  readonly actions: Readonly<Record<ActionKind, number>>
  /** Expected gain over waiting as this policy reckons it, minor units; null where the cases are in several currencies. */
  readonly value: number | null
  readonly valueByCurrency: Readonly<Record<string, number>>
  /** Actions by some channel, visits among them. */
  readonly contacts: number
  readonly visits: number
}

export interface PolicyComparison {
  /** Every pair of actions that occurs, from gentle to harsh; those who stay are told with `from` equal to `to`. */
  readonly flows: readonly Flow[]
  readonly a: PolicySide
  readonly b: PolicySide
  /** Cases that one of the two refuses: they are in nothing else here. */
  readonly rejected: number
}

export interface Comparing {
  /** Returns the reasons that changed, of one who moves; nothing of one who stays. */
  readonly add: (a: ComparedDecision, b: ComparedDecision) => readonly string[] | undefined
  readonly reject: () => void
  readonly result: () => PolicyComparison
}

/** Compares decision by decision, so that any number of cases takes the same room. */
export function comparing(): Comparing {
  const flows = new Map<string, { count: number; readonly because: Map<string, number> }>()
  const sides = { a: startSide(), b: startSide() }
  let rejected = 0
  return {
    add(a, b) {
      sides.a.add(a)
      sides.b.add(b)
      const name = `${a.action.kind} ${b.action.kind}`
      const flow = flows.get(name) ?? { count: 0, because: new Map<string, number>() }
      flows.set(name, flow)
      flow.count += 1
      if (a.action.kind === b.action.kind) return undefined
      const changed = changedCodes(a, b)
      for (const code of changed) flow.because.set(code, (flow.because.get(code) ?? 0) + 1)
      return changed
    },
    reject() {
      rejected += 1
    },
    result: () => ({
      flows: ACTION_ORDER.flatMap((from) =>
        ACTION_ORDER.flatMap((to): Flow[] => {
          const flow = flows.get(`${from} ${to}`)
          return flow === undefined ? [] : [{ from, to, count: flow.count, because: byCount(flow.because) }]
        }),
      ),
      a: sides.a.side(),
      b: sides.b.side(),
      rejected,
    }),
  }
}

/** All that the second says against the first one's action, and what it says for its own that the first did not give. */
function changedCodes(a: ComparedDecision, b: ComparedDecision): readonly string[] {
  const known = ownCodes(a)
  const against = b.alternatives.find(({ kind }) => kind === a.action.kind)?.because ?? []
  const own = [...ownCodes(b)].filter((code) => !known.has(code))
  return [...new Set([...against.map(({ code }) => code), ...own])]
}

const ownCodes = ({ reasons }: ComparedDecision): Set<string> =>
  new Set(reasons.filter(({ about }) => about === 'action').map(({ code }) => code))

const byCount = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || compareTexts(a[0], b[0])))

function startSide() {
  const actions = byKind(() => 0)
  const values = new Map<string, number>()
  let contacts = 0
  return {
    add({ currency, action }: ComparedDecision): void {
      actions[action.kind] += 1
      values.set(currency, (values.get(currency) ?? 0) + action.value)
      if (action.channel !== undefined) contacts += 1
    },
    side: (): PolicySide => ({
      actions,
      value: values.size > 1 ? null : ([...values.values()][0] ?? 0),
      valueByCurrency: Object.fromEntries([...values].sort(([a], [b]) => compareTexts(a, b))),
      contacts,
      visits: actions.visit,
    }),
  }
}
