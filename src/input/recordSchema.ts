import * as z from 'zod/mini'
import { CIRCUMSTANCE_KINDS } from '../words/circumstances.ts'
import { OUTCOMES } from '../words/outcomes.ts'
import { PURPOSES } from '../words/purposes.ts'
import {
  actor,
  anyObject,
  channel,
  clockFrom,
  clockSeconds,
  clockTo,
  currency,
  integer,
  jurisdiction,
  language,
  list,
  money,
  number,
  pointKind,
  product,
  readDay,
  readInstant,
  readZone,
  text,
  textUpTo,
  weekday,
} from './fields.ts'
import { strictObject } from './strictObject.ts'

/**
 * The record of one account, field by field. What it says of days, instants and zones is read here, once: they come out
 * as what `time/` makes of them.
 */

/** Like `z.exactOptional`, it checks nothing where a field is absent; the copy made before holds no `undefined`. */
const optional = z.optional as typeof z.exactOptional

const party = z.enum(['borrower', 'coBorrower', 'guarantor', 'representative', 'thirdParty', 'unknown'])
const evidence = z.enum(['documented', 'stated', 'estimated'])
const outcome = z.enum(OUTCOMES)

const loan = strictObject({
  product,
  outstanding: money,
  principal: optional(money),
  accruedInterest: optional(money),
  charges: optional(money),
  overdue: money,
  overdueSince: optional(readDay),
  daysPastDue: optional(integer(0, 50_000)),
  instalment: optional(money),
  period: optional(z.enum(['week', 'fortnight', 'month'])),
  remainingInstalments: optional(integer(0, 10_000)),
  annualRate: optional(number(0, 100)),
  nextDueDay: optional(readDay),
  creditLimit: optional(money),
  opened: optional(readDay),
  stage: optional(z.enum(['open', 'accelerated', 'chargedOff', 'judgment'])),
  limitationUntil: optional(readDay),
})

const payment = strictObject({
  on: readDay,
  amount: money,
  postedOn: optional(readDay),
  reversedOn: optional(readDay),
})

const repayment = strictObject({
  due: readDay,
  amount: money,
  paid: optional(list(payment, 1_000)),
  balance: optional(money),
  behind: optional(integer(0, 1_000)),
})

const contact = strictObject({
  at: readInstant,
  channel,
  direction: optional(z.enum(['outbound', 'inbound'])),
  party: optional(party),
  outcome,
  promise: optional(strictObject({ amount: money, by: readDay })),
  point: optional(text()),
  account: optional(text()),
  by: optional(actor),
  agent: optional(z.enum(['human', 'automated'])),
  purpose: optional(z.enum(PURPOSES)),
  ask: optional(strictObject({ amount: money, by: readDay })),
  proposed: optional(
    strictObject({
      kind: z.enum(['restructure', 'hardshipPause', 'settlement']),
      measures: optional(list(textUpTo(64), 20)),
      instalment: optional(money),
      count: optional(integer(1, 10_000)),
      firstDue: optional(readDay),
    }),
  ),
})

const contactPoint = strictObject({
  key: text(),
  channel,
  kind: optional(pointKind),
  status: optional(z.enum(['verified', 'unverified', 'invalid'])),
  party: optional(party),
  timeZone: optional(readZone),
})

const notice = strictObject({
  kind: z.enum(['visit', 'agencyDetails', 'assignment', 'validation', 'default']),
  at: readInstant,
})

const budget = strictObject({
  income: money,
  essentialSpending: money,
  otherDebtPayments: optional(money),
  dependants: optional(integer(0, 100)),
  evidence,
  on: optional(readDay),
})

const circumstance = strictObject({
  kind: z.enum(CIRCUMSTANCE_KINDS),
  since: optional(readDay),
  until: optional(readDay),
  evidence: optional(evidence),
  recorded: optional(readInstant),
  driver: optional(z.enum(['health', 'lifeEvent', 'resilience', 'capability'])),
})

const readClock = z.transform(clockSeconds)
const hours = list(
  strictObject({
    days: list(weekday, 7),
    from: z.pipe(clockFrom, readClock),
    to: z.pipe(clockTo, readClock),
  }),
  100,
)

const preferences = strictObject({
  channelsOptedOut: optional(list(channel, 100)),
  language: optional(language),
  contactHours: optional(hours),
  avoidHours: optional(hours),
  agreedHours: optional(hours),
  consents: optional(
    list(
      strictObject({
        to: z.enum(['hours', 'frequency', 'coolOff', 'visit']),
        channel: optional(channel),
        at: readInstant,
      }),
      500,
    ),
  ),
  visit: optional(z.enum(['agreed', 'refused'])),
  visitAppointment: optional(
    strictObject({ from: readInstant, to: readInstant, recorded: optional(readInstant) }),
  ),
})

const arrangement = strictObject({
  kind: z.enum(['restructure', 'hardshipPause', 'settlement']),
  from: readDay,
  until: optional(readDay),
  instalment: optional(money),
  status: z.enum(['active', 'kept', 'broken', 'cancelled']),
  recorded: optional(readInstant),
})

const feature = z.union([textUpTo(1_000), number(-1e15, 1e15), z.null()], 'a number, a string or null')

export const record = strictObject({
  id: text(128),
  borrower: optional(text()),
  currency,
  timeZone: readZone,
  jurisdiction: optional(jurisdiction),
  area: optional(text()),
  actor: optional(actor),
  loan,
  repayments: optional(list(repayment, 2_000)),
  paymentProfile: optional(
    z.string().check(z.regex(/^[0-9?-]{0,1000}$/, 'at most 1000 marks of 0–9, "-" and "?"')),
  ),
  contacts: optional(list(contact, 20_000)),
  contactPoints: optional(list(contactPoint, 100)),
  notices: optional(list(notice, 1_000)),
  budget: optional(budget),
  circumstances: optional(list(circumstance, 500)),
  preferences: optional(preferences),
  arrangements: optional(list(arrangement, 500)),
  features: optional(z.record(z.string(), feature)),
  metadata: optional(anyObject),
})
/** A record whose dates are read, before its lists are put in order. */
export type ParsedRecord = z.output<typeof record>
