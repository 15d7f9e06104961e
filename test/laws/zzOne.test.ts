import { test } from 'vitest'
import { worldOf } from './anyWorld.ts'
import { forbidden } from './naiveChecker.ts'
import { CHANNELS } from '../../src/kernel/contactOutcome.ts'
import { short } from '../compliance/given.ts'
import { readFileSync } from 'node:fs'
test('one', () => {
  const [drawn] = JSON.parse(readFileSync('/tmp/one.json', 'utf8'))
  const { world, permissions } = worldOf(drawn)
  for (const p of ['demand', 'relief'] as const) for (const c of CHANNELS) {
    const x = permissions[p][c]
    console.log(p, c, x.to, x.point, short(x), x.opensAt && (['borrower', 'representative'] as const).map((to) => forbidden(world, { channel: c, purpose: p, to, point: world.case.contactPoints?.find((q) => q.key === x.point) }, x.opensAt!)))
  }
})
