import { contextAt, createContext, type Decision, decide, parseCase } from '../../src/entry/index.ts'
import type {
  Arrangement,
  BorrowerCase,
  Circumstance,
  Contact,
  Repayment,
} from '../../src/input/borrowerCase.ts'
import { mix32 } from '../../src/numbers/seededRandom.ts'
import { formatDay, parseDay } from '../../src/time/civilDay.ts'

/**
 * A borrower who lives through what is decided: a model of the tests' own, crude on purpose. What would come of a
 * contact on a day, and what is paid, depends on the seed, the day and the channel alone, so that two hosts who do the
 * same meet the same.
 */
export interface Life {
  readonly seed: number
  readonly jurisdiction: string
  /** Chances out of 100. */
  readonly answers: number
  readonly keeps: number
  readonly paysAlone: number
  readonly troubled: number
  readonly days: number
}

/** Decides every night, or only on the day a decision names or after word or money from the borrower. */
export type Host = 'nightly' | 'byReviewOn'

export interface LivedDay {
  readonly day: string
  readonly decision: Decision
  /** Whether a contact was made that day. */
  readonly contacted: boolean
  /** Whether word, money, a circumstance or a hold came since the day before. */
  readonly event: boolean
}

const START = parseDay('2026-03-02') as number
const INSTALMENT = 50_000

interface World {
  readonly contacts: Contact[]
  readonly rows: { due: number; amount: number; paid: { on: number; amount: number }[] }[]
  readonly circumstances: Circumstance[]
  readonly arrangements: Arrangement[]
  promises: { by: number; amount: number }[]
}

/** A number from 0 to 99 that depends on nothing but these. */
const drawn = (seed: number, day: number, use: number): number =>
  mix32(mix32(seed * 31 + use) + day * 7919) % 100

/** Lives through so many days and tells each on which somebody decided. */
export function liveThrough(life: Life, host: Host): readonly LivedDay[] {
  const context = createContext({ asOf: `${formatDay(START)}T10:00:00Z` })
  const world: World = { contacts: [], rows: [], circumstances: [], arrangements: [], promises: [] }
  for (let month = 0; month < 8; month++)
    world.rows.push({ due: START - 170 + month * 30, amount: INSTALMENT, paid: [] })
  for (const row of world.rows.slice(0, 5)) row.paid.push({ on: row.due, amount: INSTALMENT })
  const lived: LivedDay[] = []
  let next = START
  let news = true
  for (let day = START; day < START + life.days; day++) {
    news = liveOn(life, world, day) || news
    const due = host === 'nightly' || news || day >= next
    if (!due) continue
    const asOf = `${formatDay(day)}T10:00:00Z`
    const at = contextAt(context, asOf)
    const parsed = parseCase(recordOf(life, world, day), at)
    if (!parsed.ok) throw new Error(`the life made a bad case: ${JSON.stringify(parsed.issues)}`)
    const decision = decide(parsed.value, at)
    const { contacted, heard } = carryOut(life, world, day, decision)
    const broke = lived
      .at(-1)
      ?.decision.commitments.some(
        ({ kind, nextOn }) => kind !== 'contact' && kind !== 'ask' && nextOn === formatDay(day),
      )
    lived.push({ day: formatDay(day), decision, contacted, event: news || broke === true })
    // What may be done tomorrow is decided again tomorrow, and done then if it still is advised.
    const opens = parseDay((decision.action.window?.from ?? decision.action.reviewOn).slice(0, 10)) as number
    next = Math.min(
      parseDay(decision.action.reviewOn) as number,
      opens > day ? opens : Number.POSITIVE_INFINITY,
    )
    news = heard
  }
  return lived
}

/** What a day brings by itself; whether it is word or money from the borrower. */
function liveOn(life: Life, world: World, day: number): boolean {
  let news = false
  if (day % 30 === 11) world.rows.push({ due: day + 30, amount: INSTALMENT, paid: [] })
  for (const promise of world.promises.filter(({ by }) => by === day)) {
    if (drawn(life.seed, day, 1) < life.keeps) news = pay(world, day, promise.amount) || news
  }
  if (drawn(life.seed, day, 2) * 10 < life.paysAlone) news = pay(world, day, INSTALMENT) || news
  if (drawn(life.seed, day, 3) * 20 < life.troubled) {
    world.circumstances.push({ kind: 'jobLoss', since: formatDay(day), until: formatDay(day + 60) })
    news = true
  }
  if (drawn(life.seed, day, 4) * 40 < life.answers) {
    world.contacts.push({
      at: `${formatDay(day)}T09:00:00Z`,
      channel: 'email',
      direction: 'inbound',
      party: 'borrower',
      outcome: 'callbackRequested',
    })
    news = true
  }
  return news
}

function pay(world: World, day: number, amount: number): boolean {
  let left = amount
  for (const row of world.rows) {
    const open = row.amount - row.paid.reduce((sum, { amount: paid }) => sum + paid, 0)
    const share = Math.min(open, left)
    if (share <= 0 || row.due > day) continue
    row.paid.push({ on: day, amount: share })
    left -= share
  }
  return left < amount
}

function recordOf({ jurisdiction }: Life, world: World, day: number): BorrowerCase {
  const unpaid = world.rows
    .map((row) => ({
      due: row.due,
      open: row.amount - row.paid.reduce((sum, { amount }) => sum + amount, 0),
    }))
    .filter(({ due, open }) => due < day && open > 0)
  const overdue = unpaid.reduce((sum, { open }) => sum + open, 0)
  const oldest = unpaid[0]
  const nextDue = world.rows.find(({ due }) => due >= day)?.due
  return {
    id: 'l-1',
    currency: 'GBP',
    timeZone: 'UTC',
    jurisdiction,
    loan: {
      product: 'instalment',
      outstanding: 600_000,
      overdue,
      instalment: INSTALMENT,
      period: 'month',
      remainingInstalments: 12,
      ...(oldest === undefined ? {} : { overdueSince: formatDay(oldest.due) }),
      ...(nextDue === undefined ? {} : { nextDueDay: formatDay(nextDue) }),
    },
    repayments: world.rows
      .filter(({ due }) => due <= day)
      .map(
        ({ due, amount, paid }): Repayment => ({
          due: formatDay(due),
          amount,
          paid: paid.map((one) => ({ on: formatDay(one.on), amount: one.amount })),
        }),
      ),
    contacts: world.contacts,
    circumstances: world.circumstances,
    arrangements: world.arrangements,
  }
}

/** Does what is advised, where its window opens that day, and records it as a host would. */
function carryOut(
  life: Life,
  world: World,
  day: number,
  { action }: Decision,
): { contacted: boolean; heard: boolean } {
  if (
    action.kind === 'hardshipPause' &&
    action.channel === undefined &&
    action.plan?.kind === 'hardshipPause'
  ) {
    world.arrangements.push({
      kind: 'hardshipPause',
      from: action.plan.from,
      until: action.plan.until,
      status: 'active',
      recorded: `${formatDay(day)}T10:30:00Z`,
    })
    return { contacted: false, heard: true }
  }
  if (action.channel === undefined || action.window === undefined) return { contacted: false, heard: false }
  if (!action.window.from.startsWith(formatDay(day))) return { contacted: false, heard: false }
  const at = action.window.from
  const answered = drawn(life.seed, day, 5) < life.answers
  const call = action.channel === 'call' || action.channel === 'visit'
  const promises = call && answered && action.ask !== undefined && drawn(life.seed, day, 6) < 60
  const by = day + 3 + (drawn(life.seed, day, 7) % 5)
  const { plan } = action
  const contact: Contact = {
    at,
    channel: action.channel,
    party: 'borrower',
    outcome: promises ? 'promise' : call ? (answered ? 'spoke' : 'noAnswer') : 'delivered',
    ...(action.purpose === undefined ? {} : { purpose: action.purpose }),
    ...(action.ask === undefined ? {} : { ask: action.ask }),
    ...(promises ? { promise: { amount: action.ask?.amount ?? INSTALMENT, by: formatDay(by) } } : {}),
    ...(plan === undefined ? {} : { proposed: proposedOf(plan) }),
  }
  world.contacts.push(contact)
  if (promises) world.promises.push({ by, amount: action.ask?.amount ?? INSTALMENT })
  return { contacted: true, heard: call && answered }
}

const proposedOf = (plan: NonNullable<Decision['action']['plan']>): NonNullable<Contact['proposed']> =>
  plan.kind === 'restructure'
    ? {
        kind: plan.kind,
        measures: plan.measures,
        instalment: plan.instalment,
        count: plan.count,
        firstDue: plan.firstDue,
      }
    : { kind: plan.kind, firstDue: plan.from }
