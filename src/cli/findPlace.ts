import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlaceBecause } from '../portfolio/prioritised.ts'
import type { Host } from './host.ts'
import { readLines } from './lines.ts'
import { openInput, unreadable } from './openInput.ts'
import { readRecord } from './readRecord.ts'
import { EXIT, stop } from './stop.ts'
import { isWorklistName, LEFT_NAME, type ListedItem } from './writeWorklists.ts'

/** Where an account is in a plan: on a list with so many others, or on none. */
export type Place =
  | { readonly item: ListedItem; readonly of: number }
  | { readonly item?: undefined; readonly because: PlaceBecause }

/**
 * Looks an account up in a folder that `prioritise --out` wrote.
 *
 * @throws a Stop when the folder holds no plan, when the account is nowhere in it, or when it is there twice, as in
 * a folder that lists of an earlier plan are left in.
 */
export async function findPlace(id: string, folder: string, host: Host): Promise<Place> {
  const found: { readonly name: string; readonly place: Place }[] = []
  for (const name of await planIn(folder)) {
    const { value, lines } = await look(id, join(folder, name), host)
    if (value === undefined) continue
    const place = name === LEFT_NAME ? (value as Place) : { item: value as ListedItem, of: lines }
    if (!isPlace(place)) throw stop(EXIT.usage, `${join(folder, name)} is not what prioritise writes`)
    found.push({ name, place })
  }
  const [first, second] = found
  if (first === undefined) throw stop(EXIT.usage, `no account with this id in the plan in ${folder}`)
  if (second !== undefined)
    throw stop(
      EXIT.usage,
      `this id stands in both ${first.name} and ${second.name} in ${folder}; are lists of an earlier plan left there?`,
    )
  return first.place
}

/** The names of its files; those left are written last, so where they are the plan is whole. */
async function planIn(folder: string): Promise<string[]> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    throw unreadable(`--worklists ${folder}`, error)
  }
  if (!names.includes(LEFT_NAME))
    throw stop(EXIT.usage, `--worklists ${folder}: no plan is there, for it has no ${LEFT_NAME}`)
  return [...names.filter(isWorklistName).sort(), LEFT_NAME]
}

/** The value with this id, and how many lines the file has. */
async function look(id: string, path: string, host: Host) {
  const input = await openInput(path, host)
  const written = JSON.stringify(id)
  let value: unknown
  let count = 0
  for await (const lines of readLines(input.chunks)) {
    count += lines.length
    for (const line of lines) {
      // Reading a line as JSON takes many times as long as seeing that the id is not on it.
      if (line.bytes === undefined || !holds(line.bytes, written)) continue
      const record = readRecord(line)
      if (record?.ok && record.id === id) value = record.value
    }
  }
  return { value, lines: count }
}

/** Whether a text stands in these bytes, which are not copied. */
const holds = ({ buffer, byteOffset, length }: Uint8Array, text: string): boolean =>
  Buffer.from(buffer, byteOffset, length).includes(text)

/** Looks at what is said of a place, and at nothing else. */
function isPlace(place: Place): boolean {
  if (place.item === undefined) return Array.isArray(place.because)
  const { pool, rank, perUnit, alternative, because } = place.item
  return (
    typeof pool === 'string' &&
    Number.isInteger(rank) &&
    Number.isFinite(perUnit) &&
    typeof alternative?.kind === 'string' &&
    Array.isArray(because)
  )
}
