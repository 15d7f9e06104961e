import type { Calibration } from '../input/model.ts'
import { sigmoid } from '../kernel/maths.ts'
import { fitIsotonic } from './fitIsotonic.ts'
import { fitPlatt } from './fitPlatt.ts'

/** Which map from the scale's probability to the one that came true. */
export type CalibrationKind = 'identity' | 'platt' | 'isotonic'

/** Numbers that are stored are rounded, so that a last digit more or less of a sum changes nothing. */
const rounded = (x: number): number => Math.round(x * 1e6) / 1e6

/** Fits a calibration to log odds of rows that the score was not fitted on. */
export function fitCalibration(kind: CalibrationKind, logOdds: Float64Array, bad: Uint8Array): Calibration {
  if (kind === 'identity') return { kind }
  if (kind === 'platt') {
    const { a, b } = fitPlatt(logOdds, bad)
    return { kind, a: rounded(a), b: rounded(b) }
  }
  const { x, y } = fitIsotonic(logOdds.map(sigmoid), bad)
  return strictlyRounded(x, y)
}

/** Knots to six decimals, of those that fall together the last: a model's knots rise. */
function strictlyRounded(x: readonly number[], y: readonly number[]): Calibration {
  const xs: number[] = []
  const ys: number[] = []
  for (const [i, value] of x.entries()) {
    const at = rounded(value)
    if (xs.at(-1) === at) {
      xs.pop()
      ys.pop()
    }
    xs.push(at)
    ys.push(rounded(y[i] as number))
  }
  return { kind: 'isotonic', x: xs, y: ys }
}
