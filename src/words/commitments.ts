/** Everything that can be under way between two contacts. */
export const COMMITMENT_KINDS = [
  'contact',
  'ask',
  'promise',
  'offer',
  'plan',
  'pause',
  'application',
  'complaint',
  'dispute',
  'claim',
  'callback',
  'hold',
] as const
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number]
