import type { FeatureName } from '../history/features.ts'

/** Characteristics that tell the same story share a group, of which only the weightiest becomes a top reason. */
const GROUPS: Readonly<Record<string, readonly FeatureName[]>> = {
  delinquency: ['daysPastDue', 'periodsBehind', 'overdueShare'],
  history: ['worstBehind6', 'worstBehind12', 'shareLate6', 'shareLate12', 'sumBehind6', 'periodsSinceLate'],
  acquaintance: ['periodsKnown'],
  punctuality: ['daysLateLast', 'daysLateMedian', 'daysLateMean', 'earlyShare12'],
  utilisation: ['utilisation', 'utilisationMean6', 'utilisationTrend', 'inactiveShare6'],
  contacts: ['rightPartyRate', 'consecutiveFailures'],
}

/** The group of a characteristic: one of the table above, else payments; a lender's own is its own group. */
export function groupOf(feature: string, isOwn: boolean): string {
  if (isOwn) return feature
  const found = Object.entries(GROUPS).find(([, members]) => (members as readonly string[]).includes(feature))
  return found?.[0] ?? 'payments'
}
