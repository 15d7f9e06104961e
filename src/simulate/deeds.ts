import type { EpochDay } from '../time/civilDay.ts'
import { addMonths, formatDay, parseDay } from '../time/civilDay.ts'
import type { AgreedPause, AgreedPlan, Book } from './book.ts'
import type { Dice } from './dice.ts'
import type { AdvisedAction } from './proposals.ts'
import { deedAt } from './takeIn.ts'
import type { Deed } from './world.ts'

/** Uses of the dice by the lender's own people: at which hour somebody comes to the top of the list. */
const USE = { hour: 800 } as const
const DAY_SECONDS = 86_400

const secondOfDay = (instant: string): number =>
  Number(instant.slice(11, 13)) * 3600 + Number(instant.slice(14, 16)) * 60 + Number(instant.slice(17, 19))

/** The stretch of a day in which an action may be carried out, in seconds; undefined where none of it lies on that day. */
function stretchOn(
  { window }: AdvisedAction,
  day: EpochDay,
): readonly [from: number, to: number] | undefined {
  if (window === undefined) return [10 * 3600, 17 * 3600]
  const today = formatDay(day)
  const opens = window.from.slice(0, 10)
  const closes = window.to.slice(0, 10)
  if (opens > today || closes < today) return undefined
  const from = opens < today ? 0 : secondOfDay(window.from)
  const to = closes > today ? DAY_SECONDS : secondOfDay(window.to)
  return to > from ? [from, to] : undefined
}

/** An action as it is carried out that day, within its window; undefined where that is not open. */
export function deedOf(book: Book, action: AdvisedAction, day: EpochDay, dice: Dice): Deed | undefined {
  const stretch = stretchOn(action, day)
  if (stretch === undefined) return undefined
  const { kind, channel, purpose, point, ask, plan, cost, bestFrom } = action
  const best =
    bestFrom !== undefined && bestFrom.slice(0, 10) === formatDay(day) ? secondOfDay(bestFrom) : undefined
  // Nobody sits at the phone at midnight, permitted or not.
  const from = Math.max(stretch[0], Math.min(8 * 3600, stretch[1] - 60))
  const to = Math.max(from + 1, Math.min(stretch[1], 21 * 3600))
  const second =
    best !== undefined && best >= stretch[0] && best < stretch[1]
      ? best
      : Math.floor((from + (to - from) * dice(day, USE.hour)) / 60) * 60
  return deedAt(book, day, {
    action: kind,
    ...(channel === undefined ? {} : { channel }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(point === undefined ? {} : { point }),
    ...(ask === undefined ? {} : { ask }),
    ...(plan === undefined ? {} : { offer: offerOf(plan, day) }),
    second: Math.min(Math.max(second, stretch[0]), stretch[1] - 1),
    cost,
  })
}

function offerOf(plan: NonNullable<AdvisedAction['plan']>, day: EpochDay): AgreedPlan | AgreedPause {
  if (plan.kind === 'hardshipPause') return { kind: 'hardshipPause', from: plan.from, until: plan.until }
  const { instalment, count, firstDue, lastDue, total, forgiven } = plan
  const first = parseDay(firstDue) ?? day
  const lines = Array.from({ length: count }, (_, i) => ({
    due: formatDay(addMonths(first, i)),
    amount: Math.max(0, Math.min(instalment, total - i * instalment)),
  })).filter(({ amount }) => amount > 0)
  return { kind: 'restructure', instalment, firstDue, lastDue, lines, forgiven }
}
