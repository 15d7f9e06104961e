import { parseAsOf } from '../../input/asOf.ts'
import type { EpochSecond } from '../../time/instant.ts'
import { failure } from '../../words/failure.ts'

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

const KNOWN: ReadonlySet<string> = new Set<keyof ValidateOptions>([
  'resamples',
  'seed',
  'outOfTime',
  'favourable',
  'reference',
  'later',
])

/** @throws a Failure `train.option` that names the option and what it may be. */
export function validateSettings(options: ValidateOptions, favourable: number): ValidateSettings {
  const unknown = Object.keys(options).find((name) => !KNOWN.has(name))
  if (unknown !== undefined) throw failure('train.option', `there is no option "${unknown}"`)
  return {
    resamples: wholeNumber('resamples', options.resamples ?? 200, 10_000),
    seed: wholeNumber('seed', options.seed ?? 1, 2 ** 31),
    outOfTime: options.outOfTime === undefined ? undefined : instantOf(options.outOfTime),
    favourable: share(options.favourable ?? favourable),
    reference: options.reference,
  }
}

function wholeNumber(name: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= most) return value
  throw failure('train.option', `"${name}" must be a whole number from 0 to ${most}`)
}

function share(value: number): number {
  if (value >= 0 && value <= 1) return value
  throw failure('train.option', '"favourable" must be a probability, from 0 to 1')
}

function instantOf(text: string): { text: string; second: EpochSecond } {
  const parsed = parseAsOf(text)
  if (parsed.ok) return { text, second: parsed.value.asOfSecond }
  throw failure(
    'train.option',
    `"outOfTime" must be an instant with its offset, such as 2026-06-01T00:00:00Z`,
  )
}
