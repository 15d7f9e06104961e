import type { TrainingRow } from '../train/readRows.ts'
import type { CaseAt } from './readAllCases.ts'
import type { Column } from './readColumn.ts'
import { EXIT, stop } from './stop.ts'

/** A file beside the cases: its option, its path and what it says of each id. */
export interface Beside {
  readonly option: string
  readonly path: string
  readonly column: Column
}

/**
 * Cases with what became of them, and the group of each where groups are given. Every case has one outcome and every
 * outcome a case: whatever is over would bend the figures unseen.
 *
 * @throws a Stop that names the first line without its counterpart, or with an outcome that is none.
 */
export function withOutcomes(
  cases: readonly CaseAt[],
  casesName: string,
  outcomes: Beside,
  groups?: Beside,
): TrainingRow[] {
  const ids = new Set(cases.map(({ id }) => id))
  for (const { option, path, column } of [outcomes, ...(groups === undefined ? [] : [groups])]) {
    const over = [...column].filter(([id]) => !ids.has(id)).map(([, { line }]) => line)
    if (over.length > 0)
      throw stop(
        EXIT.usage,
        `${option} ${path} line ${over[0]}: no case has this id${andMore(over)}; leave it out, or give its case`,
      )
    const lacking = cases.filter(({ id }) => !column.has(id)).map(({ line }) => line)
    if (lacking.length > 0)
      throw stop(
        EXIT.usage,
        `${casesName} line ${lacking[0]}: ${option} ${path} says nothing of this id${andMore(lacking)}; leave the case out, or add it there`,
      )
  }
  return cases.map(({ id, case: record, asOf }) => {
    const group = groups?.column.get(id)?.value
    return { case: record, asOf, bad: badOf(id, outcomes), ...(group === undefined ? {} : { group }) }
  })
}

function badOf(id: string, { option, path, column }: Beside): 0 | 1 {
  const said = column.get(id)
  if (said?.value === '0') return 0
  if (said?.value === '1') return 1
  throw stop(
    EXIT.usage,
    `${option} ${path} line ${said?.line}: bad must be 0 (it went well) or 1 (it went badly)`,
  )
}

const andMore = (lines: readonly number[]): string =>
  lines.length === 1 ? '' : ` (nor ${lines.length - 1} more)`
