import type { Decision } from './decision.ts'
import { type Line, phrase } from './line.ts'

/** One line for each hold in force: what it is, until when, and what it leaves possible. Said before all else. */
export const holdLines = ({ holds }: Decision): Line[] =>
  holds.map(({ kind: hold, until, allows }) => [
    phrase('rule.hold', until === undefined ? { hold } : { hold, until }),
    allows.length === 0 ? phrase('hold.leavesNothing') : phrase('hold.leaves', { leaves: allows.join() }),
  ])
