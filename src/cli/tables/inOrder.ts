import { parseInstant } from '../../time/instant.ts'
import type { Entry } from './entries.ts'

/**
 * Entries in the order of a field, a day or an instant, then of everything in them: the order of a file's rows must not
 * reach the case, nor which of two files they stood in.
 */
export function inOrder(entries: readonly Entry[], field: string): readonly Entry[] {
  if (entries.length < 2) return entries
  const keyed = entries.map((entry) => ({ entry, key: orderKey(entry.fields[field]) }))
  const order = (a: Keyed, b: Keyed): number =>
    compare(a.key, b.key) || compare(JSON.stringify(a.entry.fields), JSON.stringify(b.entry.fields))
  return keyed.sort(order).map(({ entry }) => entry)
}

interface Keyed {
  readonly entry: Entry
  readonly key: string
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Instants with different offsets in the order of time: seconds since 1970 in as many digits each. */
function orderKey(value: unknown): string {
  if (Array.isArray(value)) return orderKey(value[0])
  if (typeof value !== 'string') return ''
  const second = parseInstant(value)
  return second === undefined ? value : `${second + 1e11}`
}
