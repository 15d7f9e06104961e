import type { Capacity } from '../input/capacityFile.ts'
import { type EpochDay, formatDay } from '../time/civilDay.ts'
import { servingOf, takenFrom } from '../words/pool.ts'
import type { AdvisedAction } from './proposals.ts'

/** What there is of each pool on a day, and the taking of it. */
export interface DayCapacity {
  /** Takes what an action needs where all of it is left; says whether it was. */
  readonly take: (action: AdvisedAction, area: string | undefined, costInCapacity: number) => boolean
  readonly begin: (day: EpochDay) => void
  /** Share of each pool that was taken, over all days begun. */
  readonly used: () => Readonly<Record<string, number>>
}

/** The pools of a capacity file on each simulated day; those that are for one day give on that day alone. */
export function dailyCapacity({ pools }: Pick<Capacity, 'pools'>): DayCapacity {
  const servings = servingOf(pools)
  const left = new Float64Array(pools.length)
  const taken = new Float64Array(pools.length)
  const given = new Float64Array(pools.length)
  return {
    begin(day) {
      const today = formatDay(day)
      pools.forEach(({ available, day: own }, place) => {
        left[place] = own === undefined || own === today ? available : 0
        given[place] = (given[place] as number) + (left[place] as number)
      })
    },
    take({ kind, channel, use }, area, costInCapacity) {
      const found = servings(kind, channel, area)
      if (found === undefined) return false
      const amounts = found.map((serving) => takenFrom(serving, use, costInCapacity))
      if (found.some(({ pool }, i) => (amounts[i] as number) > (left[pool] as number) + 1e-9)) return false
      found.forEach(({ pool }, i) => {
        left[pool] = (left[pool] as number) - (amounts[i] as number)
        taken[pool] = (taken[pool] as number) + (amounts[i] as number)
      })
      return true
    },
    used: () =>
      Object.fromEntries(
        pools.map(({ id }, place) => [
          id,
          given[place] === 0 ? 0 : (taken[place] as number) / (given[place] as number),
        ]),
      ),
  }
}
