import { hostname } from 'node:os'
import { beside } from '../io/output.ts'
import type { NamedOutput } from '../io/refuseLoss.ts'

/** The files that a run with a journal keeps beside its outputs until these are in place, by the path of an output. */

/** What is written of an output. */
export const partialOf = (target: string): string => beside(target, 'partial')
/** The journal, beside the decisions. */
export const journalOf = (decisions: string): string => beside(decisions, 'journal')
/** The next journal, before it takes the place of the one before. */
export const nextOf = (journal: string): string => `${journal}.next`
/** The log of ids, beside the decisions. */
export const idsOf = (decisions: string): string => beside(decisions, 'ids')
/** The folder where rows of tables are put in order, beside the decisions. */
export const tablesFolderBeside = (decisions: string): string => beside(decisions, 'tables')
/** The lock of an output, held by a process of this machine. */
export const lockOf = (target: string): string => beside(target, `${process.pid}@${MACHINE}.lock`)

export const MACHINE = hostname().replace(/[^\w.-]/g, '_')

/** An option that names an output, and where its links lead. */
export type PlacedOutput = readonly [option: string, target: string]

/** Everything that a run with these outputs keeps, the decisions being the first. */
export function keptFiles(outputs: readonly [PlacedOutput, ...PlacedOutput[]]): readonly NamedOutput[] {
  const [[option, decisions]] = outputs
  const journal = journalOf(decisions)
  return [
    ...outputs.flatMap(([option, target]): NamedOutput[] => [
      [`what is written of ${option},`, partialOf(target)],
      [`the lock of ${option},`, lockOf(target)],
    ]),
    [`the journal of ${option},`, journal],
    [`the next journal of ${option},`, nextOf(journal)],
    [`the ids of ${option},`, idsOf(decisions)],
  ]
}
