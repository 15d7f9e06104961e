/**
 * Why a lender's own characteristic has no value: nobody asked, it could not be had, or it does not concern this
 * borrower. Written as the value itself (`features: { bureauScore: 'notAvailable' }`); `null` says no more than missing.
 */
export const MISSING_KINDS = ['notAsked', 'notAvailable', 'notApplicable'] as const

export type MissingKind = (typeof MISSING_KINDS)[number]
