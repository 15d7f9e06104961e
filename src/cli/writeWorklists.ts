import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Prioritised, Worklist, WorklistItem } from '../portfolio/prioritised.ts'
import type { Host } from './host.ts'
import { ndjson } from './ndjson.ts'
import { fileOutput, type Output } from './output.ts'
import { EXIT, stop, systemReason } from './stop.ts'

/** A line of a worklist: what is to be done, and on whose list it stands. */
export type ListedItem = Pick<Worklist, 'pool' | 'area'> & WorklistItem

/** Every item on a line of its own, with the pool and area of its worklist. */
export async function writeItems({ worklists }: Prioritised, output: Output): Promise<void> {
  for (const list of worklists) await writeBatches(output, list.items, itemOf(list))
}

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

/** A file for each worklist and one for those left; each takes its name when all are whole, those left last. */
export async function writeFolder(
  folder: string,
  { worklists, left }: Prioritised,
  host: Host,
): Promise<void> {
  const files: Output[] = []
  const written = async <T>(name: string, items: readonly T[], lineOf: (item: T) => object) => {
    const file = await fileOutput(join(folder, name), host, EXIT.usage)
    files.push(file)
    await writeBatches(file, items, lineOf)
    await file.close()
  }
  try {
    for (const [place, list] of worklists.entries())
      await written(worklistName(place, list), list.items, itemOf(list))
    await written(LEFT_NAME, left, (one) => one)
    for (const file of files) await file.place()
  } catch (error) {
    for (const file of files) file.discard()
    throw error
  }
}

/** The file of those who are on no list. */
export const LEFT_NAME = 'left.ndjson'

/** Whether a file has the name of a worklist. */
export const isWorklistName = (name: string): boolean => /^\d{3,}-.*\.ndjson$/u.test(name)

/** Ids may hold what no file name may: a number in front keeps names apart all the same. */
const worklistName = (place: number, { pool, area }: Worklist): string => {
  const words = [`${place + 1}`.padStart(3, '0'), pool, ...(area === undefined ? [] : [area])]
  return `${words
    .join('-')
    .replace(/[^\p{L}\p{N}_-]/gu, '_')
    .slice(0, 80)}.ndjson`
}
