import type { TrainingRow } from '../train/readRows.ts'
import type { Host } from './host.ts'
import { openCases } from './openCases.ts'
import { readAllCases } from './readAllCases.ts'
import { readColumn } from './readColumn.ts'
import type { InputFile } from './refuseLoss.ts'
import type { Settings } from './settings.ts'
import { pathStats } from './target.ts'
import { withOutcomes } from './withOutcomes.ts'

/** The files that past cases and what became of them are read from. */
export interface TrainingFiles {
  readonly outcomes: string
  readonly groups?: string
  readonly mapping?: string
}

/** Cases with their outcomes, not read yet; `files` are what no result may be put over. */
export interface TrainingInput {
  readonly files: readonly InputFile[]
  readonly read: (settings: Settings) => Promise<TrainingRow[]>
}

/**
 * Opens the cases and names the files beside them; the small ones are read first, so that a wrong one is known soon.
 * `option` is the one that names the outcomes.
 */
export async function trainingInput(
  cases: string,
  { outcomes, groups, mapping }: TrainingFiles,
  host: Host,
  option = '--outcomes',
): Promise<TrainingInput> {
  const input = await openCases(cases, { mapping }, host)
  return {
    files: [
      ...input.files,
      { name: option, file: pathStats(outcomes) },
      ...(groups === undefined ? [] : [{ name: '--groups', file: pathStats(groups) }]),
    ],
    read: async (settings) => {
      const said = { option, path: outcomes, column: await readColumn(option, outcomes, 'bad') }
      const grouped =
        groups === undefined
          ? undefined
          : { option: '--groups', path: groups, column: await readColumn('--groups', groups, 'group') }
      return withOutcomes(await readAllCases(input, settings), input.name, said, grouped)
    },
  }
}
