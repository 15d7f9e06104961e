import type { Facts, RowState } from '../history/facts.ts'
import type { ReadContact } from '../input/readCase.ts'
import { isConversation } from '../kernel/contactOutcome.ts'
import { SECONDS_PER_DAY } from '../kernel/instant.ts'
import type { Params } from '../kernel/issue.ts'
import type { Because } from '../kernel/reason.ts'
import type { ScoreCode, ScoredFeature } from './reasonCodes.ts'

/** Tells a characteristic whose value is known as a reason, with the points it gave. */
export type Teller = (facts: Facts, points: number) => Because<ScoreCode>

/** One reason for each feature that may enter a model: a feature without one does not compile. */
export const FEATURE_REASONS: Readonly<Record<ScoredFeature, Teller>> = {
  daysPastDue: (facts, points) =>
    told('history.daysPastDue', { days: facts.daysPastDue }, ageEvidence(facts), points),
  periodsBehind: (facts, points) => {
    const evidence = newest(facts, 1, anyRow, anyMark).evidence
    return told('history.periodsBehind', { periods: facts.features.periodsBehind ?? 0 }, evidence, points)
  },
  overdueShare: ({ overdue, outstanding }, points) =>
    told('history.overdueShare', { overdue, outstanding }, ['/loan/overdue', '/loan/outstanding'], points),
  worstBehind6: worstBehind(6),
  worstBehind12: worstBehind(12),
  shareLate6: shareLate(6),
  shareLate12: shareLate(12),
  sumBehind6: (facts, points) => {
    const { of, evidence } = newest(facts, 6, isBehind, isLateMark)
    return told('history.sumBehind', { sum: facts.features.sumBehind6 ?? 0, of }, evidence, points)
  },
  periodsSinceLate: (facts, points) => {
    const periods = facts.features.periodsSinceLate ?? 0
    const { hits, evidence } = newest(facts, 12, isLate, isLateMark)
    return told('history.sinceLate', { periods, late: hits > 0 }, evidence, points)
  },
  periodsKnown: (facts, points) => {
    const evidence: string[] = []
    if (facts.view.source.paymentProfile !== undefined) evidence.push('/paymentProfile')
    if (facts.rows.length > 0) evidence.push('/repayments')
    return told('history.periodsKnown', { periods: facts.features.periodsKnown ?? 0 }, evidence, points)
  },
  paidShare1: paidShare(1),
  paidShare3: paidShare(3),
  paidShare6: paidShare(6),
  paidShare12: paidShare(12),
  zeroPayShare6: (facts, points) => {
    const { hits, of, evidence } = newest(facts, 6, isNothingPaid)
    return told('history.zeroPayments', { none: hits, of }, evidence, points)
  },
  daysLateLast: (facts, points) => {
    const { evidence } = newest(facts, 1, anyRow)
    return told('history.daysLateLast', { days: facts.features.daysLateLast ?? 0 }, evidence, points)
  },
  daysLateMedian: daysLate('daysLateMedian'),
  daysLateMean: daysLate('daysLateMean'),
  earlyShare12: (facts, points) => {
    const { of, evidence } = newest(facts, 12, anyRow)
    const early = Math.round((facts.features.earlyShare12 ?? 0) * of)
    return told('history.early', { early, of }, evidence, points)
  },
  utilisation: (facts, points) => {
    const params = { outstanding: facts.outstanding, limit: facts.view.source.loan.creditLimit ?? 0 }
    return told('history.utilisation', params, ['/loan/outstanding', '/loan/creditLimit'], points)
  },
  utilisationTrend: (facts, points) => {
    const change = facts.features.utilisationTrend ?? 0
    return told('history.utilisationTrend', { change }, ['/loan/outstanding', '/repayments'], points)
  },
  paidToBalance1: paidToBalance('paidToBalance1', 1),
  paidToBalance3: paidToBalance('paidToBalance3', 3),
  paidToBalance6: paidToBalance('paidToBalance6', 6),
  paidToLimit6: (facts, points) => {
    const { of, evidence } = newest(facts, 6, anyRow)
    return told('history.paidToLimit', { share: facts.features.paidToLimit6 ?? 0, of }, evidence, points)
  },
  inactiveShare6: (facts, points) => {
    const { inactive, of, evidence } = statements(facts, 6)
    return told('history.inactive', { inactive, of }, evidence, points)
  },
  rightPartyRate: (facts, points) => {
    const { met, tried, evidence } = meetings(facts)
    return told('history.rightParty', { met, tried }, evidence, points)
  },
  consecutiveFailures: (facts, points) => {
    const count = facts.features.consecutiveFailures ?? 0
    return told('history.failures', { count }, lastAttempts(facts, count), points)
  },
}

const told = (
  code: ScoreCode,
  params: Params,
  evidence: readonly string[],
  points: number,
): Because<ScoreCode> => ({ code, about: 'score', params, evidence, points })

function worstBehind(n: 6 | 12): Teller {
  const feature = n === 6 ? 'worstBehind6' : 'worstBehind12'
  return (facts, points) => {
    const periods = facts.features[feature] ?? 0
    const { of, evidence } = newest(
      facts,
      n,
      (row) => row.behind === periods,
      (mark) => mark === periods,
    )
    return told('history.worstBehind', { periods, of }, evidence, points)
  }
}

function shareLate(n: number): Teller {
  return (facts, points) => {
    const { hits, of, evidence } = newest(facts, n, isLate, isLateMark)
    return told('history.shareLate', { late: hits, of }, evidence, points)
  }
}

function paidShare(n: number): Teller {
  return (facts, points) => {
    const { rows } = facts
    let of = 0
    let paid = 0
    let due = 0
    for (let i = rows.length - 1, place = 0; i >= 0 && place < n; i--) {
      const row = rows[i] as RowState
      if (!row.fallen) continue
      place++
      if (row.amount === 0) continue
      of++
      paid += row.paid
      due += row.amount
    }
    return told('history.paidShare', { paid, due, of }, newest(facts, n, isUnpaid).evidence, points)
  }
}

function daysLate(feature: 'daysLateMedian' | 'daysLateMean'): Teller {
  return (facts, points) => {
    const { of, evidence } = newest(facts, 12, isLate)
    return told('history.daysLate', { days: Math.round(facts.features[feature] ?? 0), of }, evidence, points)
  }
}

function paidToBalance(feature: 'paidToBalance1' | 'paidToBalance3' | 'paidToBalance6', n: number): Teller {
  return (facts, points) => {
    const { of, evidence } = newest(facts, n, anyRow)
    return told('history.paidToBalance', { share: facts.features[feature] ?? 0, of }, evidence, points)
  }
}

const anyRow = (): boolean => true
const anyMark = (): boolean => true
const isLate = (row: RowState): boolean => row.late
const isLateMark = (mark: number): boolean => mark > 0
const isBehind = (row: RowState): boolean => row.behind > 0
const isUnpaid = (row: RowState): boolean => row.unpaid > 0
const isNothingPaid = (row: RowState): boolean => row.paid === 0

interface Newest {
  /** Periods with something due among the newest so many, and those that were picked. */
  readonly of: number
  readonly hits: number
  /** The picked rows; where none was picked, all that were looked at: that none is late is seen on every one of them. */
  readonly evidence: readonly string[]
}

/**
 * Looks at the newest `n` periods as the history table does: rows that fell due, newest first, then, where marks are
 * asked for, the payment profile. A period with nothing due takes its place and is not counted.
 */
function newest(
  facts: Facts,
  n: number,
  pickRow: (row: RowState) => boolean,
  pickMark?: (mark: number) => boolean,
): Newest {
  const { rows } = facts
  const picked: string[] = []
  let of = 0
  let hits = 0
  let place = 0
  for (let i = rows.length - 1; i >= 0 && place < n; i--) {
    const row = rows[i] as RowState
    if (!row.fallen) continue
    place++
    if (row.amount === 0) continue
    of++
    if (!pickRow(row)) continue
    hits++
    picked.push(row.pointer)
  }
  const profile = pickMark === undefined ? undefined : facts.view.source.paymentProfile
  if (profile !== undefined && pickMark !== undefined) {
    const rowHits = hits
    for (let i = profile.length - 1; i >= 0 && place < n; i--) {
      place++
      const mark = profile.charCodeAt(i) - 48
      if (!(mark >= 0 && mark <= 9)) continue
      of++
      if (pickMark(mark)) hits++
    }
    if (hits > rowHits) picked.push('/paymentProfile')
  }
  return { of, hits, evidence: hits > 0 || of === 0 || pickRow === anyRow ? picked : newest(facts, n, anyRow, pickMark && anyMark).evidence }
}

/** Where the age of the arrears comes from: the oldest unpaid row, or what the loan says. */
function ageEvidence(facts: Facts): readonly string[] {
  if (facts.oldestUnpaid !== undefined) return [facts.oldestUnpaid.pointer]
  const { loan } = facts.view.source
  if (loan.overdueSince !== undefined) return ['/loan/overdueSince']
  return loan.daysPastDue !== undefined ? ['/loan/daysPastDue'] : ['/loan/overdue']
}
