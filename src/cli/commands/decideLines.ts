import type { Alternative, Offer } from '../../decide/decision.ts'
import { contextAt } from '../../entry/contextAt.ts'
import { type Decided, decideOne } from '../../entry/decide.ts'
import type { Decision } from '../../explain/decision.ts'
import type { Context } from '../../input/context.ts'
import { told } from '../../input/issueLimit.ts'
import { issueOf, kindOf, shownValue } from '../../input/issueOf.ts'
import { parseCase } from '../../input/parseCase.ts'
import type { Prices } from '../../input/pricesFile.ts'
import { type ChooseAtPrices, chooserAtPrices } from '../../portfolio/choosingAtPrices.ts'
import type { RowAlternative } from '../../portfolio/decisionRow.ts'
import { parseInstant } from '../../time/instant.ts'
import type { ActionKind } from '../../words/actions.ts'
import type { Issue, Parsed } from '../../words/issue.ts'
import { type InputLine, ndjson, type Position, START } from '../io/lines.ts'
import { type Reject, readCaseLine } from '../io/readRecord.ts'
import { EXIT, stop, whereabouts } from '../stop.ts'
import type { Settings } from './settings.ts'

/** Settings, and whether decisions are written whole or slim. Plain data, so that it can be handed to a worker. */
export interface LineSettings extends Settings {
  readonly slim: boolean
  /** Prices at which each decision also says what it comes to where there are too few people for all. */
  readonly prices?: Prices
}

/** What became of a record: decided, or what is wrong with it. */
export type LineResult =
  | { readonly ok: true; readonly line: number; readonly id: string | null; readonly kind: ActionKind }
  | ({ readonly ok: false } & Reject)

/** What became of some lines, and the decisions among them as NDJSON in UTF-8, one line for each that is `ok`. */
export interface DecidedLines {
  readonly results: readonly LineResult[]
  readonly decisions: Uint8Array
  /** Where the last of the lines ends. */
  readonly end: Position
}

const utf8 = new TextEncoder()

/**
 * Decides the records on these lines, in order; nothing of one line reaches the next. Whether an id came up before is
 * for the caller that sees all lines to say.
 */
export function decideLines(lines: readonly InputLine[], settings: LineSettings): DecidedLines {
  const results: LineResult[] = []
  let decisions = ''
  const choose = settings.prices && chooserAt(settings.prices)
  for (const one of lines) {
    const record = readCaseLine(one)
    if (record === undefined) continue
    if (!record.ok) {
      results.push(record)
      continue
    }
    const { line, id, value } = record
    const decided = decideRecord(line, value, settings)
    if (!decided.ok) results.push({ ok: false, line, id, issues: decided.issues })
    else {
      const { decision } = decided
      results.push({ ok: true, line, id, kind: decision.action.kind })
      const written = settings.slim ? slimDecision(decision) : decision
      decisions += ndjson(choose === undefined ? written : { ...written, atPrices: choose(written) })
    }
  }
  const last = lines.at(-1)
  const end = last === undefined ? START : { line: last.number, byte: last.end }
  return { results, decisions: utf8.encode(decisions), end }
}

/** Made once for each process or thread: what it finds out of pools and areas it keeps. */
const choosers = new WeakMap<Prices, ChooseAtPrices>()

function chooserAt(prices: Prices): ChooseAtPrices {
  const known = choosers.get(prices) ?? chooserAtPrices(prices)
  choosers.set(prices, known)
  return known
}

/** What choosing between borrowers needs of a decision, under the names and in the nesting a decision has. */
export type SlimDecision = Pick<
  Decision,
  'id' | 'borrower' | 'currency' | 'area' | 'overdue' | 'outstanding' | 'daysPastDue'
> & {
  readonly score: Pick<Decision['score'], 'points'>
  /**
   * The chosen and the eligible ones; of their reasons only the first one's code, of a restructure its instalment and
   * how many there are.
   */
  readonly alternatives: readonly RowAlternative[]
}

/** A decision without what only a person or a replay needs: about a seventh of its bytes. */
function slimDecision(decision: Decision): SlimDecision {
  const { id, borrower, currency, area, overdue, outstanding, daysPastDue, score, alternatives } = decision
  return {
    id,
    borrower,
    currency,
    ...(area === undefined ? {} : { area }),
    overdue,
    outstanding,
    daysPastDue,
    score: { points: score.points },
    alternatives: alternatives
      .filter(({ status }) => status === 'chosen' || status === 'eligible')
      .map(slimAlternative),
  }
}

/** JSON leaves out what is undefined, so that keys stand in one fixed order. */
function slimAlternative(alternative: Alternative): RowAlternative {
  const { kind, status, purpose, channel, to, point, window, value, gain, cost, use, because, plan } =
    alternative
  // Without what has to be done first a visit would not be lawful.
  const { prerequisites } = alternative
  const place = { kind, status, purpose, channel, to, point, window }
  const slim = { ...place, value, gain, cost, use, prerequisites, plan: slimPlan(plan) }
  return { ...slim, because: because.slice(0, 1).map(({ code }) => ({ code })) } as RowAlternative
}

const slimPlan = (plan: Offer['plan']): RowAlternative['plan'] =>
  plan?.kind === 'restructure' ? { instalment: plan.instalment, count: plan.count } : undefined

/**
 * Decides the value of one line as the library does; with `asOfRecord` as of the record's own instant.
 *
 * @throws a Stop when the library fails on it, which only a defect can cause: it names the line, not what is on it.
 */
export function decideRecord(line: number, value: unknown, { context, asOfRecord }: Settings): Decided {
  try {
    if (!asOfRecord) return decideOne(value, context)
    const own = contextOfRecord(value, context)
    return own.ok
      ? decideOne(value, own.value)
      : { ok: false, issues: told([...issuesOf(value), ...own.issues]) }
  } catch (error) {
    throw stop(EXIT.defect, `a defect stopped the run at line ${line}: ${whereabouts(error)}`)
  }
}

/** The context at the record's `metadata.asOf`. */
export function contextOfRecord(value: unknown, context: Context): Parsed<Context> {
  const asOf = property(property(value, 'metadata'), 'asOf')
  if (typeof asOf === 'string' && parseInstant(asOf) !== undefined)
    return { ok: true, value: contextAt(context, asOf) }
  return { ok: false, issues: [asOfIssue(asOf)] }
}

function asOfIssue(asOf: unknown): Issue {
  const path = '/metadata/asOf'
  const expected = 'the instant to decide as of, such as "2026-11-25T02:00:00+08:00"'
  if (asOf === undefined) return issueOf('field.missing', path, expected, 'nothing')
  if (typeof asOf !== 'string') return issueOf('type.wrong', path, expected, kindOf(asOf))
  return issueOf('instant.invalid', path, expected, shownValue(asOf))
}

/** Everything else that is wrong with it, so that it is mended in one go. */
function issuesOf(value: unknown): readonly Issue[] {
  const parsed = parseCase(value)
  return parsed.ok ? [] : parsed.issues
}

function property(value: unknown, key: string): unknown {
  const has = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
  return has ? (value as Record<string, unknown>)[key] : undefined
}
