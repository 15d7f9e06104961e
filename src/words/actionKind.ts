/** The six kinds of action, from gentle to harsh. */
export const ACTION_ORDER = ['wait', 'reminder', 'hardshipPause', 'restructure', 'call', 'visit'] as const
export type ActionKind = (typeof ACTION_ORDER)[number]

/** What a contact may be for. */
export const PURPOSES = [
  'preDue',
  'remind',
  'demand',
  'findOut',
  'followUpPromise',
  'offerPlan',
  'arrangeVisit',
  'locate',
] as const
export type Purpose = (typeof PURPOSES)[number]
