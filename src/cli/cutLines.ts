import { BATCH_LINES, type Position } from './lines.ts'

/** Outputs are cut where the number of a line passes a multiple of this: there, a killed run can be gone on with. */
export const CUT_LINES = 2 * BATCH_LINES

/** Whether outputs are cut between these two places, each of which ends a batch. */
export const cutBetween = (before: Position, after: Position): boolean =>
  stretchOf(after.line) > stretchOf(before.line)

/** Lines of one stretch come between the same two cuts. */
const stretchOf = (line: number): number => Math.floor((line - 1) / CUT_LINES)
