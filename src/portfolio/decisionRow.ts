import type { Action, Alternative, Offer } from '../decide/decision.ts'
import { KIND_PLACE } from '../words/actions.ts'
import { failure } from '../words/failure.ts'
import { MAX_MONEY } from '../words/money.ts'
import { USED_UNITS } from '../words/units.ts'

/** What choosing between borrowers reads of a decision: whole ones and slim ones have it alike. */
export interface DecisionRow {
  readonly id: string
  readonly borrower: string
  readonly currency: string
  readonly area?: string | undefined
  readonly outstanding: number
  readonly daysPastDue: number
  readonly score: { readonly points: number }
  readonly alternatives: readonly RowAlternative[]
  /** Of whole decisions; handed on with what the decision chose. */
  readonly action?: ActionTerms | undefined
}

/** What the person who carries an action out has to know besides the alternative. */
export type ActionTerms = Partial<Pick<Action, 'ask' | 'approval' | 'validUntil'>>

/** An alternative of a row; a worklist hands on the row's own. */
export type RowAlternative = Pick<
  Alternative,
  | 'kind'
  | 'status'
  | 'purpose'
  | 'channel'
  | 'to'
  | 'point'
  | 'window'
  | 'value'
  | 'gain'
  | 'cost'
  | 'use'
  | 'prerequisites'
> & {
  readonly because: readonly { readonly code: string }[]
  readonly plan?: Offer['plan'] | { readonly instalment: number; readonly count: number }
}

/** Of each kind there are a few at most, by channel and purpose; a place among them is kept in a byte. */
const MOST_ALTERNATIVES = 255

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
  if (!isMoney(row.outstanding)) return '/outstanding'
  if (!isFiniteNumber(row.daysPastDue)) return '/daysPastDue'
  if (!isFiniteNumber(row.score?.points)) return '/score/points'
  if (!Array.isArray(row.alternatives) || row.alternatives.length > MOST_ALTERNATIVES) return '/alternatives'
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
  if (!Object.hasOwn(KIND_PLACE, one.kind)) return '/kind'
  if (!isMoney(one.value)) return '/value'
  if (one.cost !== undefined && !isMoney(one.cost)) return '/cost'
  if (!Array.isArray(one.because)) return '/because'
  if (one.window !== undefined && typeof one.window?.from !== 'string') return '/window/from'
  if (one.window !== undefined && typeof one.window.to !== 'string') return '/window/to'
  const { use } = one
  if (use === undefined) return undefined
  if (typeof use !== 'object' || use === null) return '/use'
  return USED_UNITS.every((unit) => isAmount(use[unit])) ? undefined : '/use'
}

const isFiniteNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)

/** What no case could come to is no amount, and adding such numbers up would lose digits. */
const isMoney = (value: unknown): boolean =>
  isFiniteNumber(value) && Math.abs(value as number) <= 1000 * MAX_MONEY
const isAmount = (value: number | undefined): boolean =>
  value === undefined || (isFiniteNumber(value) && value >= 0)
