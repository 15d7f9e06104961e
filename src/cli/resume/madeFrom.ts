import { canonicalJson } from '../../numbers/canonicalHash.ts'
import type { LineSettings } from '../commands/decideLines.ts'
import { MEMBER_BYTES } from '../io/gzipOutput.ts'
import { BATCH_LINES, type Position } from '../io/lines.ts'

/** Everything that decides what a run writes, and where, by what it is called in messages. */
export type MadeFrom = Readonly<Record<string, string>>

/**
 * What a run over these cases is made from. How many workers decide changes nothing in it.
 * `cases`: their fingerprint; `outputs`: the path of each output, by its option.
 */
export function madeFrom(cases: string, settings: LineSettings, outputs: MadeFrom): MadeFrom {
  const { context, asOfRecord, ...options } = settings
  return {
    'the cases': cases,
    'the policy': context.versions.policy,
    'the model': context.versions.model,
    'the engine': `${context.versions.engine}, node ${process.version}, time zones ${process.versions.tz}`,
    'the outputs’ members': `cut every ${CUT_LINES} lines and ${MEMBER_BYTES} bytes, zlib ${process.versions.zlib}`,
    '--as-of': asOfRecord ? 'record' : context.asOf,
    '--later': context.later,
    ...Object.fromEntries(
      Object.entries(options).map(([name, value]) => [`--${name}`, canonicalJson(value)]),
    ),
    ...outputs,
  }
}

/** The first thing that differs. */
export const difference = (a: MadeFrom, b: MadeFrom): string | undefined =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].find((key) => a[key] !== b[key])

/** Outputs are cut where the number of a line passes a multiple of this: there, a killed run can be gone on with. */
const CUT_LINES = 2 * BATCH_LINES

/** Whether outputs are cut between these two places, each of which ends a batch. */
export const cutBetween = (before: Position, after: Position): boolean =>
  stretchOf(after.line) > stretchOf(before.line)

/** Lines of one stretch come between the same two cuts. */
const stretchOf = (line: number): number => Math.floor((line - 1) / CUT_LINES)
