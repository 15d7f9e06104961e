import { contextAt } from '../../src/entry/contextAt.ts'
import { decide } from '../../src/entry/decide.ts'
import type { Context } from '../../src/input/context.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import type { Library } from '../../src/simulate/proposals.ts'

/** Decisions as any host gets them. */
export const library = (context: Context): Library => ({
  advise: (record, asOf) => {
    const then = contextAt(context, asOf)
    const parsed = parseCase(record, then)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues[0]))
    return decide(parsed.value, then)
  },
  openWays: () => [],
})
