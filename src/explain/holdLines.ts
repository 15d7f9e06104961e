import type { Decision, Reason } from './decision.ts'
import { type Line, phrase } from './line.ts'

/** One line for each hold in force: what it is, until when, and what it leaves possible. Said before all else. */
export const holdLines = ({ holds }: Decision): Line[] =>
  holds.map(({ kind: hold, until, allows }) => [
    phrase('rule.hold', until === undefined ? { hold } : { hold, until }),
    allows.length === 0 ? phrase('hold.leavesNothing') : phrase('hold.leaves', { leaves: allows.join() }),
  ])

/** The kinds of holds that bear on a decision: those in force, and announced ones that already stop an action. */
export function holdKinds({ holds, reasons, alternatives }: Decision): readonly string[] {
  const given = [...reasons, ...alternatives.flatMap(({ because }): readonly Reason[] => because)]
  const named = given.flatMap((reason) => (reason.code === 'rule.hold' ? [reason.params.hold] : []))
  return [...holds.map(({ kind }) => kind), ...named]
}
