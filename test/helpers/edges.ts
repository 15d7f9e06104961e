import { expect, test } from 'vitest'
import type { Permission, Permissions } from '../../src/compliance/permissions.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import type { PolicyInput } from '../../src/input/policy.ts'
import { formatInstant, parseInstant } from '../../src/time/instant.ts'
import type { Channel } from '../../src/words/channels.ts'
import { minimalCase } from './minimalCase.ts'
import { permissionsOf } from './permissionsOf.ts'

/** One instant, one channel, and whether contact may be made just then. */
export interface Edge {
  readonly what: string
  readonly at: string
  readonly channel: Channel
  readonly may: boolean
  /** `pack.rule` among the reasons why not. */
  readonly by?: string
  /** First instant at which it may again, in UTC. */
  readonly opens?: string
  readonly purpose?: 'demand' | 'relief'
  readonly given?: Partial<BorrowerCase>
  readonly policy?: PolicyInput
}

/** Tests each edge through parsing, history and permission. */
export function testEdges(base: Partial<BorrowerCase>, edges: readonly Edge[]): void {
  test.each(edges.map((edge) => [edge.what, edge] as const))('%s', (_, edge) => {
    const all = permissionsOf(minimalCase({ ...base, ...edge.given }), edge.at, edge.policy)
    const permission = all[edge.purpose ?? 'demand'][edge.channel]
    expect({ may: mayNow(permission, edge.at), rules: rulesOf(permission) }).toEqual({
      may: edge.may,
      rules: edge.by === undefined ? expect.anything() : expect.arrayContaining([edge.by]),
    })
    if (edge.opens !== undefined) expect(opensAt(permission)).toBe(edge.opens)
  })
}

/** Whether a legal window is open at the instant itself. */
const mayNow = (permission: Permission, at: string): boolean =>
  permission.status === 'open' && permission.window?.from === parseInstant(at)

/** The rules its reasons point at, as `pack.rule`. */
export const rulesOf = (permission: Permission): string[] =>
  permission.because.flatMap(({ rule }) => (rule === undefined ? [] : [`${rule.pack}.${rule.id}`]))

/** The holds in force with the rule each goes by: `['dispute us.dispute']`. */
export const holdsOf = (permissions: Permissions): string[] =>
  permissions.holds.map(({ kind, because: { rule } }) => `${kind} ${rule?.pack}.${rule?.id}`)

/** The first instant with a legal window, in UTC. */
const opensAt = ({ opensAt: at }: Permission): string | undefined =>
  at === undefined ? undefined : formatInstant(at, 0)
