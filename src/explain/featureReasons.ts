import type { Facts, RowState } from '../history/facts.ts'
import type { ReadContact, ReadRepayment } from '../input/readCase.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import type { Because } from '../words/reason.ts'
import type { ScoredFeature, ScoreParams } from './reasonCodes.ts'
import { ofScore } from './scoreReason.ts'

/** Tells a characteristic whose value is known as a reason, with the points it gave. */
export type Teller = (facts: Facts, points: number) => Because<ScoreParams>

/** One reason for each feature that may enter a model: a feature without one does not compile. */
export const FEATURE_REASONS: Readonly<Record<ScoredFeature, Teller>> = {
  daysPastDue: (facts, points) =>
    ofScore('history.daysPastDue', { days: facts.daysPastDue }, ageEvidence(facts), points),
  periodsBehind: (facts, points) =>
    ofScore(
      'history.periodsBehind',
      { periods: facts.features.periodsBehind ?? 0 },
      behindEvidence(facts),
      points,
    ),
  overdueShare: ({ overdue, outstanding }, points) =>
    ofScore('history.overdueShare', { overdue, outstanding }, ['/loan/overdue', '/loan/outstanding'], points),
  worstBehind6: worstBehind('worstBehind6', 6),
  worstBehind12: worstBehind('worstBehind12', 12),
  shareLate6: shareLate(6),
  shareLate12: shareLate(12),
  sumBehind6: (facts, points) => {
    const { of, evidence } = lookAtPeriods(facts, 6, rowIsBehind, isLateMark)
    return ofScore('history.sumBehind', { sum: facts.features.sumBehind6 ?? 0, of }, evidence, points)
  },
  periodsSinceLate: (facts, points) => {
    const { hits, evidence } = lookAtPeriods(facts, 12, isLate, isLateMark)
    const params = { periods: facts.features.periodsSinceLate ?? 0, late: hits > 0 }
    return ofScore('history.sinceLate', params, hits > 0 ? evidence.slice(0, 1) : evidence, points)
  },
  periodsKnown: (facts, points) => {
    const { paymentProfile } = facts.view.source
    const rows = facts.rows.length > 0 ? ['/repayments'] : []
    const evidence = paymentProfile === undefined ? rows : [...rows, '/paymentProfile']
    return ofScore('history.periodsKnown', { periods: facts.features.periodsKnown ?? 0 }, evidence, points)
  },
  paidShare1: paidShareTeller(1),
  paidShare3: paidShareTeller(3),
  paidShare6: paidShareTeller(6),
  paidShare12: paidShareTeller(12),
  zeroPayShare6: (facts, points) => {
    const { hits, of, evidence } = lookAtRows(facts, 6, somethingDue, isNothingPaid)
    return ofScore('history.zeroPayments', { none: hits, of }, evidence, points)
  },
  daysLateLast: (facts, points) => {
    const evidence = lookAtRows(facts, 12, somethingDue, anyRow).evidence.slice(0, 1)
    return ofScore('history.daysLateLast', { days: facts.features.daysLateLast ?? 0 }, evidence, points)
  },
  daysLateMedian: daysLate('daysLateMedian'),
  daysLateMean: daysLate('daysLateMean'),
  earlyShare12: (facts, points) => {
    const { of, evidence } = lookAtRows(facts, 12, somethingDue, anyRow)
    const early = Math.round((facts.features.earlyShare12 ?? 0) * of)
    return ofScore('history.early', { early, of }, evidence, points)
  },
  utilisation: ({ outstanding, view }, points) => {
    const params = { outstanding, limit: view.source.loan.creditLimit ?? 0 }
    return ofScore('history.utilisation', params, ['/loan/outstanding', '/loan/creditLimit'], points)
  },
  utilisationMean6: (facts, points) => {
    const { of, evidence } = lookAtRows(facts, 6, hasStatement, anyRow)
    const params = { share: facts.features.utilisationMean6 ?? 0, of }
    return ofScore('history.utilisationMean', params, ['/loan/creditLimit', ...evidence], points)
  },
  utilisationTrend: (facts, points) => {
    const { evidence } = lookAtRows(facts, 6, hasStatement, anyRow)
    const params = { change: facts.features.utilisationTrend ?? 0 }
    return ofScore('history.utilisationTrend', params, ['/loan/outstanding', ...evidence], points)
  },
  paidToBalance1: paidToBalance('paidToBalance1', 1),
  paidToBalance3: paidToBalance('paidToBalance3', 3),
  paidToBalance6: paidToBalance('paidToBalance6', 6),
  leastPaidToBalance6: (facts, points) => {
    const { of, evidence } = lookAtRows(facts, 6, hasBalance, anyRow)
    const params = { share: facts.features.leastPaidToBalance6 ?? 0, of }
    return ofScore('history.leastPaidToBalance', params, evidence, points)
  },
  paidToLimit1: paidToLimit('paidToLimit1', 1),
  paidToLimit6: paidToLimit('paidToLimit6', 6),
  noPaymentShare6: (facts, points) => {
    const { hits, of, evidence } = lookAtRows(facts, 6, anyRow, isNoPayment)
    return ofScore('history.noPayments', { none: hits, of }, evidence, points)
  },
  inactiveShare6: (facts, points) => {
    const { hits, of, evidence } = lookAtRows(facts, 6, hasStatement, isIdleStatement)
    return ofScore('history.inactive', { inactive: hits, of }, evidence, points)
  },
  rightPartyRate: (facts, points) => {
    const { hits, of, evidence } = lookAtMeetings(facts)
    return ofScore('history.rightParty', { met: hits, tried: of }, evidence, points)
  },
  consecutiveFailures: (facts, points) => {
    const count = facts.features.consecutiveFailures ?? 0
    return ofScore('history.failures', { count }, newestAttempts(facts, count), points)
  },
}

function worstBehind(feature: 'worstBehind6' | 'worstBehind12', n: number): Teller {
  return (facts, points) => {
    const periods = facts.features[feature] ?? 0
    const { of, evidence } = lookAtPeriods(
      facts,
      n,
      (row) => row.behind === periods,
      (mark) => mark === periods,
    )
    return ofScore('history.worstBehind', { periods, of }, evidence, points)
  }
}

function shareLate(n: number): Teller {
  return (facts, points) => {
    const { hits, of, evidence } = lookAtPeriods(facts, n, isLate, isLateMark)
    return ofScore('history.shareLate', { late: hits, of }, evidence, points)
  }
}

function paidShareTeller(n: number): Teller {
  return (facts, points) => {
    let paid = 0
    let due = 0
    const { of, evidence } = lookAtRows(facts, n, somethingDue, (row) => {
      due += row.amount
      // What the lender says was paid counts in full, whatever payments are listed.
      paid += Math.max(row.paid, row.amount - row.unpaid)
      return row.unpaid > 0
    })
    return ofScore('history.paidShare', { paid, due, of }, evidence, points)
  }
}

function daysLate(feature: 'daysLateMedian' | 'daysLateMean'): Teller {
  return (facts, points) => {
    const { of, evidence } = lookAtRows(facts, 12, somethingDue, isLate)
    const mean = feature === 'daysLateMean'
    return ofScore(
      'history.daysLate',
      { days: Math.round(facts.features[feature] ?? 0), of, mean },
      evidence,
      points,
    )
  }
}

function paidToBalance(feature: 'paidToBalance1' | 'paidToBalance3' | 'paidToBalance6', n: number): Teller {
  return (facts, points) => {
    const { of, evidence } = lookAtRows(facts, n, hasBalance, anyRow)
    return ofScore('history.paidToBalance', { share: facts.features[feature] ?? 0, of }, evidence, points)
  }
}

function paidToLimit(feature: 'paidToLimit1' | 'paidToLimit6', n: number): Teller {
  return (facts, points) => {
    const { of, evidence } = lookAtRows(facts, n, anyRow, anyRow)
    return ofScore('history.paidToLimit', { share: facts.features[feature] ?? 0, of }, evidence, points)
  }
}

const isLate = (row: RowState): boolean => row.late
const isLateMark = (mark: number): boolean => mark > 0
const rowIsBehind = (row: RowState): boolean => row.behind > 0
const isNothingPaid = (row: RowState): boolean => row.paid === 0 && row.unpaid > 0
const isNoPayment = (row: RowState): boolean => row.paid === 0 && (row.amount === 0 || row.unpaid > 0)
const isStillUnpaid = (row: RowState): boolean => row.unpaid > 0
const hasStatement = (_: RowState, { balance }: ReadRepayment): boolean => balance !== undefined
const isIdleStatement = (_: RowState, { balance }: ReadRepayment): boolean => balance === 0
const hasBalance = (_: RowState, { balance }: ReadRepayment): boolean => balance !== undefined && balance > 0

/** Where the age of the arrears comes from: the oldest unpaid row, or what the loan says. */
function ageEvidence({ oldestUnpaid, view }: Facts): readonly string[] {
  const { loan } = view.source
  if (loan.overdueSince !== undefined) return ['/loan/overdueSince']
  if (loan.daysPastDue !== undefined) return ['/loan/daysPastDue']
  return oldestUnpaid === undefined ? ['/loan/overdue'] : [oldestUnpaid.pointer]
}

/** The newest row where the lender counted itself, else the rows unpaid, else the newest mark of the profile. */
function behindEvidence(facts: Facts): readonly string[] {
  const newest = lookAtRows(facts, 1, anyRow, (_, { behind }) => behind !== undefined)
  if (newest.hits > 0 || newest.of === 0) return newest.of === 0 ? ['/paymentProfile'] : newest.evidence
  return lookAtRows(facts, 12, somethingDue, isStillUnpaid).evidence
}

/** What a look back found: how many were counted, how many of them were picked, and where to see it. */
export interface Look {
  readonly of: number
  readonly hits: number
  /** The picked ones; where none was, all that were counted, for that is where one sees that there is none. */
  readonly evidence: readonly string[]
}

type RowTest = (row: RowState, repayment: ReadRepayment) => boolean

const anyRow: RowTest = () => true
const somethingDue: RowTest = (row) => row.amount > 0
/** Nothing fell due and the lender says nothing else: such a row takes its place and is not counted. */
const saysSomething: RowTest = (row, { behind }) => row.amount > 0 || (behind !== undefined && behind > 0)

/** Looks at the newest `n` rows that fell due, newest first. */
function lookAtRows(facts: Facts, n: number, counts: RowTest, picks: RowTest): Look {
  const { rows, view } = facts
  const picked: string[] = []
  const last = lastFallen(facts)
  const first = Math.max(0, last + 1 - n)
  let of = 0
  for (let i = last; i >= first; i--) {
    const row = rows[i] as RowState
    const repayment = view.repayments[i] as ReadRepayment
    if (!counts(row, repayment)) continue
    of++
    if (picks(row, repayment)) picked.push(row.pointer)
  }
  const hits = picked.length
  if (hits === 0) {
    for (let i = last; i >= first; i--) {
      const row = rows[i] as RowState
      if (counts(row, view.repayments[i] as ReadRepayment)) picked.push(row.pointer)
    }
  }
  return { of, hits, evidence: picked }
}

/** The index of the newest row that fell due; rows are in due order. */
function lastFallen({ rows }: Facts): number {
  let last = rows.length - 1
  while (last >= 0 && !(rows[last] as RowState).fallen) last--
  return last
}

/** Looks at the newest `n` periods: rows, and before them the marks of the payment profile. */
function lookAtPeriods(
  facts: Facts,
  n: number,
  picks: RowTest,
  picksMark: (behind: number) => boolean,
): Look {
  const rows = lookAtRows(facts, n, saysSomething, picks)
  const profile = facts.view.source.paymentProfile
  if (profile === undefined) return rows
  let { of, hits } = rows
  for (let place = lastFallen(facts) + 1, at = profile.length - 1; at >= 0 && place < n; place++, at--) {
    const mark = profile.charCodeAt(at) - 48
    if (!(mark >= 0 && mark <= 9)) continue
    of++
    if (picksMark(mark)) hits++
  }
  if (of === rows.of || (hits > 0 && hits === rows.hits)) return { of, hits, evidence: rows.evidence }
  return { of, hits, evidence: rows.hits === 0 && hits > 0 ? [PROFILE] : [...rows.evidence, PROFILE] }
}

const PROFILE = '/paymentProfile'

/** Attempts to speak with the borrower in the last half year, and those in which they were met for certain. */
function lookAtMeetings({ ledger, today }: Facts): Look {
  const { contacts, counts } = ledger
  const tried: string[] = []
  const met: string[] = []
  for (let i = contacts.length - 1; i >= 0; i--) {
    const contact = contacts[i] as ReadContact
    if (today - contact.day >= HALF_YEAR_DAYS) break
    const countsAs = counts[i] as number
    if (!has(countsAs, ATTEMPT_TO_SPEAK)) continue
    tried.push(pointer(contact))
    if (has(countsAs, MEETING)) met.push(pointer(contact))
  }
  return { of: tried.length, hits: met.length, evidence: newestOf(met.length > 0 ? met : tried) }
}

/** The newest of `count` attempts to speak with the borrower. */
function newestAttempts({ ledger: { contacts, counts } }: Facts, count: number): readonly string[] {
  const found: string[] = []
  const most = Math.min(count, SHOWN)
  for (let i = contacts.length - 1; i >= 0 && found.length < most; i--)
    if (has(counts[i] as number, ATTEMPT_TO_SPEAK)) found.push(pointer(contacts[i] as ReadContact))
  return found
}

const HALF_YEAR_DAYS = 180
/** So many contacts are enough to see it. */
const SHOWN = 3

const newestOf = (pointers: string[]): readonly string[] => pointers.slice(0, SHOWN)
const pointer = ({ index }: ReadContact): string => `/contacts/${index}`

const ATTEMPT_TO_SPEAK = COUNTS_AS.attemptOnBorrower | COUNTS_AS.live
const MEETING = COUNTS_AS.talked | COUNTS_AS.rightParty
const has = (countsAs: number, bits: number): boolean => (countsAs & bits) === bits
