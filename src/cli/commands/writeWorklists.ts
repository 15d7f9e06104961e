import { readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Prioritised, Worklist, WorklistItem } from '../../portfolio/prioritised.ts'
import { ndjson } from '../io/lines.ts'
import type { OutputFiles } from '../io/openOutputs.ts'
import type { Output } from '../io/output.ts'
import { type InputFile, type NamedOutput, refuseLoss } from '../io/refuseLoss.ts'
import { EXIT, stop, systemReason } from '../stop.ts'

/** Every item on a line of its own, with the pool and area of its worklist. */
export async function writeItems({ worklists }: Prioritised, output: Output): Promise<void> {
  for (const worklist of worklists) await writeBatches(output, worklist.items, itemOf(worklist))
}

/** A line of a worklist: what is to be done, and on whose list it stands. */
export type ListedItem = Pick<Worklist, 'pool' | 'area'> & WorklistItem

const itemOf =
  ({ pool, area }: Worklist) =>
  (item: WorklistItem): ListedItem => ({ pool, ...(area === undefined ? {} : { area }), ...item })

/** Lines written at a time: enough that writing costs little. */
const BATCH = 500

async function writeBatches<T>(
  output: Output,
  items: readonly T[],
  lineOf: (item: T) => object,
): Promise<void> {
  for (let from = 0; from < items.length; from += BATCH)
    await output.write(
      items
        .slice(from, from + BATCH)
        .map((item) => ndjson(lineOf(item)))
        .join(''),
    )
}

export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    throw stop(EXIT.usage, `cannot write ${path}: ${systemReason(error)}`)
  }
}

/**
 * A file for each worklist and, last, one for those left, to be put in place together.
 *
 * @throws a Stop where one would replace something the command reads or writes besides, or where the folder holds
 * worklists that would stay: an old plan among the new one would have people contacted twice.
 */
export async function writeFolder(
  folder: string,
  { worklists, left }: Prioritised,
  files: OutputFiles,
  others: { readonly inputs: readonly InputFile[]; readonly outputs: readonly NamedOutput[] },
): Promise<void> {
  const names = worklists.map(({ pool, area }, place) => worklistName(place, pool, area))
  const paths = [...names, LEFT_NAME].map((name) => join(folder, name))
  refuseLoss(others.inputs, [], [...others.outputs, ...paths.map((path): NamedOutput => ['--out', path])])
  refuseOlder(folder, new Set(names))
  const write = async <T>(path: string, items: readonly T[], lineOf: (item: T) => object) => {
    const file = await files.open(path, EXIT.usage)
    await writeBatches(file, items, lineOf)
    // There may be more of them than a process may have open.
    await file.close()
  }
  for (const [place, worklist] of worklists.entries())
    await write(paths[place] as string, worklist.items, itemOf(worklist))
  await write(join(folder, LEFT_NAME), left, (one) => one)
}

/** Ids may hold what no file name may: a number in front keeps names apart all the same. */
const worklistName = (place: number, pool: string, area: string | undefined): string => {
  const words = [`${place + 1}`.padStart(3, '0'), pool, ...(area === undefined ? [] : [area])]
  return `${words
    .join('-')
    .replace(/[^\p{L}\p{N}_-]/gu, '_')
    .slice(0, MOST_CHARACTERS)}.ndjson`
}

/** Three bytes each in UTF-8, and the ending of a file that is being written, stay below the 255 of file systems. */
const MOST_CHARACTERS = 60

/** The file of those who are on no list. */
export const LEFT_NAME = 'left.ndjson'

/** Whether a file has the name of a worklist. */
export const isWorklistName = (name: string): boolean => /^\d{3,}-.*\.ndjson$/u.test(name)

function refuseOlder(folder: string, names: ReadonlySet<string>): void {
  const older = readdirSync(folder).find((name) => isWorklistName(name) && !names.has(name))
  if (older !== undefined)
    throw stop(
      EXIT.usage,
      `--out ${folder} holds ${older}, a worklist of another plan; give a folder without`,
    )
}
