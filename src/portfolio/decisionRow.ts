import type { Alternative, Offer } from '../decide/decision.ts'
import { failure } from '../kernel/failure.ts'

/** What choosing between borrowers reads of a decision: whole ones and slim ones have it alike. */
export interface DecisionRow {
  readonly id: string
  readonly borrower: string
  readonly currency: string
  readonly area?: string | undefined
  readonly overdue: number
  readonly outstanding: number
  readonly daysPastDue: number
  readonly score: { readonly points: number }
  readonly alternatives: readonly RowAlternative[]
}

/** An alternative of a row; a worklist hands on the row's own. */
export type RowAlternative = Pick<
  Alternative,
  'kind' | 'status' | 'purpose' | 'channel' | 'to' | 'point' | 'window' | 'value' | 'cost' | 'use'
> & {
  readonly because: readonly { readonly code: string }[]
  readonly plan?: Offer['plan'] | { readonly instalment: number; readonly count: number }
}

/**
 * Where a value is not what a decision has, as a JSON Pointer; undefined when it is sound. Looks at what is read of a
 * row and nothing else, so that whole and slim decisions of any version do.
 *
 * @example
 * rowFault({ id: 'b-1' }) // => '/borrower'
 */
export function rowFault(row: DecisionRow): string | undefined {
  if (typeof row !== 'object' || row === null) return ''
  if (typeof row.id !== 'string') return '/id'
  if (typeof row.borrower !== 'string') return '/borrower'
  if (typeof row.currency !== 'string') return '/currency'
  if (row.area !== undefined && typeof row.area !== 'string') return '/area'
  if (!isNumber(row.outstanding)) return '/outstanding'
  if (!isNumber(row.daysPastDue)) return '/daysPastDue'
  if (!isNumber(row.score?.points)) return '/score/points'
  if (!Array.isArray(row.alternatives)) return '/alternatives'
  for (let i = 0; i < row.alternatives.length; i++) {
    const fault = alternativeFault(row.alternatives[i] as RowAlternative)
    if (fault !== undefined) return `/alternatives/${i}${fault}`
  }
  return undefined
}

/** @throws a Failure with code `decision.notMade` that names what is wrong. */
export function requireRow(row: DecisionRow): void {
  const fault = rowFault(row)
  if (fault === undefined) return
  throw failure('decision.notMade', `not a decision, whole or slim: see ${fault || 'the whole of it'}`)
}

function alternativeFault(one: RowAlternative): string | undefined {
  if (typeof one !== 'object' || one === null) return ''
  const { status } = one
  if (status !== 'chosen' && status !== 'eligible') return typeof status === 'string' ? undefined : '/status'
  if (typeof one.kind !== 'string') return '/kind'
  if (!isNumber(one.value)) return '/value'
  if (one.cost !== undefined && !isNumber(one.cost)) return '/cost'
  if (!Array.isArray(one.because)) return '/because'
  if (one.window !== undefined && typeof one.window?.from !== 'string') return '/window/from'
  const { use } = one
  if (use === undefined) return undefined
  if (typeof use !== 'object' || use === null) return '/use'
  return isAmount(use.minute) && isAmount(use.visit) && isAmount(use.message) ? undefined : '/use'
}

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const isAmount = (value: number | undefined): boolean =>
  value === undefined || (isNumber(value) && value >= 0)
