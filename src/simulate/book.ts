import type {
  Arrangement,
  BorrowerCase,
  Budget,
  Circumstance,
  Contact,
  ContactPoint,
  Notice,
  Payment,
  Repayment,
} from '../input/borrowerCase.ts'
import { type EpochDay, formatDay, parseDay } from '../time/civilDay.ts'
import { findZone, type Zone } from '../time/timeZone.ts'

/** An amount that fell or falls due, and what was paid of it. */
export interface BookRow {
  readonly due: EpochDay
  readonly amount: number
  readonly unpaid: number
  readonly paid: readonly Payment[]
}

/** What an account is opened with. Money in minor units; rows ascend by due day, past and to come. */
export interface AccountOpening {
  readonly id: string
  readonly currency: string
  readonly timeZone: string
  readonly jurisdiction?: string
  readonly area?: string
  readonly language?: string
  readonly instalment: number
  readonly opened: EpochDay
  readonly rows: readonly { readonly due: EpochDay; readonly amount: number }[]
  readonly points?: readonly ContactPoint[]
}

/** The lender's books of one account, as a servicing system keeps them; changed by what happens, by the functions here. */
export interface Book extends Omit<AccountOpening, 'rows' | 'instalment'> {
  readonly zone: Zone
  instalment: number
  rows: readonly BookRow[]
  /** Place of the first row that is not paid in full. */
  firstOpen: number
  outstanding: number
  /** Minor units given up by plans that were agreed. */
  forgiven: number
  contacts: readonly Contact[]
  circumstances: readonly Circumstance[]
  arrangements: readonly Arrangement[]
  notices: readonly Notice[]
  budget: Budget | undefined
  /** The rows as the record has them, kept until one changes. */
  written: Repayment[]
  /** The record last written, and from what: nothing is changed in place, so the same parts make the same record. */
  kept: { readonly record: BorrowerCase; readonly of: readonly unknown[] } | undefined
}

/** @throws RangeError where there is no such time zone. */
export function openBook(opening: AccountOpening): Book {
  const zone = findZone(opening.timeZone)
  if (zone === undefined) throw new RangeError(`no time zone ${opening.timeZone}`)
  return {
    ...opening,
    zone,
    rows: opening.rows.map(({ due, amount }) => ({ due, amount, unpaid: amount, paid: [] })),
    firstOpen: 0,
    outstanding: opening.rows.reduce((sum, { amount }) => sum + amount, 0),
    forgiven: 0,
    contacts: [],
    circumstances: [],
    arrangements: [],
    notices: [],
    budget: undefined,
    written: [],
    kept: undefined,
  }
}

/** Books that can go on by themselves: what happens to the one leaves the other as it is. */
export const copyBook = (book: Book): Book => ({ ...book, written: book.written.slice() })

/** What fell due before a day and is unpaid; of the day itself too with `upTo` the next one. */
export function owedBefore({ rows, firstOpen }: Book, upTo: EpochDay): number {
  let owed = 0
  for (let i = firstOpen; i < rows.length; i++) {
    const row = rows[i] as BookRow
    if (row.due >= upTo) break
    owed += row.unpaid
  }
  return owed
}

/** Days since the oldest unpaid amount fell due; 0 when nothing is past due. */
export function ageOn({ rows, firstOpen }: Book, day: EpochDay): number {
  const oldest = rows[firstOpen]
  return oldest === undefined || oldest.due >= day ? 0 : day - oldest.due
}

/** Books a payment against what has fallen due by its day, oldest first; what goes beyond it is handed back. */
export function postPayment(book: Book, day: EpochDay, amount: number): number {
  let left = Math.floor(amount)
  if (!(left > 0)) return 0
  const rows = book.rows.slice()
  const on = formatDay(day)
  while (left > 0 && book.firstOpen < rows.length) {
    const row = rows[book.firstOpen] as BookRow
    if (row.due > day) break
    const part = Math.min(left, row.unpaid)
    rows[book.firstOpen] = {
      ...row,
      unpaid: row.unpaid - part,
      paid: part === 0 ? row.paid : [...row.paid, { on, amount: part }],
    }
    forget(book, book.firstOpen)
    left -= part
    if (row.unpaid > part) break
    book.firstOpen += 1
  }
  const posted = Math.floor(amount) - left
  book.rows = rows
  book.outstanding -= posted
  return posted
}

/** The written rows from this one on are out of date. */
function forget(book: Book, place: number): void {
  if (book.written.length > place) book.written.length = place
}

/** A plan that was agreed: what is open is rolled into its lines, which add up to what it repays. */
export interface AgreedPlan {
  readonly kind: 'restructure'
  readonly instalment: number
  readonly firstDue: string
  readonly lastDue: string
  readonly lines: readonly { readonly due: string; readonly amount: number }[]
  readonly forgiven: number
}

export interface AgreedPause {
  readonly kind: 'hardshipPause'
  readonly from: string
  readonly until: string
}

/** Enters what was agreed: rows that are open go into the plan's, or those within a pause move behind it. */
export function enterAgreement(
  book: Book,
  day: EpochDay,
  recorded: string,
  agreed: AgreedPlan | AgreedPause,
): void {
  const running = book.arrangements.map((one) =>
    one.status === 'active' ? ({ ...one, status: 'cancelled' } as const) : one,
  )
  if (agreed.kind === 'restructure') {
    rollInto(book, agreed)
    const { instalment, lastDue: until } = agreed
    book.arrangements = [
      ...running,
      { kind: 'restructure', from: formatDay(day), until, instalment, status: 'active', recorded },
    ]
  } else {
    const from = parseDay(agreed.from) ?? day
    const until = parseDay(agreed.until) ?? day
    book.rows = book.rows.map((row) => (row.due > day ? { ...row, due: row.due + until - from + 1 } : row))
    book.written = []
    book.arrangements = [
      ...running,
      { kind: 'hardshipPause', from: agreed.from, until: agreed.until, status: 'active', recorded },
    ]
  }
}

function rollInto(book: Book, { instalment, lines, forgiven }: AgreedPlan): void {
  const closed = book.rows.slice(0, book.firstOpen)
  const open = book.rows[book.firstOpen]
  // Of a row paid in part the paid part stays; all else is in the plan now.
  const kept =
    open !== undefined && open.unpaid < open.amount
      ? [{ ...open, amount: open.amount - open.unpaid, unpaid: 0 }]
      : []
  const planned = lines.map(({ due, amount }) => ({
    due: parseDay(due) as EpochDay,
    amount,
    unpaid: amount,
    paid: [],
  }))
  book.rows = [...closed, ...kept, ...planned]
  book.firstOpen = closed.length + kept.length
  book.written = []
  book.instalment = instalment
  book.outstanding = lines.reduce((sum, { amount }) => sum + amount, 0)
  book.forgiven += forgiven
}

/** A plan so long behind is broken: two monthly lines missed. */
const BROKEN_DAYS = 60

/** Ends what has run out by this day. Says what became of a plan that ended. */
export function endAgreements(book: Book, day: EpochDay): 'kept' | 'broken' | undefined {
  const at = book.arrangements.findIndex(({ status }) => status === 'active')
  const one = book.arrangements[at]
  if (one === undefined) return undefined
  const over = day > (parseDay(one.until ?? '') ?? Number.POSITIVE_INFINITY)
  const broken = one.kind === 'restructure' && ageOn(book, day) > BROKEN_DAYS
  const kept = over && (one.kind !== 'restructure' || ageOn(book, day) === 0)
  if (!broken && !kept) return undefined
  const status = broken ? 'broken' : 'kept'
  book.arrangements = book.arrangements.map((other, place) => (place === at ? { ...other, status } : other))
  return one.kind === 'restructure' ? status : undefined
}

/** Rows on record before the first that is open. */
const ROWS_SHOWN = 12

/** The record of the account as it stands at the beginning of a day; the same value for as long as nothing changes. */
export function recordOf(book: Book, day: EpochDay): BorrowerCase {
  const { rows, written, contacts, circumstances, arrangements, notices, budget } = book
  let fallen = written.length
  while (fallen < rows.length && (rows[fallen] as BookRow).due < day) {
    const { due, amount, paid } = rows[fallen] as BookRow
    written.push({ due: formatDay(due), amount, ...(paid.length === 0 ? {} : { paid }) })
    fallen += 1
  }
  const of = [rows, fallen, contacts, circumstances, arrangements, notices, budget]
  if (book.kept?.of.every((part, at) => part === of[at])) return book.kept.record
  const record = writeRecord(book, day, fallen)
  book.kept = { record, of }
  return record
}

function writeRecord(book: Book, day: EpochDay, fallen: number): BorrowerCase {
  const { rows, firstOpen, written, contacts, circumstances, arrangements, notices, budget } = book
  const overdue = owedBefore(book, day)
  const next = rows[Math.max(fallen, firstOpen)]
  const shown = written.slice(Math.max(0, Math.min(firstOpen, fallen) - ROWS_SHOWN))
  return {
    id: book.id,
    currency: book.currency,
    timeZone: book.timeZone,
    ...(book.jurisdiction === undefined ? {} : { jurisdiction: book.jurisdiction }),
    ...(book.area === undefined ? {} : { area: book.area }),
    loan: {
      product: 'instalment',
      outstanding: book.outstanding,
      overdue,
      ...(overdue > 0 ? { overdueSince: formatDay((rows[firstOpen] as BookRow).due) } : {}),
      instalment: book.instalment,
      remainingInstalments: rows.length - Math.min(firstOpen, rows.length),
      ...(next === undefined ? {} : { nextDueDay: formatDay(next.due) }),
      opened: formatDay(book.opened),
    },
    ...(shown.length === 0 ? {} : { repayments: shown }),
    ...(contacts.length === 0 ? {} : { contacts }),
    ...(book.points === undefined ? {} : { contactPoints: book.points }),
    ...(notices.length === 0 ? {} : { notices }),
    ...(budget === undefined ? {} : { budget }),
    ...(circumstances.length === 0 ? {} : { circumstances }),
    ...(book.language === undefined ? {} : { preferences: { language: book.language } }),
    ...(arrangements.length === 0 ? {} : { arrangements }),
  }
}
