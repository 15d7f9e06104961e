import { ndjson } from '../ndjson.ts'
import type { Reject } from '../readRecord.ts'
import { EXIT, stop } from '../stop.ts'
import { type AccountRows, accountRows } from './accountRows.ts'
import { caseOfRows, sourceOf } from './caseOfRows.ts'
import type { Source } from './columnPlan.ts'
import type { OrderedRows } from './orderedRows.ts'
import { placeReject } from './placeReject.ts'
import { refuseOwnerless } from './refuseOwnerless.ts'

/** Bytes handed on at a time, or a little more. */
const CHUNK = 128 * 1024
/** Read at a time where one account is asked for. */
const ACCOUNT_BYTES = 16 * 1024

/** The cases of ordered rows as NDJSON. */
export interface TableCases {
  readonly chunks: AsyncIterable<Uint8Array>
  /** A reject of one of their lines, in terms of the tables. */
  readonly placed: (reject: Reject) => Promise<Reject>
  /** The line of the accounts' file that one of them is from. */
  readonly lineOf: (line: number) => number
}

/** Puts cases together, a line each; what comes to no case has a line that is refused, so that nothing is lost. */
export function tableCases(ordered: () => Promise<OrderedRows>, sources: readonly Source[]): TableCases {
  // Where the rows of each line begin, and the accounts' line: so that whoever reads a line can ask what it is about.
  const offsets = growing()
  const accountLines = growing()
  let file: number | undefined
  async function* chunks() {
    const { counts, file: opened } = await ordered()
    file = opened
    let text = ''
    let rows = 0
    for await (const account of accountRows(opened)) {
      // They come before all accounts.
      if (account.id === '') for (const row of account.rows) refuseOwnerless(row, sources)
      rows += account.count
      for (const line of linesOf(account, sources)) {
        offsets.push(account.offset)
        accountLines.push(Number(account.rows[0]?.[1]))
        text += ndjson(line)
      }
      if (text.length < CHUNK) continue
      yield Buffer.from(text)
      text = ''
    }
    yield Buffer.from(text)
    const there = counts.reduce((sum, count) => sum + count, 0)
    if (rows !== there) throw stop(EXIT.defect, `of ${there} rows ${rows} came out of the ordering`)
  }
  return {
    chunks: chunks(),
    lineOf: (line) => accountLines.at(line - 1) ?? line,
    async placed(reject) {
      const offset = offsets.at(reject.line - 1)
      if (file === undefined || offset === undefined) return reject
      let place = 0
      while (offsets.at(reject.line - 2 - place) === offset) place++
      for await (const account of accountRows(file, offset, ACCOUNT_BYTES))
        return placeReject(reject, { account, place }, sources)
      return reject
    },
  }
}

/** A line for the account, or for rows without one, and one for every further account of the id. */
function linesOf(account: AccountRows, sources: readonly Source[]): readonly object[] {
  const { id, rows } = account
  // They come first.
  const after = rows.findIndex((row) => sourceOf(row, sources).table !== 'accounts')
  const accounts = after < 0 ? rows.length : after
  const line = accounts === 0 ? idAlone(id) : caseOfRows(account, sources)
  return accounts < 2 ? [line] : [line, ...Array.from({ length: accounts - 1 }, () => idAlone(id))]
}

const idAlone = (id: string): object => (id === '' ? {} : { id })

/** A list of numbers of eight bytes each. */
function growing() {
  let numbers = new Float64Array(1024)
  let length = 0
  return {
    push(number: number): void {
      if (length === numbers.length) {
        const more = new Float64Array(2 * length)
        more.set(numbers)
        numbers = more
      }
      numbers[length++] = number
    },
    at: (place: number): number | undefined => (place >= 0 && place < length ? numbers[place] : undefined),
  }
}
