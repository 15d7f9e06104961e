import type { Capacity } from '../../input/capacityFile.ts'
import type { PoolUse, Prioritised } from '../../portfolio/prioritised.ts'
import type { ThumbRules } from '../../portfolio/thumbRules.ts'
import { type Pool, UNLIMITED } from '../../words/pool.ts'
import { issueLines } from './summary.ts'
import { amountText, countText, priceText, shareText, textTable } from './textTable.ts'

/** As many pools, and floors, are told: a field force may have hundreds. */
const MOST_POOLS = 10

export interface Told {
  readonly capacity: Capacity
  readonly found: Prioritised
  readonly rules: ThumbRules
  readonly rejects: Readonly<Record<string, number>>
  readonly rejected: number
}

/** A plan as one screen: what each pool gives and what more of it would bring, what the plan brings, what was rejected. */
export function prioritiseScreen({ capacity, found, rules, rejects, rejected }: Told): string {
  const { worklists, left } = found
  const placed = worklists.reduce((sum, { items }) => sum + items.length, 0)
  return [
    `Borrowers placed: ${countText(placed)}, worklists: ${countText(worklists.length)}, accounts left: ${countText(left.length)}, lines rejected: ${countText(rejected)}`,
    '',
    ...poolLines(capacity, found),
    '',
    ...textTable(valueRows(capacity, found, rules)),
    ...floorLines(found),
    ...issueLines(rejects),
    '',
  ].join('\n')
}

/** The dearest pools first: those whose whole amount is worth most at its price. */
function poolLines({ currency, pools }: Capacity, { pools: uses, worklists }: Prioritised): string[] {
  const listed = new Map<string, { lists: number; items: number }>()
  for (const { pool, items } of worklists) {
    const { lists, items: before } = listed.get(pool) ?? { lists: 0, items: 0 }
    listed.set(pool, { lists: lists + 1, items: before + items.length })
  }
  const counts = (id: string): string[] => {
    const { lists, items } = listed.get(id) ?? { lists: 0, items: 0 }
    return [countText(lists), countText(items)]
  }
  const rows = uses
    .map((use, i) => ({ use, pool: pools[i] as Pool }))
    .sort((a, b) => worthOf(b.use) - worthOf(a.use))
    .map(({ use, pool }) => [pool.id, ...counts(pool.id), ...useCells(use, pool, currency)])
  const more = rows.length - MOST_POOLS
  return [
    ...textTable([
      ['pool', 'worklists', 'borrowers', 'used', 'of', '', 'one more brings'],
      ...rows.slice(0, MOST_POOLS),
      ...(listed.has(UNLIMITED) ? [[UNLIMITED, ...counts(UNLIMITED)]] : []),
    ]),
    ...(more > 0 ? [`and ${countText(more)} more pools`] : []),
  ]
}

const worthOf = ({ shadowPrice, available }: PoolUse): number => shadowPrice * available

function useCells({ used, available, shadowPrice }: PoolUse, { unit }: Pool, currency: string): string[] {
  const share = shareText(used, available)
  if (unit === 'money')
    return [
      amountText(used, currency),
      amountText(available, currency),
      share,
      `${shadowPrice.toFixed(4)} ${currency} a ${currency}`,
    ]
  return [countText(used), countText(available), share, `${priceText(shadowPrice, currency)} a ${unit}`]
}

/** What the plan brings, what none can exceed, and what the rules people go by would bring. */
function valueRows(
  { currency }: Capacity,
  { value, bound, gap }: Prioritised,
  rules: ThumbRules,
): string[][] {
  const rule = (name: string, brings: number): string[] => [
    name,
    amountText(brings, currency),
    shareText(brings, value),
  ]
  return [
    rule('this plan brings', value),
    ['no plan can bring more than', amountText(bound, currency), `gap ${(100 * gap).toFixed(2)} %`],
    rule('largest balance first', rules.largestBalanceFirst),
    rule('oldest first', rules.oldestFirst),
    rule('lowest score first', rules.lowestScoreFirst),
  ]
}

/** Floors that the pools did not reach. */
function floorLines({ floors = [] }: Prioritised): string[] {
  const unmet = floors.filter(({ asked, served }) => served < asked)
  if (unmet.length === 0) return []
  const more = unmet.length - MOST_POOLS
  return [
    '',
    ...textTable([
      ['floors not reached', 'served', 'of'],
      ...unmet
        .slice(0, MOST_POOLS)
        .map(({ by, name, asked, served }) => [`${by} ${name}`, countText(served), countText(asked)]),
    ]),
    ...(more > 0 ? [`and ${countText(more)} more`] : []),
  ]
}
