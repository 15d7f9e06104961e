import type { Permission, Permissions } from '../../src/compliance/permissions.ts'
import type { Facts } from '../../src/history/facts.ts'
import { readFacts } from '../../src/history/readFacts.ts'
import { viewAsOf } from '../../src/input/asOf.ts'
import type { BorrowerCase, Contact } from '../../src/input/borrowerCase.ts'
import type { Context } from '../../src/input/context.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import { readOf } from '../../src/input/parsedCase.ts'
import type { Policy } from '../../src/input/policy.ts'
import type { Rule, RulePack } from '../../src/input/rulePack.ts'
import { DEFAULT_POLICY } from '../../src/policy/defaultPolicy.ts'
import { formatInstant, parseInstant } from '../../src/time/instant.ts'
import { offsetAt } from '../../src/time/timeZone.ts'
import type { Channel } from '../../src/words/channels.ts'
import type { ContactOutcome } from '../../src/words/outcomes.ts'
import { permissionsIn } from '../helpers/prepared.ts'

/** Rules as a test writes them: the tests are about what a rule says, not about its source. */
export type BareRule = Rule extends infer R
  ? R extends Rule
    ? Omit<R, 'force' | 'source' | 'checked'> & Partial<Pick<R, 'force' | 'source' | 'checked'>>
    : never
  : never

/** What a test sets up; nothing applies that it does not name, the house rules included. */
export interface Setting {
  readonly asOf: string
  /** House rules. */
  readonly house?: readonly BareRule[]
  readonly tighten?: boolean
  /** Packs by jurisdiction: `{ XA: [rules] }` makes the pack `xa`. */
  readonly packs?: Readonly<Record<string, readonly BareRule[]>>
  /** Rules of a pack `added` that is for no jurisdiction and applied to every case. */
  readonly added?: readonly BareRule[]
  readonly policy?: Partial<Policy>
}

const full = (rule: BareRule): Rule =>
  ({ force: 'rule', source: `source of ${rule.id}`, checked: 'primary', ...rule }) as Rule

const pack = (id: string, jurisdictions: readonly string[], rules: readonly BareRule[]): RulePack => ({
  id,
  title: id,
  version: '1',
  jurisdictions,
  rules: rules.map(full),
})

export function contextOf({
  asOf,
  house = [],
  tighten = false,
  packs = {},
  added,
  policy,
}: Setting): Context {
  const houseRules = house.map((rule) => full({ ...rule, force: 'house' } as BareRule))
  return {
    arrears: 1,
    asOf,
    asOfSecond: instant(asOf),
    later: 'reject',
    policy: { ...DEFAULT_POLICY, house: { tighten, rules: houseRules }, ...policy },
    packs: [
      pack('house', [], houseRules),
      ...Object.entries(packs).map(([place, rules]) => pack(place.toLowerCase(), [place], rules)),
      ...(added === undefined ? [] : [pack('added', [], added)]),
    ],
    addedPacks: added === undefined ? [] : ['added'],
    model: undefined as unknown as Context['model'],
    versions: { engine: '', policy: '', model: '' },
  }
}

const aCase = (changes: Partial<BorrowerCase> = {}): BorrowerCase => ({
  id: 'a-1',
  currency: 'EUR',
  timeZone: 'UTC',
  area: 'x',
  jurisdiction: 'XA',
  loan: { product: 'instalment', outstanding: 500000, overdue: 100000, daysPastDue: 40 },
  ...changes,
})

/** The facts of a whole case by way of parsing and history; the test's own case must be a good one. */
export function factsOfCase(given: BorrowerCase, context: Context): Facts {
  const parsed = parseCase(given, context)
  if (!parsed.ok) throw new Error(`the test's own case is not valid: ${JSON.stringify(parsed.issues)}`)
  return readFacts(viewAsOf(readOf(parsed.value)!, context), context)
}

export const factsOf = (changes: Partial<BorrowerCase>, context: Context): Facts =>
  factsOfCase(aCase(changes), context)

export function permitted(changes: Partial<BorrowerCase>, setting: Setting): Permissions {
  const context = contextOf(setting)
  return permissionsIn(factsOf(changes, context), context)
}

/** An outbound contact with the borrower on this account. */
export const contact = (
  at: string,
  channel: Channel,
  outcome: ContactOutcome,
  changes: Partial<Contact> = {},
): Contact => ({ at, channel, outcome, party: 'borrower', ...changes })

function instant(text: string): number {
  const read = parseInstant(text)
  if (read === undefined) throw new Error(`no instant: ${text}`)
  return read
}

const written = ({ zone }: Permission, at: number): string => formatInstant(at, offsetAt(zone, at))

/** A permission in short: `open 09:00 – 17:00` with full instants on the point's clock, or why not. */
export function short(permission: Permission): string {
  const { status, window, opensAt } = permission
  const codes = permission.because.map(({ code }) => code).join(' ')
  const why = codes === '' ? '' : ` (${codes})`
  if (window !== undefined)
    return `open ${written(permission, window.from)} – ${written(permission, window.to)}${why}`
  return `${status} until ${opensAt === undefined ? '?' : written(permission, opensAt)}${why}`
}
