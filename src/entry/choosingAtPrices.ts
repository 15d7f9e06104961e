import type { Capacity } from '../input/capacityFile.ts'
import { parsePrices } from '../input/pricesSchema.ts'
import { type ChooseAtPrices, chooserAtPrices as chooseAt } from '../portfolio/choosingAtPrices.ts'
import { requireRow } from '../portfolio/decisionRow.ts'
import { failure, firstFault } from '../words/failure.ts'

/**
 * Prepares to choose decision by decision at prices that `shadowPrices` fitted, so that any engine can do it record by
 * record. Takes decisions whole or slim, and only ever chooses what is chosen or eligible there. Nobody adds up what
 * the pools give: at the right prices that comes out near what there is. Of several accounts of one borrower each has
 * its choice; keep the one with the highest `net`.
 *
 * @throws a Failure with code `prices.invalid` (and `issues`); what it returns throws `decision.notMade`.
 * @example
 * const choose = choosingAtPrices(capacity, shadowPrices(decisions, capacity).prices)
 * choose(decision) // => { kind: 'call', pool: 'callers', perUnit: 1353.333333, net: 2749.464716, because: [ … ] }
 */
export function choosingAtPrices(
  capacity: Capacity,
  prices: Readonly<Record<string, number>>,
): ChooseAtPrices {
  const listed = Object.entries(prices ?? {}).map(([pool, price]) => ({ pool, price }))
  const parsed = parsePrices({ capacity, prices: listed })
  if (!parsed.ok)
    throw failure(
      'prices.invalid',
      `the prices or their capacity are not valid: ${firstFault(parsed.issues)}`,
      parsed.issues,
    )
  const choose = chooseAt(parsed.value)
  return (decision) => {
    requireRow(decision)
    return choose(decision)
  }
}
