import { read } from 'node:fs'
import { promisify } from 'node:util'
import { type Row, rowOf } from './row.ts'
import { textLines } from './textLines.ts'

/** The rows of one account, in the order of the sources and of their lines. */
export interface AccountRows {
  /** Empty for a row without an id: each is by itself. */
  readonly id: string
  /** Its row of the accounts, where it has one, and those of the other tables. */
  readonly rows: readonly Row[]
  /** Further rows of the accounts with its id. */
  readonly others: readonly RowPlace[]
  /** How many rows there are in all. */
  readonly count: number
  /** Where they begin in the file of ordered rows. */
  readonly offset: number
  /** The row with which they came to more bytes than are kept; it and those after it are left out. */
  readonly over: Row | undefined
}

/** Where a row stands: its line in its own table, and its first byte in the file of ordered rows. */
export interface RowPlace {
  readonly line: number
  readonly offset: number
}

/** Bytes of an account's rows that are kept: what they come to is a case of more bytes than any may have. */
export const MAX_ACCOUNT_BYTES = 8 * 1024 * 1024

/** Read at a time. */
const CHUNK_BYTES = 256 * 1024

/** The accounts from a place in the file of ordered rows on. `isAccount`: which sources are of the accounts. */
export async function* accountRows(
  file: number,
  isAccount: ReadonlySet<string>,
  offset = 0,
  chunkBytes = CHUNK_BYTES,
): AsyncGenerator<AccountRows, void> {
  const gathered = gather(offset, isAccount)
  for await (const lines of textLines(bytesFrom(file, offset, chunkBytes)))
    for (const { text } of lines) {
      const done = gathered.add(rowOf(text), Buffer.byteLength(text) + 1)
      if (done !== undefined) yield done
    }
  const last = gathered.take()
  if (last !== undefined) yield last
}

/** Read for one row: more than most have. */
const ROW_BYTES = 1024

/** The row at a place in the file of ordered rows; undefined behind the last. */
export async function rowAt(file: number, offset: number): Promise<Row | undefined> {
  for await (const [line] of textLines(bytesFrom(file, offset, ROW_BYTES)))
    if (line !== undefined) return rowOf(line.text)
  return undefined
}

const readFile = promisify(read)

/** No stream: one that is left half-way closes the file. */
async function* bytesFrom(
  file: number,
  offset: number,
  chunkBytes: number,
): AsyncGenerator<Uint8Array, void> {
  for (let at = offset; ; ) {
    const { buffer, bytesRead } = await readFile(file, Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, at)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    at += bytesRead
  }
}

/** Gathers the rows of an account, and gives them away when the next one begins. */
function gather(from: number, isAccount: ReadonlySet<string>) {
  let rows: Row[] = []
  let others: RowPlace[] = []
  let count = 0
  let over: Row | undefined
  let kept = 0
  let offset = from
  let at = from
  function take(): AccountRows | undefined {
    const [first] = rows
    const taken = first && { id: first[2], rows, others, count, offset, over }
    rows = []
    others = []
    count = 0
    over = undefined
    kept = 0
    offset = at
    return taken
  }
  return {
    add(row: Row, bytes: number): AccountRows | undefined {
      const [first] = rows
      const done = first !== undefined && (row[2] !== first[2] || row[2] === '') ? take() : undefined
      count += 1
      if (rows.length > 0 && isAccount.has(row[0])) others.push({ line: Number(row[1]), offset: at })
      else if (kept + bytes <= MAX_ACCOUNT_BYTES || rows.length === 0) {
        rows.push(row)
        kept += bytes
      } else {
        over ??= row
        kept = MAX_ACCOUNT_BYTES
      }
      at += bytes
      return done
    },
    take,
  }
}
