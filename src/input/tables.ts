import type {
  Appointment,
  Arrangement,
  BorrowerCase,
  Budget,
  Circumstance,
  Consent,
  Contact,
  ContactPoint,
  HoursOfDays,
  Loan,
  Notice,
  Payment,
  Preferences,
  Proposed,
  Repayment,
} from './borrowerCase.ts'

/** The tables a folder of extracts may hold, and the fields of each: the case's own names. Data only. */

/** What a cell is read as. `rate`: a yearly fraction, or a percentage where a mapping says so. */
export type CellKind = 'text' | 'words' | 'money' | 'number' | 'rate' | 'day' | 'instant'

export interface TableField {
  readonly kind: CellKind
  /** Whether a table without this column cannot be read. */
  readonly needed?: true
  /** The part of the row's entry it stands in, and its name there; default: the entry itself, and its own name. */
  readonly within?: readonly [part: string, name: string]
}
type Fields<Name extends PropertyKey> = { readonly [Key in Name]: TableField }

const text: TableField = { kind: 'text' }
const words: TableField = { kind: 'words' }
const money: TableField = { kind: 'money' }
const number: TableField = { kind: 'number' }
const rate: TableField = { kind: 'rate' }
const day: TableField = { kind: 'day' }
const instant: TableField = { kind: 'instant' }
const needed = (field: TableField): TableField => ({ ...field, needed: true })

const optional = (fields: Fields<string>): Fields<string> =>
  Object.fromEntries(Object.entries(fields).map(([name, { kind }]) => [name, { kind }]))

/** Fields of a part of the entry, under their own names or with `prefix` before them. */
function inside(part: string, fields: Fields<string>, prefix = ''): Fields<string> {
  const named = Object.entries(fields).map(([name, field]) => [
    prefix === '' ? name : `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    { ...field, within: [part, name] as const },
  ])
  return Object.fromEntries(named)
}

/** Lists, and parts that are tables of their own. */
type ElsewhereInCase =
  | 'loan'
  | 'repayments'
  | 'contacts'
  | 'contactPoints'
  | 'notices'
  | 'budget'
  | 'circumstances'
  | 'preferences'
  | 'arrangements'
  | 'features'
  | 'metadata'
const account: Fields<keyof Omit<BorrowerCase, 'id' | ElsewhereInCase>> = {
  borrower: text,
  currency: needed(text),
  timeZone: needed(text),
  jurisdiction: text,
  area: text,
  actor: text,
  paymentProfile: text,
}
const loan: Fields<keyof Loan> = {
  product: needed(text),
  outstanding: needed(money),
  principal: money,
  accruedInterest: money,
  charges: money,
  overdue: needed(money),
  overdueSince: day,
  daysPastDue: number,
  instalment: money,
  period: text,
  remainingInstalments: number,
  annualRate: rate,
  nextDueDay: day,
  creditLimit: money,
  opened: day,
  stage: text,
  limitationUntil: day,
}
const payment: Fields<keyof Payment> = {
  on: needed(day),
  amount: needed(money),
  postedOn: day,
  reversedOn: day,
}
const repayment: Fields<keyof Omit<Repayment, 'paid'>> = {
  due: needed(day),
  amount: needed(money),
  balance: money,
  behind: number,
}
const contact: Fields<keyof Omit<Contact, 'promise' | 'ask' | 'proposed'>> = {
  at: needed(instant),
  channel: needed(text),
  direction: text,
  party: text,
  outcome: needed(text),
  point: text,
  account: text,
  by: text,
  agent: text,
  purpose: text,
}
const ask: Fields<keyof NonNullable<Contact['ask']>> = { amount: money, by: day }
const proposed: Fields<keyof Proposed> = {
  kind: text,
  measures: words,
  instalment: money,
  count: number,
  firstDue: day,
}
const promise: Fields<keyof NonNullable<Contact['promise']>> = { amount: needed(money), by: needed(day) }
/** Of a contact, what a row of a promise tells of it. */
const ofPromise: Fields<keyof Pick<Contact, 'at' | 'channel' | 'direction' | 'party' | 'outcome' | 'agent'>> =
  {
    at: needed(instant),
    channel: text,
    direction: text,
    party: text,
    outcome: text,
    agent: text,
  }
const contactPoint: Fields<keyof ContactPoint> = {
  key: needed(text),
  channel: needed(text),
  kind: text,
  status: text,
  party: text,
  timeZone: text,
}
const notice: Fields<keyof Notice> = { kind: needed(text), at: needed(instant) }
const budget: Fields<keyof Budget> = {
  income: needed(money),
  essentialSpending: needed(money),
  otherDebtPayments: money,
  dependants: number,
  evidence: needed(text),
  on: day,
}
const circumstance: Fields<keyof Circumstance> = {
  kind: needed(text),
  since: day,
  until: day,
  evidence: text,
  recorded: instant,
  driver: text,
}
const arrangement: Fields<keyof Arrangement> = {
  kind: needed(text),
  from: needed(day),
  until: day,
  instalment: money,
  status: needed(text),
  recorded: instant,
}
const preference: Fields<keyof Pick<Preferences, 'channelsOptedOut' | 'language' | 'visit'>> = {
  channelsOptedOut: words,
  language: text,
  visit: text,
}
const appointment: Fields<keyof Appointment> = { from: instant, to: instant, recorded: instant }
const hours: Fields<keyof HoursOfDays> = { days: needed(words), from: needed(text), to: needed(text) }
const consent: Fields<keyof Consent> = { to: needed(text), channel: text, at: needed(instant) }

/** Every table has the account's `id`. */
const table = (fields: Fields<string>): Fields<string> => ({ id: needed(text), ...fields })

export const TABLES = {
  accounts: table({
    ...account,
    ...inside('loan', loan),
    asOf: { ...instant, within: ['metadata', 'asOf'] },
  }),
  // `number` links a row to its payments and is no part of the case.
  repayments: table({ number: text, ...repayment, ...inside('paid', optional(payment), 'paid') }),
  payments: table({ number: text, due: day, ...payment }),
  contacts: table({
    ...contact,
    ...inside('promise', optional(promise), 'promise'),
    ...inside('ask', ask, 'ask'),
    ...inside('proposed', proposed, 'proposed'),
  }),
  promises: table({ ...ofPromise, ...inside('promise', promise) }),
  contactPoints: table(contactPoint),
  notices: table(notice),
  budgets: table(budget),
  circumstances: table(circumstance),
  arrangements: table(arrangement),
  preferences: table({ ...preference, ...inside('visitAppointment', appointment, 'visitAppointment') }),
  hours: table({ kind: needed(text), ...hours }),
  consents: table(consent),
  features: table({ name: needed(text), number, text }),
} satisfies Record<string, Fields<string>>

export type TableName = keyof typeof TABLES
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[]
