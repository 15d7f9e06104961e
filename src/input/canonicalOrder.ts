import type {
  ReadArrangement,
  ReadCircumstance,
  ReadConsent,
  ReadContact,
  ReadContactPoint,
  ReadHours,
  ReadNotice,
  ReadPayment,
  ReadRepayment,
} from './readCase.ts'

/**
 * The order of a case's lists: by their dates, then by everything else that counts, names last, so that it does not
 * depend on the order in the record. Entries that compare as equal are equal but for their `index`.
 */

type Compare<T> = (a: T, b: T) => number

/** The list itself, in order; most records come in order, and then nothing is moved. */
export function inOrder<T>(list: T[], compare: Compare<T>): readonly T[] {
  for (let i = 1; i < list.length; i++)
    if (compare(list[i - 1] as T, list[i] as T) > 0) return list.sort(compare)
  return list
}

/** Absent before present, then by size or code unit. */
function by(a: number | string | boolean | undefined, b: number | string | boolean | undefined): number {
  if (a === b) return 0
  if (a === undefined) return -1
  if (b === undefined) return 1
  return a < b ? -1 : 1
}

export const byPayment: Compare<ReadPayment> = (a, b) =>
  a.on - b.on || a.amount - b.amount || a.postedOn - b.postedOn || by(a.reversedOn, b.reversedOn)

export const byRepayment: Compare<ReadRepayment> = (a, b) =>
  a.due - b.due || a.amount - b.amount || by(a.balance, b.balance) || by(a.behind, b.behind) || byPaid(a, b)

function byPaid(a: ReadRepayment, b: ReadRepayment): number {
  for (let i = 0; i < a.paid.length && i < b.paid.length; i++) {
    const order = byPayment(a.paid[i] as ReadPayment, b.paid[i] as ReadPayment)
    if (order !== 0) return order
  }
  return a.paid.length - b.paid.length
}

export const byContact: Compare<ReadContact> = (a, b) =>
  a.at - b.at ||
  by(a.channel, b.channel) ||
  by(a.outcome, b.outcome) ||
  by(a.inbound, b.inbound) ||
  by(a.party, b.party) ||
  by(a.own, b.own) ||
  by(a.by, b.by) ||
  by(a.automated, b.automated) ||
  by(a.promise?.by, b.promise?.by) ||
  by(a.promise?.amount, b.promise?.amount) ||
  by(a.purpose, b.purpose) ||
  by(a.ask?.by, b.ask?.by) ||
  by(a.ask?.amount, b.ask?.amount) ||
  byProposed(a.proposed, b.proposed) ||
  by(a.point, b.point)

const byProposed = (a: ReadContact['proposed'], b: ReadContact['proposed']): number =>
  a === b
    ? 0
    : by(a?.kind, b?.kind) ||
      by(a?.instalment, b?.instalment) ||
      by(a?.count, b?.count) ||
      by(a?.firstDue, b?.firstDue) ||
      by(a?.measures.join(), b?.measures.join())

export const byContactPoint: Compare<ReadContactPoint> = (a, b) =>
  by(a.channel, b.channel) ||
  by(a.party, b.party) ||
  by(a.kind, b.kind) ||
  by(a.status, b.status) ||
  by(a.zone.name, b.zone.name) ||
  by(a.key, b.key)

export const byNotice: Compare<ReadNotice> = (a, b) => a.at - b.at || by(a.kind, b.kind)

export const byCircumstance: Compare<ReadCircumstance> = (a, b) =>
  by(a.since, b.since) ||
  by(a.recorded, b.recorded) ||
  by(a.kind, b.kind) ||
  by(a.until, b.until) ||
  by(a.evidence, b.evidence)

export const byConsent: Compare<ReadConsent> = (a, b) =>
  a.at - b.at || by(a.to, b.to) || by(a.channel, b.channel)

export const byHours: Compare<ReadHours> = (a, b) => a.from - b.from || a.to - b.to || a.days - b.days

export const byArrangement: Compare<ReadArrangement> = (a, b) =>
  a.from - b.from ||
  by(a.recorded, b.recorded) ||
  by(a.kind, b.kind) ||
  by(a.status, b.status) ||
  by(a.until, b.until) ||
  by(a.instalment, b.instalment)
