import { parseValidateOptions } from '../../input/optionSchemas.ts'
import { type EpochSecond, parseInstant } from '../../time/instant.ts'
import { soundOptions } from '../soundOptions.ts'

/** How a scorecard is checked: one flat object, all with defaults. */
export interface ValidateOptions {
  /** How often rows are drawn again for the intervals; 0 for none. Default 200. */
  readonly resamples?: number
  /** Of those draws. Default 1. */
  readonly seed?: number
  /** An instant: cases seen from then on are reported apart from those before. */
  readonly outOfTime?: string
  /** Probability from which on a score counts as favourable, for groups. Default: the policy's band B. */
  readonly favourable?: number
  /** The group others are compared with. Default: the largest. */
  readonly reference?: string
  /** What a case with something later than its instant is: refused (default), or seen as it stood then. */
  readonly later?: 'reject' | 'ignore'
}

/** The options with their defaults, checked. */
export interface ValidateSettings {
  readonly resamples: number
  readonly seed: number
  readonly outOfTime: { readonly text: string; readonly second: EpochSecond } | undefined
  readonly favourable: number
  readonly reference: string | undefined
}

/** @throws a Failure `train.option` that names the option and what it may be. */
export function validateSettings(given: ValidateOptions, favourable: number): ValidateSettings {
  const options = soundOptions(parseValidateOptions(given))
  const { outOfTime } = options
  const second = outOfTime === undefined ? undefined : parseInstant(outOfTime)
  return {
    resamples: options.resamples ?? 200,
    seed: options.seed ?? 1,
    outOfTime: outOfTime === undefined || second === undefined ? undefined : { text: outOfTime, second },
    favourable: options.favourable ?? favourable,
    reference: options.reference,
  }
}
