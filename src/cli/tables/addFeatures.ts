import { pointerStep } from '../../kernel/issue.ts'
import { type Entry, type Fields, type Findings, placeEntry } from './entries.ts'
import { inOrder } from './inOrder.ts'
import { TWICE, type Wrong } from './partsOfCase.ts'

/**
 * Adds a lender's own characteristics: a row each, with a number or a text, or neither where it is unknown. Returns
 * whether all rows are sound.
 */
export function addFeatures(
  fields: Fields,
  entries: readonly Entry[],
  findings: Findings | undefined,
): boolean {
  if (entries.length === 0) return true
  const values = new Map<string, unknown>()
  let sound = true
  const refuse = (entry: Entry, wrong: Wrong) => {
    sound = false
    findings?.rows.push({ row: entry.row, path: '/features', ...wrong })
  }
  for (const entry of inOrder(entries, 'name')) {
    const { name, number, text } = entry.fields
    if (typeof name !== 'string') refuse(entry, NAMELESS)
    else if (values.has(name)) refuse(entry, TWICE)
    else if (number !== undefined && text !== undefined) refuse(entry, BOTH)
    else {
      const unread = number !== undefined && typeof number !== 'number'
      if (unread) sound = false
      values.set(name, unread ? null : (number ?? text ?? null))
      if (findings !== undefined) placeEntry(entry, `/features${pointerStep(name)}`, findings)
    }
  }
  fields.features = Object.fromEntries(values)
  return sound
}

const NAMELESS: Wrong = { code: 'field.missing', expected: 'the name of a characteristic', got: 'nothing' }
const BOTH: Wrong = { code: 'row.invalid', expected: 'a number or a text', got: 'both' }
