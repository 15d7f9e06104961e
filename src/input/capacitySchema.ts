import * as z from 'zod/mini'
import { ACTION_ORDER } from '../words/actions.ts'
import type { Parsed } from '../words/issue.ts'
import { MAX_MONEY } from '../words/money.ts'
import { UNLIMITED } from '../words/pool.ts'
import { POOL_UNITS } from '../words/units.ts'
import type { Capacity } from './capacityFile.ts'
import { checkNames } from './contradictions.ts'
import { type Contradiction, crossing } from './crossing.ts'
import {
  above,
  anyOf,
  channel,
  currency,
  day,
  integer,
  list,
  number,
  schemaPlace,
  someOf,
  text,
} from './fields.ts'
import { parseFile } from './parseWith.ts'
import type { Sound } from './sound.ts'

const optional = z.exactOptional

/** Also a part of the file of prices. */
export const capacityShape = z.strictObject({
  $schema: schemaPlace,
  currency,
  day,
  days: optional(integer(1, 366)),
  rates: optional(z.record(currency, above(0, 1e9))),
  pools: list(
    z.strictObject({
      id: text(128),
      unit: z.enum(POOL_UNITS),
      available: number(0, MAX_MONEY),
      serves: someOf(
        z.strictObject({
          action: z.enum(ACTION_ORDER),
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
})

export const capacitySchema = capacityShape.check(crossing<Capacity>((sound) => poolIssues(sound, '')))

/** Checks a capacity file. Never throws. */
export const parseCapacity = (value: unknown): Parsed<Capacity> => parseFile<Capacity>(capacitySchema, value)

/** What a capacity contradicts itself in; `at` is where it stands in its file. */
export function poolIssues({ pools }: Sound<Capacity>, at: string): Contradiction[] {
  const found: Contradiction[] = []
  checkNames(found, pools, 'id', `${at}/pools`)
  const place = pools?.findIndex((pool) => pool?.id === UNLIMITED) ?? -1
  if (place >= 0)
    found.push({
      code: 'id.duplicate',
      path: `${at}/pools/${place}/id`,
      expected: `another id than ${UNLIMITED}`,
      got: UNLIMITED,
    })
  return found
}
