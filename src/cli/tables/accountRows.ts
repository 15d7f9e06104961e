import { read } from 'node:fs'
import { promisify } from 'node:util'
import { type Row, rowOf } from './row.ts'
import { textLines } from './textLines.ts'

/** The rows of one account, in the order of the sources and of their lines. */
export interface AccountRows {
  /** Empty for a row without an id: each is by itself. */
  readonly id: string
  readonly rows: readonly Row[]
  /** How many there were: of lists longer than any may be not all are kept. */
  readonly count: number
  /** Where they begin in the file of ordered rows. */
  readonly offset: number
}

/** One more than the longest list of a case may have: it is refused however long it is. */
const MAX_ROWS = 20_001

/** Read at a time. */
const CHUNK_BYTES = 256 * 1024

/** The accounts from a place in the file of ordered rows on. */
export async function* accountRows(
  file: number,
  offset = 0,
  chunkBytes = CHUNK_BYTES,
): AsyncGenerator<AccountRows, void> {
  const gathered = gather(offset)
  for await (const lines of textLines(bytesFrom(file, offset, chunkBytes)))
    for (const { text } of lines) {
      const done = gathered.add(rowOf(text), Buffer.byteLength(text) + 1)
      if (done !== undefined) yield done
    }
  const last = gathered.take()
  if (last !== undefined) yield last
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
function gather(from: number) {
  let rows: Row[] = []
  let count = 0
  /** Rows of the source the last one is of. */
  let ofSource = 0
  let offset = from
  let at = from
  function take(): AccountRows | undefined {
    const [first] = rows
    const taken = first === undefined ? undefined : { id: first[2], rows, count, offset }
    rows = []
    count = 0
    offset = at
    return taken
  }
  return {
    add(row: Row, bytes: number): AccountRows | undefined {
      const last = rows.at(-1)
      const done = last !== undefined && (row[2] !== last[2] || row[2] === '') ? take() : undefined
      ofSource = count > 0 && last?.[0] === row[0] ? ofSource + 1 : 1
      count += 1
      at += bytes
      if (ofSource <= MAX_ROWS) rows.push(row)
      return done
    },
    take,
  }
}
