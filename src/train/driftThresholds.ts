import { failure } from '../kernel/failure.ts'

/** From `watch` on somebody should look, from `act` on the scorecard should not be relied on as it is. */
export interface Thresholds {
  readonly watch: number
  readonly act: number
}

/** What drift is held against, each pair with its reason: data, to be replaced by a lender's own. */
export const DRIFT_THRESHOLDS = {
  /** Of the stability index. */
  stability: {
    watch: 0.1,
    act: 0.25,
    why: 'what the industry goes by',
    source: 'Siddiqi 2006, Credit Risk Scorecards, chapter 9',
  },
  /** Of the calibration error, where it is more than chance. */
  calibration: {
    watch: 0.02,
    act: 0.05,
    why: 'a fresh fit is held to 0.02; 0.05 is a quarter of a band of the built-in policy, so that of borrowers spread evenly one in four stands in the wrong band',
    source: null,
  },
} as const satisfies Readonly<
  Record<string, Thresholds & { readonly why: string; readonly source: string | null }>
>

/** @throws a Failure `train.option` for thresholds that are none. */
export function soundThresholds(
  option: string,
  usual: Thresholds,
  given: Partial<Thresholds> = {},
): Thresholds {
  const { watch, act } = { watch: usual.watch, act: usual.act, ...given }
  if (watch > 0 && act >= watch && Number.isFinite(act)) return { watch, act }
  throw failure('train.option', `"${option}" must be { watch, act }, with watch above 0 and act not below it`)
}

export type Verdict = 'stable' | 'watch' | 'act'

/** What a figure comes to. */
export const verdictOf = (figure: number, { watch, act }: Thresholds): Verdict =>
  figure >= act ? 'act' : figure >= watch ? 'watch' : 'stable'
