import type { Entry, Fields, Findings } from './entries.ts'
import { inOrder } from './inOrder.ts'

/**
 * Gives every due row its payments: the one in its own columns, and those that name its number or, without one, its day.
 *
 * @returns whether every payment found its row, and just one.
 */
export function linkPayments(
  repayments: readonly Entry[],
  payments: readonly Entry[],
  findings: Findings | undefined,
): boolean {
  const paid = repayments.map(({ row, fields }): Entry[] =>
    fields.paid === undefined ? [] : [{ row, fields: fields.paid as Fields }],
  )
  const places = payments.length === 0 ? undefined : placesByKey(repayments)
  let all = true
  for (const payment of payments) {
    const { fields, row } = payment
    const { number, due } = fields
    // Undefined is not written: they are no part of a payment.
    fields.number = undefined
    fields.due = undefined
    const named = places?.get(number === undefined ? `due ${due}` : `number ${number}`) ?? []
    // One with both names a row that has both.
    const found = named.filter(
      (place) => due === undefined || `${repayments[place]?.fields.due}` === `${due}`,
    )
    const [place] = found
    if (place !== undefined && found.length === 1) paid[place]?.push(payment)
    else {
      all = false
      const expected = `one row of repayments with ${number === undefined ? 'this day due' : 'this number'}`
      const got = found.length === 0 ? 'none' : `${found.length} of them`
      findings?.rows.push({ row, path: '/repayments', code: 'row.unmatched', expected, got })
    }
  }
  for (const [i, { fields }] of repayments.entries()) {
    fields.number = undefined
    const entries = inOrder(paid[i] as readonly Entry[], 'on')
    fields.paid = entries.length === 0 ? undefined : entries.map((entry) => entry.fields)
    for (const entry of entries) findings?.rowOf.set(entry.fields, entry.row)
  }
  return all
}

function placesByKey(repayments: readonly Entry[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  repayments.forEach(({ fields }, place) => {
    for (const key of fields.number === undefined
      ? [`due ${fields.due}`]
      : [`number ${fields.number}`, `due ${fields.due}`]) {
      const known = places.get(key)
      if (known === undefined) places.set(key, [place])
      else known.push(place)
    }
  })
  return places
}
