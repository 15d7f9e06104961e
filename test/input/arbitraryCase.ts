import fc from 'fast-check'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { formatDay, parseDay, WEEKDAYS } from '../../src/time/civilDay.ts'
import { formatInstant, parseInstant } from '../../src/time/instant.ts'
import { CHANNELS } from '../../src/words/channels.ts'
import { CIRCUMSTANCE_KINDS } from '../../src/words/circumstances.ts'
import { type ContactOutcome, OUTCOME_TABLE } from '../../src/words/outcomes.ts'

/** Sound records of every shape, in the year before the example's asOf and a little after it. */

const FIRST = parseDay('2025-11-01') as number
const START = parseInstant('2025-11-01T00:00:00Z') as number

const key = fc
  .oneof(fc.constantFrom('constructor', 'toString'), fc.string())
  .filter((text) => text !== '__proto__')
const jsonValue: fc.Arbitrary<unknown> = fc
  .jsonValue({ maxDepth: 3 })
  .filter((value) => !JSON.stringify(value).includes('"__proto__"'))
const money = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1e12 }))
const dayNumber = fc.integer({ min: FIRST, max: FIRST + 420 })
const day = dayNumber.map(formatDay)
const instant = fc
  .tuple(fc.integer({ min: 0, max: 420 * 86_400 }), fc.constantFrom(0, 28_800, -18_000, 20_700))
  .map(([seconds, offset]) => formatInstant(START + seconds, offset))
const name = fc.constantFrom('n1', 'n2', 'n3')
const party = fc.constantFrom(
  'borrower',
  'coBorrower',
  'guarantor',
  'representative',
  'thirdParty',
  'unknown',
)
const actor = fc.constantFrom('lender', 'agency')
const channel = fc.constantFrom(...CHANNELS)
const twoDays = fc
  .tuple(dayNumber, fc.nat(200))
  .map(([from, length]) => [formatDay(from), formatDay(from + length)])

/** A record of some of these fields; those in `required` are always there. */
const some = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }, required: (keyof T)[]) =>
  fc.record(model, { requiredKeys: required })

const loan = some(
  {
    product: fc.constantFrom('instalment', 'revolving', 'single', 'microfinance'),
    parts: fc.tuple(fc.nat(1e9), fc.nat(1e9), fc.nat(1e9)),
    split: fc.boolean(),
    overdueShare: fc.double({ min: 0, max: 1, noNaN: true }),
    daysPastDue: fc.nat(400),
    instalment: money,
    annualRate: fc.double({ min: 0, max: 2, noNaN: true }),
    opened: day,
    nextDueDay: day,
  },
  ['product', 'parts', 'split', 'overdueShare', 'daysPastDue'],
).map(({ parts, split, overdueShare, daysPastDue, ...rest }) => {
  const [principal, accruedInterest, charges] = parts
  const outstanding = principal + accruedInterest + charges
  const overdue = Math.floor(outstanding * overdueShare)
  const composition = split ? { principal, accruedInterest, charges } : {}
  return { outstanding, overdue, daysPastDue: overdue > 0 ? daysPastDue : 0, ...composition, ...rest }
})

const payment = fc
  .tuple(dayNumber, money, fc.option(fc.nat(9)), fc.option(fc.nat(40)))
  .map(([on, amount, posted, reversed]) => ({
    on: formatDay(on),
    amount,
    ...(posted === null ? {} : { postedOn: formatDay(on + posted - 3) }),
    ...(reversed === null ? {} : { reversedOn: formatDay(on + reversed) }),
  }))
const repayment = some(
  { due: day, amount: money, paid: fc.array(payment, { maxLength: 3 }), balance: money, behind: fc.nat(9) },
  ['due', 'amount'],
)

const contact = fc
  .tuple(
    some(
      {
        channel,
        direction: fc.constantFrom('outbound', 'inbound'),
        party,
        point: name,
        account: name,
        by: actor,
      },
      ['channel'],
    ),
    instant,
    fc.constantFrom(...(Object.keys(OUTCOME_TABLE) as ContactOutcome[])),
    money,
    fc.nat(30),
  )
  .map(([rest, at, outcome, amount, days]) => {
    const by = formatDay(Math.floor((parseInstant(at) as number) / 86_400) + 1 + days)
    const promised = outcome === 'promise' || outcome === 'partialPromise'
    return { at, outcome, ...rest, ...(promised ? { promise: { amount, by } } : {}) }
  })

const hours = fc
  .tuple(fc.subarray([...WEEKDAYS]), fc.nat(22), fc.constantFrom('00', '30'))
  .map(([days, hour, minute]) => ({ days, from: `${String(hour).padStart(2, '0')}:${minute}`, to: '24:00' }))

const circumstance = fc
  .tuple(
    some({ evidence: fc.constantFrom('documented', 'stated'), recorded: instant }, []),
    twoDays,
    fc.constantFrom(...CIRCUMSTANCE_KINDS),
    fc.boolean(),
  )
  .map(([rest, [since, until], kind, dated]) => ({ kind, ...rest, ...(dated ? { since, until } : {}) }))

const arrangement = fc
  .tuple(
    some({ recorded: instant }, []),
    twoDays,
    fc.constantFrom('restructure', 'hardshipPause', 'settlement'),
    money,
  )
  .map(([rest, [from, until], kind, instalment]) => ({
    kind,
    from,
    until,
    instalment,
    status: 'active',
    ...rest,
  }))

const preferences = some(
  {
    channelsOptedOut: fc.uniqueArray(channel),
    contactHours: fc.array(hours, { maxLength: 3 }),
    avoidHours: fc.array(hours, { maxLength: 3 }),
    consents: fc.array(
      some({ to: fc.constantFrom('hours', 'frequency', 'coolOff', 'visit'), channel, at: instant }, [
        'to',
        'at',
      ]),
      { maxLength: 3 },
    ),
    visit: fc.constantFrom('agreed', 'refused'),
  },
  [],
)

export const arbitraryCase: fc.Arbitrary<BorrowerCase> = some(
  {
    id: fc.string({ minLength: 1, maxLength: 8 }),
    borrower: name,
    currency: fc.constantFrom('CNY', 'JPY', 'KWD', 'USD'),
    timeZone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'),
    jurisdiction: fc.constantFrom('CN', 'US', 'US-MA', 'ZZ'),
    area: name,
    actor,
    loan,
    repayments: fc.array(repayment, { maxLength: 6 }),
    paymentProfile: fc.stringMatching(/^[0-9?-]{0,12}$/),
    contacts: fc.array(contact, { maxLength: 6 }),
    contactPoints: fc.uniqueArray(
      some({ key: name, channel, kind: fc.constantFrom('mobile', 'home', 'address'), party }, [
        'key',
        'channel',
      ]),
      { selector: ({ key }) => key },
    ),
    notices: fc.array(some({ kind: fc.constantFrom('visit', 'default'), at: instant }, ['kind', 'at']), {
      maxLength: 3,
    }),
    budget: some(
      {
        income: money,
        essentialSpending: money,
        evidence: fc.constantFrom('documented', 'stated', 'estimated'),
        on: day,
      },
      ['income', 'essentialSpending', 'evidence'],
    ),
    circumstances: fc.array(circumstance, { maxLength: 4 }),
    preferences,
    arrangements: fc.array(arrangement, { maxLength: 3 }),
    features: fc.dictionary(
      key,
      fc.oneof(fc.double({ min: -1e15, max: 1e15, noNaN: true }), fc.string(), fc.constant(null)),
    ),
    metadata: fc.dictionary(key, jsonValue),
  },
  ['id', 'currency', 'timeZone', 'loan'],
) as fc.Arbitrary<BorrowerCase>
