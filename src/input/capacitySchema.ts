import * as z from 'zod/mini'
import { ACTION_ORDER } from '../words/actions.ts'
import type { Issue, Parsed } from '../words/issue.ts'
import { MAX_MONEY } from '../words/money.ts'
import { UNLIMITED } from '../words/pool.ts'
import { POOL_UNITS } from '../words/units.ts'
import type { Capacity } from './capacityFile.ts'
import { parseWith, type Sound } from './checkShape.ts'
import { checkNames } from './contradictions.ts'
import { channel, currency, day } from './fields.ts'
import { issueOf } from './issueOf.ts'
import { above, integer, number, oneOf, text } from './ownChecks.ts'
import { anyOf, list, object, record, someOf } from './parts.ts'
import { schemaOf } from './schemaOf.ts'

const optional = z.exactOptional

/** Also a part of the file of prices. */
export const capacitySchema = schemaOf<Capacity>()(
  object({
    currency,
    day,
    days: optional(integer(1, 366)),
    rates: optional(record(currency, above(0, 1e9))),
    pools: list(
      object({
        id: text(128),
        unit: oneOf(POOL_UNITS),
        available: number(0, MAX_MONEY),
        serves: someOf(
          object({
            action: oneOf(ACTION_ORDER),
            channel: optional(channel),
            use: optional(number(0, MAX_MONEY)),
          }),
          100,
        ),
        areas: optional(list(text(), 100_000)),
        day: optional(day),
      }),
      10_000,
    ),
    floors: optional(anyOf(['bucket', 'area'], number(0, 1))),
  }),
)

/** Checks a capacity file. Never throws. */
export const parseCapacity = (value: unknown): Parsed<Capacity> =>
  parseWith(capacitySchema, (sound) => poolIssues(sound, ''), value)

/** What a capacity contradicts itself in; `at` is where it stands in its file. */
export function poolIssues({ pools }: Sound<Capacity>, at: string): Issue[] {
  const issues: Issue[] = []
  checkNames(issues, pools, 'id', `${at}/pools`)
  const place = pools?.findIndex((pool) => pool?.id === UNLIMITED) ?? -1
  if (place >= 0)
    issues.push(issueOf('id.duplicate', `${at}/pools/${place}/id`, `another id than ${UNLIMITED}`, UNLIMITED))
  return issues
}
