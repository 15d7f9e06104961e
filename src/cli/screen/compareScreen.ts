import type { PolicySide } from '../../portfolio/policyComparison.ts'
import { ACTION_ORDER } from '../../words/actions.ts'
import type { ComparisonReport } from '../commands/comparisonReport.ts'
import { issueLines } from './summary.ts'
import { amountText, countText, shareText, textTable } from './textTable.ts'

/** How many of the moves are told with their reasons, and how many reasons of each. */
const MOST_MOVES = 6
const MOST_CODES = 3

/** A comparison as one screen: who moves where, what changes for the lender, and why. */
export function comparisonScreen(report: ComparisonReport): string {
  const { decided, moved, rejected } = report
  return [
    `Decided under both: ${countText(decided)}, moving: ${countText(moved)} (${shareText(moved, decided)}), rejected: ${countText(rejected)}`,
    '',
    ...textTable(flowRows(report)),
    '',
    ...textTable(sideRows(report)),
    ...reasonLines(report),
    ...issueLines(report.rejects),
    '',
  ].join('\n')
}

/** A row for each action under A, a column for each under B. */
function flowRows({ flows, a, b }: ComparisonReport): string[][] {
  const kinds = ACTION_ORDER.filter((kind) => a.actions[kind] + b.actions[kind] > 0)
  const between = new Map(flows.map(({ from, to, count }) => [`${from} ${to}`, count]))
  const cell = (count: number): string => (count === 0 ? '.' : countText(count))
  return [
    ['A (down) to B (across)', ...kinds, 'all of A'],
    ...kinds.map((from) => [
      from,
      ...kinds.map((to) => cell(between.get(`${from} ${to}`) ?? 0)),
      cell(a.actions[from]),
    ]),
    ['all of B', ...kinds.map((kind) => cell(b.actions[kind])), ''],
  ]
}

function sideRows({ a, b, versions, currency: inAll }: ComparisonReport): string[][] {
  const currencies = [
    ...new Set([a, b].flatMap(({ valueByCurrency }) => Object.keys(valueByCurrency))),
  ].sort()
  const row = (name: string, of: (side: PolicySide) => string): string[] => [name, of(a), of(b)]
  // The hash is for machines; it stands in the report.
  const named = (name: string): string => name.replace(/#.*$/, '')
  return [
    ['', 'A', 'B'],
    ['policy', named(versions.a.policy), named(versions.b.policy)],
    ['model', named(versions.a.model), named(versions.b.model)],
    row('contacts', ({ contacts }) => countText(contacts)),
    row('of these visits', ({ visits }) => countText(visits)),
    ...currencies.map((currency) =>
      row('expected value', ({ valueByCurrency }) => amountText(valueByCurrency[currency] ?? 0, currency)),
    ),
    ...(inAll === undefined ? [] : [row('in all', ({ value }) => amountText(value ?? 0, inAll))]),
  ]
}

/** The largest moves, and the reasons that changed with them. */
function reasonLines({ flows }: ComparisonReport): string[] {
  const moves = flows.filter(({ from, to }) => from !== to).sort((a, b) => b.count - a.count)
  if (moves.length === 0) return []
  const shown = moves.slice(0, MOST_MOVES)
  const counts = textTable(shown.map(({ from, to, count }) => [`${from} to ${to}`, countText(count)]))
  const lines = shown.map(({ because }, i) => {
    const codes = Object.entries(because)
      .slice(0, MOST_CODES)
      .map(([code, often]) => `${code} ${countText(often)}`)
    return `${counts[i]}  ${codes.join(', ')}`
  })
  const more = moves.length - shown.length
  return ['', 'Why: reasons that changed', ...lines, ...(more > 0 ? [`and ${more} smaller moves`] : [])]
}
