import type { Capacity } from '../../src/input/capacityFile.ts'
import type { DecisionRow, RowAlternative } from '../../src/portfolio/decisionRow.ts'

/** What an alternative takes of each pool, worked out anew; undefined when it cannot be done there. */
export function naiveTakes(
  given: Capacity,
  { area }: DecisionRow,
  one: RowAlternative,
): Map<string, number> | undefined {
  const takes = new Map<string, number>()
  const units = new Set<string>()
  for (const { id, unit, areas = ['*'], serves } of given.pools) {
    if (units.has(unit) || !(areas.includes('*') || areas.includes(area ?? '\0'))) continue
    const service = serves.find(
      ({ action, channel }) => action === one.kind && (channel === undefined || channel === one.channel),
    )
    if (service === undefined) continue
    units.add(unit)
    const own = unit === 'money' ? one.cost : one.use?.[unit]
    takes.set(id, service.use ?? own ?? 0)
  }
  const somewhere = given.pools.some(({ serves }) => serves.some(({ action }) => action === one.kind))
  return takes.size === 0 && somewhere ? undefined : takes
}

/** What could be placed at all: worth something, and possible where the borrower is. */
export const naiveOffers = (given: Capacity, row: DecisionRow) =>
  row.alternatives.flatMap((one) => {
    const takes = naiveTakes(given, row, one)
    const offered = (one.status === 'chosen' || one.status === 'eligible') && (one.value ?? 0) > 0
    return offered && takes !== undefined ? [{ one, takes }] : []
  })

/** The value of going through all offers, those of highest score first, and placing what still fits. */
export function naiveGreedy(
  given: Capacity,
  rows: readonly DecisionRow[],
  score: (value: number, share: number) => number,
): number {
  const left = new Map(given.pools.map(({ id, available }) => [id, available * (given.days ?? 1)]))
  const offers = rows
    .flatMap((row) =>
      naiveOffers(given, row).map(({ one, takes }) => ({ row, takes, value: one.value ?? 0 })),
    )
    .map((offer) => {
      let share = 0
      for (const [id, taken] of offer.takes) if (taken > 0) share += taken / left.get(id)!
      return { ...offer, score: score(offer.value, share) }
    })
    .sort((a, b) => b.score - a.score)
  const served = new Set<string>()
  let value = 0
  for (const { row, takes, value: worth } of offers) {
    if (served.has(row.borrower) || [...takes].some(([id, taken]) => taken > left.get(id)!)) continue
    served.add(row.borrower)
    value += worth
    for (const [id, taken] of takes) left.set(id, left.get(id)! - taken)
  }
  return value
}
