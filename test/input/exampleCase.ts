import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import type { Context } from '../../src/input/context.ts'
import { parseInstant } from '../../src/time/instant.ts'

/** The instant of the contract's example. */
const AS_OF = '2026-11-25T02:00:00+08:00'

/** The part of a context that input/ reads, without policy and model. */
export function contextAt(asOf = AS_OF, later: Context['later'] = 'reject'): Context {
  const asOfSecond = parseInstant(asOf)
  if (asOfSecond === undefined) throw new Error(`no instant: ${asOf}`)
  return { arrears: 1, asOf, asOfSecond, later } as Context
}

/** A record with every field, as one consistent record; a fresh one each time. */
export const exampleCase = () =>
  ({
    id: 'b-0001',
    borrower: 'p-77',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    jurisdiction: 'CN',
    area: '330203',
    actor: 'lender',
    loan: {
      product: 'instalment',
      outstanding: 520000,
      principal: 496000,
      accruedInterest: 16000,
      charges: 8000,
      overdue: 104000,
      overdueSince: '2026-09-24',
      daysPastDue: 62,
      instalment: 52000,
      period: 'month',
      remainingInstalments: 10,
      annualRate: 0.18,
      nextDueDay: '2026-12-24',
      creditLimit: 0,
      opened: '2025-03-01',
      stage: 'open',
      limitationUntil: '2029-09-24',
    },
    repayments: [
      {
        due: '2026-09-24',
        amount: 52000,
        paid: [{ on: '2026-10-02', amount: 10000, postedOn: '2026-10-05', reversedOn: '2026-10-09' }],
        balance: 520000,
        behind: 1,
      },
      { due: '2026-10-24', amount: 52000 },
    ],
    paymentProfile: '0001203',
    contacts: [
      {
        at: '2026-11-20T10:02:00+08:00',
        channel: 'call',
        direction: 'outbound',
        party: 'borrower',
        outcome: 'promise',
        promise: { amount: 52000, by: '2026-11-25' },
        point: 'n1',
        account: 'b-0001',
        by: 'lender',
        agent: 'human',
      },
    ],
    contactPoints: [
      {
        key: 'n1',
        channel: 'call',
        kind: 'mobile',
        status: 'verified',
        party: 'borrower',
        timeZone: 'Asia/Urumqi',
      },
    ],
    notices: [{ kind: 'visit', at: '2026-11-23T09:00:00+08:00' }],
    budget: {
      income: 800000,
      essentialSpending: 520000,
      otherDebtPayments: 120000,
      dependants: 1,
      evidence: 'documented',
      on: '2026-11-01',
    },
    circumstances: [
      {
        kind: 'jobLoss',
        since: '2026-10-15',
        until: '2027-01-15',
        evidence: 'stated',
        recorded: '2026-10-20T00:00:00+08:00',
      },
      { kind: 'vulnerable', driver: 'lifeEvent' },
    ],
    preferences: {
      channelsOptedOut: ['sms'],
      language: 'zh-CN',
      contactHours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '18:00', to: '20:00' }],
      avoidHours: [{ days: ['sun'], from: '00:00', to: '24:00' }],
      agreedHours: [{ days: ['sat'], from: '21:00', to: '22:30' }],
      consents: [{ to: 'frequency', channel: 'call', at: '2026-11-24T10:00:00+08:00' }],
      visit: 'agreed',
      visitAppointment: {
        from: '2026-11-27T14:00:00+08:00',
        to: '2026-11-27T16:00:00+08:00',
        recorded: '2026-11-20T10:02:00+08:00',
      },
    },
    arrangements: [
      {
        kind: 'restructure',
        from: '2026-10-01',
        until: '2027-04-01',
        instalment: 30000,
        status: 'active',
        recorded: '2026-10-01T09:00:00+08:00',
      },
    ],
    features: { bureauScore: 612, segment: 'b', unknown: null },
    metadata: { anything: { goes: ['here', null, 1.5] } },
  }) as const satisfies BorrowerCase

/** A place in the example, as a JSON Pointer, and what to put there. */
export type Change = readonly [pointer: string, value: unknown]

/** The example with some places changed: `changed(['/loan/overdue', 5])`; `undefined` takes a field away. */
export function changed(...changes: readonly (readonly [pointer: string, value: unknown])[]): unknown {
  const record: unknown = structuredClone(exampleCase())
  for (const [pointer, value] of changes) {
    const keys = pointer.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    let at = record as Record<string, unknown>
    for (const key of keys.slice(1, -1)) at = at[key] as Record<string, unknown>
    const key = keys.at(-1) as string
    if (value === undefined) delete at[key]
    else at[key] = value
  }
  return record
}
