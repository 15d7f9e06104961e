import type { CircumstanceSpan, Facts } from '../history/facts.ts'
import type { HoldAllows, HoldRule } from '../input/rulePack.ts'
import { type EpochDay, formatDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import { localDay } from '../time/timeZone.ts'
import type { HoldKind } from '../words/circumstances.ts'
import type { RuleRef } from '../words/reason.ts'
import { type BoundRule, daysInForce } from './boundRules.ts'
import { becauseOfRule, type NamedBecause } from './complianceReasons.ts'
import type { HoldLeaves, HoldState, Permissions, ReferTo } from './permissions.ts'
import { type DaySpan, dayStart } from './wallClock.ts'
import type { Closure } from './windows.ts'

/** What the holds in force and announced close, for each class of purposes and addressee. */
export interface HoldClosures {
  readonly demand: readonly Closure[]
  /** Relief to the borrower. */
  readonly relief: readonly Closure[]
  /** Relief to the representative; undefined where no hold in force sends it there. */
  readonly viaRelief: readonly Closure[] | undefined
  /** A visit for relief. */
  readonly visitRelief: readonly Closure[]
  readonly states: readonly HoldState[]
  readonly ownPause: Permissions['ownPause']
}

const NONE: readonly never[] = []
const MAY_PAUSE = Object.freeze({ allowed: true, because: NONE })

/** No hold now, none announced. */
const NO_HOLDS: HoldClosures = {
  demand: NONE,
  relief: NONE,
  viaRelief: undefined,
  visitRelief: NONE,
  states: NONE,
  ownPause: MAY_PAUSE,
}

/** A hold's time, before any tail. */
type HoldSpan = Pick<CircumstanceSpan, 'from' | 'to' | 'lastDay' | 'pointer'>

/** A row in force over `[from, to)`: the table's own, or what a rule leaves of it. */
interface HoldPart {
  readonly row: HoldRow
  readonly from: EpochSecond
  readonly to: EpochSecond
  readonly answerDays: number | undefined
}

interface Hold {
  readonly kind: AnyHold
  readonly span: HoldSpan
  readonly parts: readonly HoldPart[]
  readonly endsAt: EpochSecond
  readonly because: NamedBecause
}

export function holdsOf(
  facts: Facts,
  rules: ReadonlyMap<AnyHold, readonly ReadyHold[]>,
  appointment: Facts['appointment'],
): HoldClosures {
  const holds = findHolds(facts, rules)
  if (holds.length === 0) return NO_HOLDS
  const demand: Closure[] = []
  const relief: Closure[] = []
  const viaRelief: Closure[] = []
  const visitRelief: Closure[] = []
  for (const { kind, span, parts, because } of holds) {
    const asked = askedSince(kind, span, facts)
    for (const { row, from, to } of parts) {
      const closure = { from, to, because }
      demand.push(closure)
      const offered = mayBeHelped(row, asked)
      if (!offered || row.via) relief.push(closure)
      if (!offered || !row.toRepresentative) viaRelief.push(closure)
      if (!offered || row.via || appointment === undefined) visitRelief.push(closure)
    }
  }
  const speaksUntil = representedUntil(holds, facts.asOf)
  if (speaksUntil !== undefined) viaRelief.push(speaksUntil)
  return {
    demand,
    relief,
    viaRelief: speaksUntil === undefined ? undefined : viaRelief,
    visitRelief,
    states: holdStates(holds, facts),
    ownPause: ownPause(holds, facts.asOf),
  }
}

/**
 * Whether the borrower asked for help after the hold began: what was asked before, the hold itself answers; who asked to
 * be left alone has to ask for contact. A hold of which the record gives no beginning counts as older than any request.
 */
const askedSince = (kind: AnyHold, { from, pointer }: HoldSpan, facts: Facts): boolean => {
  const asked = HOLD_TABLE[kind].liftedByContactRequest ? facts.lastContactRequest : facts.lastAsked
  // An application is a hold and the request in one.
  return asked !== undefined && (asked.at > from || asked.evidence === pointer)
}

const mayBeHelped = ({ relief }: HoldRow, asked: boolean): boolean =>
  relief === 'yes' || (relief === 'ifAsked' && asked)

/** Every hold that reaches beyond now. */
function findHolds(facts: Facts, rules: ReadonlyMap<AnyHold, readonly ReadyHold[]>): readonly Hold[] {
  const holds: Hold[] = []
  for (const span of facts.circumstances) if (isHold(span.kind)) addHold(holds, span.kind, span, rules, facts)
  const { limitationUntil, zone } = facts.view
  if (limitationUntil !== undefined) {
    const from = dayStart(zone, limitationUntil + 1)
    const span = { from, to: Number.POSITIVE_INFINITY, lastDay: undefined, pointer: '/loan/limitationUntil' }
    addHold(holds, 'timeBarred', span, rules, facts)
  }
  return holds
}

const isHold = (kind: string): kind is AnyHold => Object.hasOwn(HOLD_TABLE, kind)

function addHold(
  holds: Hold[],
  kind: AnyHold,
  span: HoldSpan,
  byKind: ReadonlyMap<AnyHold, readonly ReadyHold[]>,
  facts: Facts,
): void {
  const rules = byKind.get(kind) ?? NONE
  const parts = partsOf(HOLD_TABLE[kind], span, rules, facts).filter(
    ({ from, to }) => from < to && to > facts.asOf,
  )
  if (parts.length === 0) return
  const endsAt = parts.reduce((end, part) => Math.max(end, part.to), Number.NEGATIVE_INFINITY)
  const because = holdReason(kind, namedRule(rules, facts), [span.pointer], endsAt, facts)
  holds.push({ kind, span, parts, endsAt, because })
}

/** The table's own row, then what each rule leaves of it. */
const partsOf = (
  row: HoldRow,
  span: HoldSpan,
  rules: readonly ReadyHold[],
  facts: Facts,
): readonly HoldPart[] => [
  { row, from: span.from, to: endWithTail(span, row.tailDays, facts), answerDays: undefined },
  ...rules.map((rule) => ({
    row: rule.row,
    from: Math.max(span.from, dayStart(facts.view.zone, rule.days.from)),
    to: Math.min(endWithTail(span, rule.row.tailDays, facts), dayStart(facts.view.zone, rule.days.to)),
    answerDays: rule.answerDays,
  })),
]

/** The rule to name: of those in force now the first. */
const namedRule = (rules: readonly ReadyHold[], facts: Facts): RuleRef | undefined =>
  (rules.find(({ days }) => days.from <= facts.today && facts.today < days.to) ?? rules[0])?.ref

/** A hold lifts at the first instant of the day after its last one and its tail. */
function endWithTail({ to, lastDay }: HoldSpan, tailDays: number, facts: Facts): EpochSecond {
  if (tailDays === 0 || to === Number.POSITIVE_INFINITY) return to
  const { zone } = facts.view
  return dayStart(zone, (lastDay ?? localDay(zone, to - 1)) + 1 + tailDays)
}

function holdReason(
  kind: AnyHold,
  rule: RuleRef | undefined,
  evidence: readonly string[],
  endsAt: EpochSecond,
  facts: Facts,
): NamedBecause {
  const params =
    endsAt === Number.POSITIVE_INFINITY
      ? { hold: kind }
      : { hold: kind, until: formatDay(localDay(facts.view.zone, endsAt - 1)) }
  return becauseOfRule('rule.hold', rule, params, evidence)
}

/**
 * Where another person speaks for the borrower now: the closure of that way from the instant on at which nobody does any
 * more. In a tail nobody is spoken to: the representative's time is over, the borrower's not yet come.
 */
function representedUntil(holds: readonly Hold[], asOf: EpochSecond): Closure | undefined {
  let end = asOf
  let because: NamedBecause | undefined
  for (;;) {
    const next = holds.find(({ kind, span }) => HOLD_TABLE[kind].via && span.from <= end && span.to > end)
    if (next === undefined) break
    end = next.span.to
    because = next.because
  }
  return because === undefined ? undefined : { from: end, to: Number.POSITIVE_INFINITY, because }
}

const isPartInForce = (part: HoldPart, asOf: EpochSecond): boolean => part.from <= asOf && asOf < part.to

/** One state for each kind of hold in force now, strictest first. */
function holdStates(holds: readonly Hold[], facts: Facts): readonly HoldState[] {
  return HOLDS.flatMap((kind): readonly HoldState[] => {
    const same = holds
      .filter((hold) => hold.kind === kind && hold.parts.some((part) => isPartInForce(part, facts.asOf)))
      .sort((a, b) => (a.endsAt === b.endsAt ? 0 : b.endsAt - a.endsAt))
    const longest = same[0]
    if (longest === undefined) return []
    const { endsAt, because } = longest
    const evidence = same.map(({ span }) => span.pointer)
    return [
      {
        kind,
        since: firstDay(same, facts),
        referTo: HOLD_TABLE[kind].referTo,
        endsAt: endsAt === Number.POSITIVE_INFINITY ? undefined : endsAt,
        reviewBy: answerDay(same, facts),
        allows: leftBy(kind, same, facts),
        because: same.length === 1 ? because : { ...because, evidence },
        pointer: longest.span.pointer,
      },
    ]
  })
}

/** The first day on which one of them held; undefined where the record gives no beginning. */
function firstDay(holds: readonly Hold[], { view }: Facts): EpochDay | undefined {
  const from = Math.min(...holds.map(({ span }) => span.from))
  return Number.isFinite(from) ? localDay(view.zone, from) : undefined
}

/** What all parts in force of a kind of hold leave possible together. */
function leftBy(kind: AnyHold, holds: readonly Hold[], facts: Facts): readonly HoldLeaves[] {
  const rows = holds.flatMap(({ span, parts }) => {
    const asked = askedSince(kind, span, facts)
    return parts.filter((part) => isPartInForce(part, facts.asOf)).map(({ row }) => ({ row, asked }))
  })
  const left: HoldLeaves[] = []
  if (rows.every(({ row, asked }) => mayBeHelped(row, asked))) left.push('relief')
  if (rows.every(({ row }) => row.ownPause)) left.push('ownPause')
  if (rows.every(({ row }) => row.toRepresentative)) left.push('toRepresentative')
  if (kind === 'deceased') left.push('estate')
  return left
}

/** The earliest day by which a rule wants an answer; today where it is unknown since when it is due. */
function answerDay(holds: readonly Hold[], facts: Facts): EpochDay | undefined {
  let day: EpochDay | undefined
  for (const { span, parts } of holds) {
    const since = Number.isFinite(span.from) ? localDay(facts.view.zone, span.from) : undefined
    for (const part of parts) {
      if (part.answerDays === undefined || !isPartInForce(part, facts.asOf)) continue
      const due = since === undefined ? facts.today : since + part.answerDays
      day = day === undefined ? due : Math.min(day, due)
    }
  }
  return day
}

function ownPause(holds: readonly Hold[], asOf: EpochSecond): Permissions['ownPause'] {
  const against = holds.filter(({ parts }) =>
    parts.some((part) => isPartInForce(part, asOf) && !part.row.ownPause),
  )
  return against.length === 0 ? MAY_PAUSE : { allowed: false, because: against.map(({ because }) => because) }
}

export type AnyHold = HoldKind | 'timeBarred'

/** What a hold leaves possible. A demand never is. */
export interface HoldRow {
  /** Whether relief may be offered, and questions asked that may lead to it. */
  readonly relief: 'no' | 'ifAsked' | 'yes'
  /** Whether relief goes to the representative only. */
  readonly via: boolean
  /** Whether the lender may grant a pause without contact. */
  readonly ownPause: boolean
  /** Whether a representative may be contacted. */
  readonly toRepresentative: boolean
  /** Whether only a request for contact, not any word from the borrower, counts as having asked. */
  readonly liftedByContactRequest?: true
  readonly referTo: ReferTo | undefined
  /** Days the hold outlasts its circumstance, whatever the packs say. */
  readonly tailDays: number
}

const nothing = { relief: 'no', via: false, ownPause: false, toRepresentative: false, tailDays: 0 } as const
const ifAsked = {
  relief: 'ifAsked',
  via: false,
  ownPause: true,
  toRepresentative: true,
  tailDays: 0,
} as const
const viaRepresentative = { ...ifAsked, relief: 'yes', via: true } as const

/**
 * The table of holds. A dash there is read strictly: a time-barred debt
 * gets no pause on the lender's own.
 */
const HOLD_TABLE: Readonly<Record<AnyHold, HoldRow>> = {
  deceased: { ...nothing, referTo: 'estate' },
  insolvency: { ...nothing, referTo: 'legal' },
  notTheBorrower: { ...nothing, referTo: 'disputes' },
  fraudClaim: { ...nothing, referTo: 'disputes' },
  minor: { ...nothing, referTo: 'legal' },
  limitedCapacity: { ...nothing, referTo: 'legal' },
  ceaseRequest: { ...ifAsked, toRepresentative: false, liftedByContactRequest: true, referTo: 'legal' },
  timeBarred: { ...ifAsked, ownPause: false, referTo: 'legal' },
  dispute: { ...ifAsked, referTo: 'disputes' },
  litigation: { ...ifAsked, referTo: 'legal' },
  complaint: { ...ifAsked, referTo: 'complaints' },
  moratorium: { ...ifAsked, referTo: 'debtAdviser' },
  mentalHealthCrisis: { ...ifAsked, referTo: 'debtAdviser', tailDays: 30 },
  represented: { ...viaRepresentative, referTo: undefined },
  adviserEngaged: { ...viaRepresentative, referTo: 'debtAdviser' },
  hardshipApplication: { ...ifAsked, relief: 'yes', referTo: 'hardshipTeam' },
}

/** All holds, strictest first. */
export const HOLDS = Object.keys(HOLD_TABLE) as readonly AnyHold[]

/** What is left of a row where a pack says what it allows: never more than the row. */
const narrowed = (row: HoldRow, allows: readonly HoldAllows[] | undefined): HoldRow =>
  allows === undefined
    ? row
    : {
        ...row,
        relief: narrowedRelief(row, allows),
        ownPause: row.ownPause && allows.includes('ownPause'),
        toRepresentative: row.toRepresentative && allows.includes('contactRepresentative'),
      }

/** Relief by way of a representative needs no leave of its own besides the leave to contact them. */
function narrowedRelief({ relief, via }: HoldRow, allows: readonly HoldAllows[]): HoldRow['relief'] {
  if (relief === 'no' || allows.includes('relief')) return relief
  if (allows.includes('reliefIfAsked')) return 'ifAsked'
  return via ? relief : 'no'
}

/** A hold rule made ready: what it leaves of the table's row, and for how long. */
export interface ReadyHold {
  readonly row: HoldRow
  readonly answerDays: number | undefined
  readonly days: DaySpan
  readonly ref: RuleRef
}

/** The hold rules by circumstance. The table's own row applies besides, with or without a rule. */
export function readyHolds(
  bound: readonly BoundRule<HoldRule>[],
): ReadonlyMap<AnyHold, readonly ReadyHold[]> {
  const byKind = new Map<AnyHold, ReadyHold[]>()
  for (const each of bound) {
    const { rule, ref } = each
    const kind = rule.circumstance
    const row = HOLD_TABLE[kind]
    const ready = daysInForce(each, bound, (other) => other.circumstance === kind).map((days) => ({
      row: {
        ...narrowed(row, rule.allows),
        tailDays: Math.max(row.tailDays, rule.tailDays ?? 0),
      },
      answerDays: rule.answerDays,
      days,
      ref,
    }))
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...ready])
  }
  return byKind
}
