/** Circumstances and what class of fact each is. */
export type CircumstanceClass = 'hold' | 'hardship' | 'vulnerability' | 'safety'

export const CIRCUMSTANCE_CLASS = {
  deceased: 'hold',
  insolvency: 'hold',
  dispute: 'hold',
  represented: 'hold',
  adviserEngaged: 'hold',
  ceaseRequest: 'hold',
  moratorium: 'hold',
  mentalHealthCrisis: 'hold',
  complaint: 'hold',
  fraudClaim: 'hold',
  notTheBorrower: 'hold',
  litigation: 'hold',
  hardshipApplication: 'hold',
  minor: 'hold',
  limitedCapacity: 'hold',
  jobLoss: 'hardship',
  incomeDrop: 'hardship',
  illness: 'hardship',
  bereavement: 'hardship',
  disaster: 'hardship',
  separation: 'hardship',
  caring: 'hardship',
  militaryService: 'hardship',
  overIndebted: 'hardship',
  imprisoned: 'hardship',
  hardshipDeclared: 'hardship',
  vulnerable: 'vulnerability',
  economicAbuse: 'vulnerability',
  untraceable: 'safety',
  hostile: 'safety',
  workplaceContactBanned: 'safety',
} as const satisfies Record<string, CircumstanceClass>

type Kinds = typeof CIRCUMSTANCE_CLASS
export type CircumstanceKind = keyof Kinds
type OfClass<C extends CircumstanceClass> = {
  [K in CircumstanceKind]: Kinds[K] extends C ? K : never
}[CircumstanceKind]
export type HoldKind = OfClass<'hold'>
export type HardshipKind = OfClass<'hardship'>

export const CIRCUMSTANCE_KINDS = Object.keys(CIRCUMSTANCE_CLASS) as readonly CircumstanceKind[]
