import { countText } from './figures.ts'
import { textTable } from './textTable.ts'

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
