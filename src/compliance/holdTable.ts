import type { HoldAllows } from '../input/rulePack.ts'
import type { HoldKind } from '../kernel/circumstance.ts'
import type { ReferTo } from './permissions.ts'

export type AnyHold = HoldKind | 'timeBarred'

/** What a hold leaves possible. A demand never is. */
export interface HoldRow {
  /** Whether relief may be offered, and questions asked that may lead to it. */
  readonly relief: 'no' | 'ifAsked' | 'yes'
  /** Whether relief goes to the representative only. */
  readonly via: boolean
  /** Whether the lender may grant a pause without contact. */
  readonly ownPause: boolean
  /** Whether a representative may be contacted. */
  readonly toRepresentative: boolean
  readonly referTo: ReferTo | undefined
  /** Days the hold outlasts its circumstance, whatever the packs say. */
  readonly tailDays: number
}

const nothing = { relief: 'no', via: false, ownPause: false, toRepresentative: false, tailDays: 0 } as const
const ifAsked = {
  relief: 'ifAsked',
  via: false,
  ownPause: true,
  toRepresentative: true,
  tailDays: 0,
} as const
const viaRepresentative = { ...ifAsked, relief: 'yes', via: true } as const

/**
 * The table of holds. A dash there is read strictly: a time-barred debt
 * gets no pause on the lender's own.
 */
export const HOLD_TABLE: Readonly<Record<AnyHold, HoldRow>> = {
  deceased: { ...nothing, referTo: 'estate' },
  insolvency: { ...nothing, referTo: 'legal' },
  notTheBorrower: { ...nothing, referTo: 'disputes' },
  fraudClaim: { ...nothing, referTo: 'disputes' },
  minor: { ...nothing, referTo: 'legal' },
  limitedCapacity: { ...nothing, referTo: 'legal' },
  ceaseRequest: { ...ifAsked, toRepresentative: false, referTo: 'legal' },
  timeBarred: { ...ifAsked, ownPause: false, referTo: 'legal' },
  dispute: { ...ifAsked, referTo: 'disputes' },
  litigation: { ...ifAsked, referTo: 'legal' },
  complaint: { ...ifAsked, referTo: 'complaints' },
  moratorium: { ...ifAsked, referTo: 'debtAdviser' },
  mentalHealthCrisis: { ...ifAsked, referTo: 'debtAdviser', tailDays: 30 },
  represented: { ...viaRepresentative, referTo: undefined },
  adviserEngaged: { ...viaRepresentative, referTo: 'debtAdviser' },
  hardshipApplication: { ...ifAsked, relief: 'yes', referTo: 'hardshipTeam' },
}

/** All holds, strictest first. */
export const HOLDS = Object.keys(HOLD_TABLE) as readonly AnyHold[]

/** What is left of a row where a pack says what it allows: never more than the row. */
export const narrowed = (row: HoldRow, allows: readonly HoldAllows[] | undefined): HoldRow =>
  allows === undefined
    ? row
    : {
        ...row,
        relief: narrowedRelief(row, allows),
        ownPause: row.ownPause && allows.includes('ownPause'),
        toRepresentative: row.toRepresentative && allows.includes('contactRepresentative'),
      }

/** Relief by way of a representative needs no leave of its own besides the leave to contact them. */
function narrowedRelief({ relief, via }: HoldRow, allows: readonly HoldAllows[]): HoldRow['relief'] {
  if (relief === 'no' || allows.includes('relief')) return relief
  if (allows.includes('reliefIfAsked')) return 'ifAsked'
  return via ? relief : 'no'
}
