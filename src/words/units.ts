/** What a pool counts. Money is in minor units of the capacity file's currency. */
export interface UnitMeaning {
  /** `use`: what an action says it takes of it; `cost`: what the action costs. */
  readonly taken: 'use' | 'cost'
}

export const UNIT_TABLE = {
  minute: { taken: 'use' },
  visit: { taken: 'use' },
  message: { taken: 'use' },
  money: { taken: 'cost' },
} as const satisfies Record<string, UnitMeaning>

export type PoolUnit = keyof typeof UNIT_TABLE
/** All units, in the order of the table. */
export const POOL_UNITS = Object.keys(UNIT_TABLE) as readonly PoolUnit[]

/** The units an action says it takes; money follows from its cost. */
export type UsedUnit = {
  [U in PoolUnit]: (typeof UNIT_TABLE)[U]['taken'] extends 'use' ? U : never
}[PoolUnit]
const isUsed = (unit: PoolUnit): unit is UsedUnit => UNIT_TABLE[unit].taken === 'use'
export const USED_UNITS = POOL_UNITS.filter(isUsed)

/** What an action takes of scarce things besides money. */
export type UnitUse = { readonly [U in UsedUnit]?: number }

/** How much of a unit an action takes; `money` is its cost. */
export const takes = (unit: PoolUnit, use: UnitUse | undefined, money: number): number =>
  isUsed(unit) ? (use?.[unit] ?? 0) : money
