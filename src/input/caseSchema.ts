import * as z from 'zod/mini'
import { CIRCUMSTANCE_KINDS } from '../words/circumstances.ts'
import { OUTCOMES } from '../words/outcomes.ts'
import type { BorrowerCase } from './borrowerCase.ts'
import {
  actor,
  channel,
  clockFrom,
  clockTo,
  currency,
  day,
  instant,
  jurisdiction,
  language,
  money,
  pointKind,
  product,
  timeZone,
  weekday,
} from './fields.ts'
import {
  anyObject,
  integer,
  number,
  numberOrNull,
  oneOf,
  pattern,
  string,
  text,
  textUpTo,
} from './ownChecks.ts'
import { chosen, list, object, record } from './parts.ts'
import { schemaOf } from './schemaOf.ts'
import { straightReader, type UNSURE } from './straightReader.ts'

const optional = z.exactOptional

const party = oneOf(['borrower', 'coBorrower', 'guarantor', 'representative', 'thirdParty', 'unknown'])
const evidence = oneOf(['documented', 'stated', 'estimated'])
const outcome = oneOf(OUTCOMES)

const loan = object({
  product,
  outstanding: money,
  principal: optional(money),
  accruedInterest: optional(money),
  charges: optional(money),
  overdue: money,
  overdueSince: optional(day),
  daysPastDue: optional(integer(0, 50_000)),
  instalment: optional(money),
  period: optional(oneOf(['week', 'fortnight', 'month'])),
  remainingInstalments: optional(integer(0, 10_000)),
  annualRate: optional(number(0, 100)),
  nextDueDay: optional(day),
  creditLimit: optional(money),
  opened: optional(day),
  stage: optional(oneOf(['open', 'accelerated', 'chargedOff', 'judgment'])),
  limitationUntil: optional(day),
})

const payment = object({
  on: day,
  amount: money,
  postedOn: optional(day),
  reversedOn: optional(day),
})

const repayment = object({
  due: day,
  amount: money,
  paid: optional(list(payment, 1_000)),
  balance: optional(money),
  behind: optional(integer(0, 1_000)),
})

const contact = object({
  at: instant,
  channel,
  direction: optional(oneOf(['outbound', 'inbound'])),
  party: optional(party),
  outcome,
  promise: optional(object({ amount: money, by: day })),
  point: optional(text()),
  account: optional(text()),
  by: optional(actor),
  agent: optional(oneOf(['human', 'automated'])),
})

const contactPoint = object({
  key: text(),
  channel,
  kind: optional(pointKind),
  status: optional(oneOf(['verified', 'unverified', 'invalid'])),
  party: optional(party),
  timeZone: optional(timeZone),
})

const notice = object({
  kind: oneOf(['visit', 'agencyDetails', 'assignment', 'validation', 'default']),
  at: instant,
})

const budget = object({
  income: money,
  essentialSpending: money,
  otherDebtPayments: optional(money),
  dependants: optional(integer(0, 100)),
  evidence,
  on: optional(day),
})

const circumstance = object({
  kind: oneOf(CIRCUMSTANCE_KINDS),
  since: optional(day),
  until: optional(day),
  evidence: optional(evidence),
  recorded: optional(instant),
  driver: optional(oneOf(['health', 'lifeEvent', 'resilience', 'capability'])),
})

const hours = list(object({ days: list(weekday, 7), from: clockFrom, to: clockTo }), 100)

const preferences = object({
  channelsOptedOut: optional(list(channel, 100)),
  language: optional(language),
  contactHours: optional(hours),
  avoidHours: optional(hours),
  agreedHours: optional(hours),
  consents: optional(
    list(
      object({
        to: oneOf(['hours', 'frequency', 'coolOff', 'visit']),
        channel: optional(channel),
        at: instant,
      }),
      500,
    ),
  ),
  visit: optional(oneOf(['agreed', 'refused'])),
  visitAppointment: optional(object({ from: instant, to: instant, recorded: optional(instant) })),
})

const arrangement = object({
  kind: oneOf(['restructure', 'hardshipPause', 'settlement']),
  from: day,
  until: optional(day),
  instalment: optional(money),
  status: oneOf(['active', 'kept', 'broken', 'cancelled']),
  recorded: optional(instant),
})

const featureText = textUpTo(1_000)
const featureNumber = number(-1e15, 1e15)
const feature = chosen((value) => {
  if (typeof value === 'string') return featureText
  return typeof value === 'number' ? featureNumber : numberOrNull
})

export const caseSchema = schemaOf<BorrowerCase>()(
  object({
    id: text(128),
    borrower: optional(text()),
    currency,
    timeZone,
    jurisdiction: optional(jurisdiction),
    area: optional(text()),
    actor: optional(actor),
    loan,
    repayments: optional(list(repayment, 2_000)),
    paymentProfile: optional(pattern(/^[0-9?-]{0,1000}$/, 'at most 1000 marks of 0–9, "-" and "?"')),
    contacts: optional(list(contact, 20_000)),
    contactPoints: optional(list(contactPoint, 100)),
    notices: optional(list(notice, 1_000)),
    budget: optional(budget),
    circumstances: optional(list(circumstance, 500)),
    preferences: optional(preferences),
    arrangements: optional(list(arrangement, 500)),
    features: optional(record(string, feature)),
    metadata: optional(anyObject),
  }),
)

let reader: ReturnType<typeof straightReader<BorrowerCase>> | undefined
/** Reads a record without a fault, made on first use; see `straightReader`. */
export function readStraight(value: unknown): BorrowerCase | typeof UNSURE {
  reader ??= straightReader(caseSchema)
  return reader(value)
}
