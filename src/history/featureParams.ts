/** What the features of `FEATURES` say as reasons of a score. `of` is how many payments, rows or statements were looked at. */
export interface FeatureParams {
  /** Age of the oldest unpaid amount. */
  'history.daysPastDue': { readonly days: number }
  /** Payments behind now. */
  'history.periodsBehind': { readonly periods: number }
  /** How much of what is owed is overdue. */
  'history.overdueShare': { readonly overdue: number; readonly outstanding: number }
  /** Most payments behind at any time. */
  'history.worstBehind': { readonly periods: number; readonly of: number }
  /** Payments that were late. */
  'history.shareLate': { readonly late: number; readonly of: number }
  /** Payments behind, added up over the due days. */
  'history.sumBehind': { readonly sum: number; readonly of: number }
  /** Payments since the last late one; `late` is false where none was late. */
  'history.sinceLate': { readonly periods: number; readonly late: boolean }
  /** How much history there is. */
  'history.periodsKnown': { readonly periods: number }
  /** Paid against due. */
  'history.paidShare': { readonly paid: number; readonly due: number; readonly of: number }
  /** Payments of which nothing arrived. */
  'history.zeroPayments': { readonly none: number; readonly of: number }
  /** How late the newest payment is or was. */
  'history.daysLateLast': { readonly days: number }
  /** How late payments usually are; below 0 is early; the mean or the median. */
  'history.daysLate': { readonly days: number; readonly of: number; readonly mean: boolean }
  /** Payments made before their due day. */
  'history.early': { readonly early: number; readonly of: number }
  /** Credit in use. */
  'history.utilisation': { readonly outstanding: number; readonly limit: number }
  /** Statement balances against the credit limit, on average. */
  'history.utilisationMean': { readonly share: number; readonly of: number }
  /** Credit in use against earlier statements, as a share of the limit. */
  'history.utilisationTrend': { readonly change: number }
  /** Paid against the statement balance. */
  'history.paidToBalance': { readonly share: number; readonly of: number }
  /** The least that was paid of a statement balance. */
  'history.leastPaidToBalance': { readonly share: number; readonly of: number }
  /** Paid against the credit limit. */
  'history.paidToLimit': { readonly share: number; readonly of: number }
  /** Due days against which no payment came, whatever was due. */
  'history.noPayments': { readonly none: number; readonly of: number }
  /** Statements on which nothing was owed. */
  'history.inactive': { readonly inactive: number; readonly of: number }
  /** Calls and visits in which the borrower was met. */
  'history.rightParty': { readonly met: number; readonly tried: number }
  /** Calls and visits in a row that reached nobody. */
  'history.failures': { readonly count: number }
}

/** What a feature says: a code, the figures of its sentence, and where the record shows them. */
export type ToldFeature = {
  readonly [Code in keyof FeatureParams]: {
    readonly code: Code
    readonly params: FeatureParams[Code]
    readonly evidence: readonly string[]
  }
}[keyof FeatureParams]

/** Only the params of its code fit a code. */
export const toldFeature = <Code extends keyof FeatureParams>(
  code: Code,
  params: FeatureParams[Code],
  evidence: readonly string[],
  // The params are those of the code, as the signature has it.
): ToldFeature => ({ code, params, evidence }) as ToldFeature
