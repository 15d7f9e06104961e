import type { BinLimits } from './monotoneCut.ts'

/** How characteristics are binned. */
export interface BinSettings extends BinLimits {
  /** Fine slices a numeric characteristic is first cut into. */
  readonly slices: number
  /** Bounds fixed beforehand, by characteristic: bins are put together from these alone. */
  readonly splits: Readonly<Record<string, readonly number[]>>
}
