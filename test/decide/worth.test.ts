import { describe, expect, it } from 'vitest'
import { createContext, decide, parseCase } from '../../src/entry/index.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import type { PolicyInput } from '../../src/input/policy.ts'

const asOf = '2026-11-25T10:00:00+08:00'
const record = (daysPastDue: number): BorrowerCase => ({
  id: 'b-1',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  jurisdiction: 'CN',
  // Called in: the contract's value is the debt itself, so the sums below can be done by hand.
  loan: { product: 'instalment', outstanding: 1000000, overdue: 1000000, daysPastDue, stage: 'accelerated' },
})
const alternatives = (given: BorrowerCase, policy?: PolicyInput) => {
  const context = createContext(policy === undefined ? { asOf } : { asOf, policy })
  const parsed = parseCase(given, context)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return decide(parsed.value, context).alternatives
}
const worthOf = (list: ReturnType<typeof alternatives>, kind: string) =>
  list.find((one) => one.kind === kind)?.value

describe('value of a contact', () => {
  it('is lift × (cured − rolled) − cost', () => {
    // Day 40: rolled is worth half; a call lifts by 0.06 and costs 6 minutes at 100, a message 0.018 and 5.
    const list = alternatives(record(40))
    expect(worthOf(list, 'call')).toBe(0.06 * (1000000 - 500000) - 600)
    expect(worthOf(list, 'reminder')).toBe(0.018 * (1000000 - 500000) - 5)
    expect(worthOf(list, 'wait')).toBe(0)
  })

  it('falls by the decay with each contact of the last thirty days', () => {
    const contacts = [1, 8].map((day) => ({
      at: `2026-11-0${day}T11:00:00+08:00`,
      channel: 'call' as const,
      outcome: 'noAnswer' as const,
    }))
    const list = alternatives({ ...record(40), contacts })
    expect(worthOf(list, 'call')).toBe(Math.round(0.06 * 0.6 ** 2 * 500000 - 600))
  })

  it('is never more than there is left to gain', () => {
    const effects = [{ action: 'call' as const, when: {}, lift: 1, decay: 1, why: 'test' }]
    const cure = [{ bucket: '31-60' as const, rate: 0.45 }]
    const [chosen] = alternatives(record(40), { id: 'p', version: '1', effects, cure })
    expect(chosen?.kind).toBe('call')
    // A lift of 1 is cut to 1 − the chance of a cure by waiting, which lies strictly between 0 and 1.
    expect(chosen?.value).toBeLessThan(500000 - 600)
    expect(chosen?.value).toBeGreaterThan(0)
  })

  it('counts no costs in a currency the policy has none for, and sends nobody', () => {
    const list = alternatives({ ...record(40), currency: 'CHF' })
    expect(worthOf(list, 'call')).toBe(0.06 * 500000)
    expect(list.find(({ kind }) => kind === 'visit')?.status).not.toBe('eligible')
  })
})
