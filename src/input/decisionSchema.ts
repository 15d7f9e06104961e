import * as z from 'zod/mini'
import { ACTION_ORDER } from '../words/actions.ts'
import { BUCKETS } from '../words/buckets.ts'
import { CIRCUMSTANCE_KINDS, HOLD_KINDS } from '../words/circumstances.ts'
import { COMMITMENT_KINDS } from '../words/commitments.ts'
import { PURPOSES } from '../words/purposes.ts'
import { GAPS, STATE_KINDS } from '../words/states.ts'
import { channel, currency, day, instant, integer, number, share } from './fields.ts'

/** A decision as it is written, for those who read one outside this library. Nothing here reads it. */

const optional = z.exactOptional

const amount = z.number().register(z.globalRegistry, { type: 'integer' })
const amountOrNull = z.nullable(amount)
const shareOrNull = z.nullable(share)
const params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

const reason = z.strictObject({
  code: z.string().register(z.globalRegistry, { description: 'From a closed union; see docs.' }),
  about: z.enum(['score', 'action']),
  params,
  evidence: z.array(z.string()).register(z.globalRegistry, {
    description: 'JSON Pointers into the record.',
  }),
  rule: optional(
    z.strictObject({
      pack: z.string(),
      id: z.string(),
      source: z.string(),
      force: z.enum(['statute', 'rule', 'presumption', 'guideline', 'standard', 'selfRegulatory', 'house']),
    }),
  ),
  points: optional(amount),
})

const restructure = z.strictObject({
  kind: z.literal('restructure'),
  measures: z.array(z.enum(['termExtension', 'interestFreeze'])),
  instalment: amount,
  period: z.enum(['week', 'fortnight', 'month']),
  count: integer(1, 100_000),
  firstDue: day,
  lastDue: day,
  repays: amount,
  interest: amount,
  forgiven: amount,
  total: amount,
  shareOfSustainable: z.number(),
  presentValue: amount,
  completion: share,
  schedule: optional(
    z.array(z.strictObject({ due: day, amount, principal: amount, interest: amount, balance: amount })),
  ),
})
const pause = z.strictObject({
  kind: z.literal('hardshipPause'),
  from: day,
  until: day,
  interest: z.enum(['frozen', 'accrues']),
  tokenPayment: amount,
  reviewOn: day,
  evidenceNeeded: z.array(z.enum(CIRCUMSTANCE_KINDS)),
})
const plan = z.discriminatedUnion('kind', [restructure, pause])

const window = z.strictObject({ from: instant, to: instant })
const use = z.strictObject({
  minute: optional(z.number()),
  visit: optional(z.number()),
  message: optional(z.number()),
})
const prerequisite = z.strictObject({
  code: z.enum([
    'visit.notice',
    'visit.agencyDetails',
    'visit.consent',
    'visit.consentToEnter',
    'visit.staff',
    'visit.placeOfChoice',
  ]),
  by: optional(day),
  params: optional(z.strictObject({ staff: integer(1, 10) })),
})

/** What tells of one way to act, where it is known. */
const offer = {
  purpose: optional(z.enum(PURPOSES)),
  channel: optional(channel),
  to: optional(z.enum(['borrower', 'coBorrower', 'guarantor', 'representative', 'estate'])),
  point: optional(z.string()),
  window: optional(window),
  gain: optional(
    z.strictObject({
      reach: share,
      persuades: share,
      decay: share,
      headroom: number(0, 1e9),
      alone: share,
      stake: amount,
    }),
  ),
  use: optional(use),
  prerequisites: optional(z.array(prerequisite)),
  plan: optional(plan),
}

const action = z.strictObject({
  kind: z.enum(ACTION_ORDER),
  ...offer,
  value: amount,
  cost: amount,
  bestFrom: optional(instant),
  ask: optional(z.strictObject({ amount, by: day })),
  toFindOut: optional(z.array(z.enum(GAPS))),
  approval: z.enum(['none', 'human']),
  referTo: optional(
    z.enum(['hardshipTeam', 'disputes', 'estate', 'legal', 'debtAdviser', 'tracing', 'safety', 'complaints']),
  ),
  validUntil: instant,
  cancelOn: z.array(z.enum(['payment', 'promise', 'inbound', 'hold'])),
  reviewOn: day,
})

const alternative = z.strictObject({
  kind: z.enum(ACTION_ORDER),
  status: z.enum(['chosen', 'eligible', 'blocked', 'unsuitable']),
  ...offer,
  value: optional(amount),
  cost: optional(amount),
  until: optional(instant),
  because: z.array(reason),
})

const score = z.strictObject({
  points: amount,
  basePoints: amount,
  probability: share,
  band: z.enum(['A', 'B', 'C', 'D', 'E']),
  event: z.string(),
  horizonDays: integer(1, 3_660),
  contributions: z.array(
    z.strictObject({
      feature: z.string(),
      value: z.union([z.number(), z.string(), z.null()]),
      bin: z.string(),
      points: amount,
      pointsLost: amount,
      prior: z.boolean(),
    }),
  ),
  missing: z.array(z.string()),
  notApplicable: z.array(z.string()),
})

export const decisionSchema = z.strictObject({
  id: z.string(),
  borrower: z.string(),
  asOf: instant,
  currency,
  area: optional(z.string()),
  language: z.string(),
  outstanding: amount,
  overdue: amount,
  daysPastDue: integer(0, 50_000),
  bucket: z.enum(BUCKETS),
  score,
  profile: z.strictObject({
    ability: shareOrNull,
    willingness: shareOrNull,
    contactability: shareOrNull,
  }),
  capacity: z.strictObject({
    surplus: amountOrNull,
    sustainablePayment: amountOrNull,
    basis: z.enum(['documented', 'stated', 'estimated', 'inferred', 'unknown']),
    verdict: z.enum(['able', 'stretched', 'unable', 'unknown']),
  }),
  holds: z.array(
    z.strictObject({
      kind: z.enum([...HOLD_KINDS, 'timeBarred']),
      since: optional(day),
      until: optional(day),
      rule: optional(z.strictObject({ pack: z.string(), id: z.string() })),
      allows: z.array(z.enum(['relief', 'ownPause', 'toRepresentative', 'estate'])),
      evidence: z.array(z.string()),
    }),
  ),
  care: z.array(
    z.strictObject({
      code: z.string(),
      params: z.record(z.string(), z.string()),
      evidence: z.array(z.string()),
    }),
  ),
  state: z.array(z.strictObject({ kind: z.enum(STATE_KINDS), evidence: z.array(z.string()) })),
  commitments: z.array(
    z.strictObject({
      kind: z.enum(COMMITMENT_KINDS),
      since: optional(day),
      nextOn: day,
      evidence: z.array(z.string()),
    }),
  ),
  action,
  alternatives: z.array(alternative),
  reasons: z.array(reason),
  experiment: z.strictObject({ id: z.string(), arm: z.string(), probability: number(0, 1) }),
  versions: z.strictObject({ engine: z.string(), policy: z.string(), model: z.string() }),
})
