import { describe, expect, test, vi } from 'vitest'
import type { Contact } from '../../src/input/borrowerCase.ts'
import { SEEN } from '../../src/sample/rates.ts'
import type { SampleAccount } from '../../src/sample/sampleAccount.ts'
import { judge } from '../real/judge.ts'
import { decided, sampled, sampleOptions } from './sampled.ts'

vi.setConfig({ testTimeout: 30_000 }) // hundreds of decisions in a test, beside other tests

// A sample of 6,000, of a seed that was not used in setting the rates. The figures held to are those of real
// portfolios (src/sample/rates.ts): 5.6 % of calls, 43 % of clients, rolls of 5, 30, 59 and 67 %.
const accounts = sampled(sampleOptions(271828), 6000)

const share = (part: number, whole: number): number => part / whole

describe('as in the real portfolios', () => {
  const own = ({ record }: SampleAccount): readonly Contact[] =>
    (record.contacts ?? []).filter(({ account }) => account === undefined)
  const isCallOut = ({ channel, direction }: Contact) => channel === 'call' && direction === undefined
  const spoke = ({ party }: Contact) => party === 'borrower'

  test('5 to 6 % of outbound calls reach the borrower', () => {
    const calls = accounts.flatMap(own).filter(isCallOut)
    const reached = share(calls.filter(spoke).length, calls.length)
    expect(calls.length).toBeGreaterThan(10_000)
    expect(Math.abs(reached - SEEN.callsReached)).toBeLessThan(0.006)
  })

  test('about 43 % of those who were called were ever spoken with or heard from', () => {
    const called = accounts.map(own).filter((contacts) => contacts.some(isCallOut))
    const reached = share(called.filter((contacts) => contacts.some(spoke)).length, called.length)
    expect(Math.abs(reached - SEEN.clientsReached)).toBeLessThan(0.03)
  })

  test.each([
    ['1-29', 1, 29, 0.015],
    ['30-59', 30, 59, 0.05],
    ['60-89', 60, 89, 0.06],
    ['90-119', 90, 119, 0.07],
  ] as const)('%s days past due roll on within the month as often', (bucket, from, to, tolerance) => {
    // Which ages are in the sample was chosen; what becomes of them in the month after was not.
    const here = accounts.filter(({ truth }) => truth.daysPastDue >= from && truth.daysPastDue <= to)
    const rolled = here.filter(({ truth }) => truth.daysPastDueAfter > to)
    expect(here.length).toBeGreaterThan(200)
    expect(Math.abs(share(rolled.length, here.length) - SEEN.rolls[bucket])).toBeLessThan(tolerance)
  })
})

describe('the hidden traits', () => {
  const mean = (of: readonly SampleAccount[], value: (one: SampleAccount) => number) =>
    of.reduce((sum, one) => sum + value(one), 0) / of.length
  const thirds = (value: (one: SampleAccount) => number) => {
    const sorted = [...accounts].sort((a, b) => value(a) - value(b))
    return [sorted.slice(0, 2000), sorted.slice(4000)] as const
  }

  test('who is easily reached is reached more often, by the call', () => {
    const rate = (some: readonly SampleAccount[]) => {
      const calls = some
        .flatMap(({ record }) => record.contacts ?? [])
        .filter(({ channel }) => channel === 'call')
      return calls.filter(({ party }) => party === 'borrower').length / calls.length
    }
    const [hard, easy] = thirds(({ truth }) => truth.contactability)
    expect(rate(easy)).toBeGreaterThan(2 * rate(hard))
  })

  test('who can and will pay goes bad less often', () => {
    for (const trait of ['ability', 'willingness'] as const) {
      const [low, high] = thirds(({ truth }) => truth[trait])
      expect(mean(low, ({ truth }) => truth.bad)).toBeGreaterThan(mean(high, ({ truth }) => truth.bad))
    }
  })

  test('show in the score: the built-in model orders who goes bad', () => {
    const scored = accounts.slice(0, 1500).map(({ record, truth }) => {
      const { score, bucket } = decided(record)
      return {
        points: score.points,
        probability: score.probability,
        band: score.band,
        bucket,
        bad: truth.bad,
      }
    })
    // Most of it is the age of the arrears, which the sample spreads far wider than a lender's book does: no measure
    // of how good the model is on real borrowers, only that generator and score speak of the same thing.
    expect(judge(scored).auc).toBeGreaterThan(0.9) // measured 0.93
    // Within the youngest arrears, where forgetting and trouble look alike at first, it is days and history.
    expect(judge(scored.filter(({ bucket }) => bucket === '1-30')).auc).toBeGreaterThan(0.66) // measured 0.72
  })
})
