import type { ReadArrangement } from '../input/readCase.ts'
import type { EpochDay } from '../kernel/civilDay.ts'
import type { ArrangementState } from './facts.ts'

export interface ArrangementReading {
  readonly arrangement: ArrangementState | undefined
  readonly lastRestructureFrom: EpochDay | undefined
}

const NONE: ArrangementReading = { arrangement: undefined, lastRestructureFrom: undefined }

/** The arrangement in force today, of several the one begun last, and when the newest restructure began, kept or not. */
export function readArrangements(
  arrangements: readonly ReadArrangement[],
  today: EpochDay,
): ArrangementReading {
  if (arrangements.length === 0) return NONE
  let running: ReadArrangement | undefined
  let lastRestructureFrom: EpochDay | undefined
  for (const arrangement of arrangements) {
    const { kind, from, until, status } = arrangement
    if (kind === 'restructure' && (lastRestructureFrom === undefined || from > lastRestructureFrom))
      lastRestructureFrom = from
    const inForce = status === 'active' && from <= today && (until === undefined || until >= today)
    if (inForce && (running === undefined || from >= running.from)) running = arrangement
  }
  if (running === undefined) return { arrangement: undefined, lastRestructureFrom }
  const { index, kind, from, until, instalment } = running
  return {
    arrangement: { pointer: `/arrangements/${index}`, kind, from, until, instalment },
    lastRestructureFrom,
  }
}
