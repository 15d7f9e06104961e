import type { Bin, Characteristic } from '../input/model.ts'
import { failure } from '../kernel/failure.ts'
import type { TrainSettings } from './options.ts'

/**
 * Adds what the data cannot show: bins above those it has, and whole characteristics, with points set by hand and
 * marked as priors.
 *
 * @throws a Failure `train.option` when a prior characteristic was fitted, or does not say that it is a prior.
 */
export function withPriors(
  fitted: readonly Characteristic[],
  { priors, beyond }: Pick<TrainSettings, 'priors' | 'beyond'>,
): Characteristic[] {
  for (const { feature, prior } of priors) {
    if (!prior) throw failure('train.option', `the prior characteristic "${feature}" must say prior: true`)
    if (fitted.some((one) => one.feature === feature))
      throw failure('train.option', `"${feature}" was fitted and cannot be a prior too`)
  }
  return [...fitted.map((one) => extended(one, beyond[one.feature] ?? [])), ...priors]
}

function extended(
  one: Characteristic,
  more: readonly { readonly from: number; readonly points: number }[],
): Characteristic {
  if (more.length === 0) return one
  const last = one.bins.at(-1) as Bin
  const bins: Bin[] = [...one.bins.slice(0, -1), { ...last, below: more[0]?.from as number }]
  for (const [k, { points }] of more.entries()) {
    const below = more[k + 1]?.from
    bins.push({ ...(below === undefined ? {} : { below }), points: last.points + points, prior: true })
  }
  return { ...one, bins }
}
