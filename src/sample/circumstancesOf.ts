import type { Circumstance } from '../input/borrowerCase.ts'
import { CIRCUMSTANCE_CLASS, type CircumstanceKind } from '../kernel/circumstance.ts'
import { formatDay } from '../kernel/civilDay.ts'
import { chance, pick, pickWeighted, type SeededRandom } from '../kernel/seededRandom.ts'
import type { ContactLog } from './contactLog.ts'
import type { Life } from './life.ts'
import type { Learned } from './talk.ts'
import { type When, writeInstant } from './when.ts'

/** What stands on file: what was learned, as it was learned, and what followed from it. */
export function circumstancesOf(
  random: SeededRandom,
  { person }: Life,
  { learned, points, spokeOn }: ContactLog,
  when: When,
  daysPastDue: number,
): Circumstance[] {
  const found = learned.map((one) => asLearned(random, person.trouble, one))
  const hardship = learned.find(({ kind }) => CIRCUMSTANCE_CLASS[kind] === 'hardship')
  if (hardship !== undefined && chance(random, 0.12)) {
    const kind = pickWeighted(random, person.place.jurisdiction === 'GB' ? SEEKS_HELP_GB : SEEKS_HELP)
    const day = Math.min(when.today - 1, hardship.day + 5)
    found.push({ kind, since: formatDay(day), recorded: writeInstant(when, day, 10 * 3600) })
  }
  const lost = spokeOn === undefined && points?.[0]?.status === 'invalid' && daysPastDue > 90
  if (lost && chance(random, 0.6)) found.push({ kind: 'untraceable', since: formatDay(when.today - 20) })
  if (daysPastDue > 200 && chance(random, 0.02)) found.push({ kind: 'litigation' })
  if (chance(random, 0.006)) found.push({ kind: 'workplaceContactBanned' })
  if (chance(random, 0.003)) found.push({ kind: 'economicAbuse' })
  return found
}

function asLearned(
  random: SeededRandom,
  trouble: Life['person']['trouble'],
  { kind, day, at }: Learned,
): Circumstance {
  if (kind !== trouble.kind) {
    return kind === 'vulnerable'
      ? { kind, since: formatDay(day), recorded: at, driver: pick(random, DRIVERS) }
      : { kind, since: formatDay(day), recorded: at }
  }
  const hardship = CIRCUMSTANCE_CLASS[kind] === 'hardship'
  const ends = trouble.until < day + 400 && (hardship ? chance(random, 0.6) : false)
  return {
    kind,
    since: formatDay(Math.min(day, trouble.from)),
    ...(ends ? { until: formatDay(Math.max(day, trouble.until)) } : {}),
    ...(hardship ? { evidence: chance(random, 0.3) ? 'documented' : 'stated' } : {}),
    recorded: at,
  }
}

const DRIVERS = ['health', 'lifeEvent', 'resilience', 'capability'] as const

type Helps = readonly (readonly [CircumstanceKind, number])[]
const SEEKS_HELP: Helps = [
  ['hardshipApplication', 6],
  ['adviserEngaged', 3],
  ['represented', 1],
]
const SEEKS_HELP_GB: Helps = [
  ['adviserEngaged', 5],
  ['moratorium', 4],
  ['hardshipApplication', 2],
  ['mentalHealthCrisis', 1],
]
