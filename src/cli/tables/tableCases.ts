import { withRoom } from '../../numbers/numberLists.ts'
import { ndjson } from '../io/lines.ts'
import type { Reject } from '../io/readRecord.ts'
import { EXIT, stop } from '../stop.ts'
import { accountRows, rowAt } from './accountRows.ts'
import type { Source } from './columnPlan.ts'
import type { OrderedRows } from './orderedRows.ts'
import { caseLine, placeDuplicate, placeReject } from './placeReject.ts'
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
  const isAccount = new Set(sources.flatMap(({ table }, i) => (table === 'accounts' ? [`${i}`] : [])))
  // What each line is about, so that a reader of one can ask: where the rows of its account begin; or less than
  // nothing for a further row of the accounts, where that one begins.
  let offsets = new Float64Array(1024)
  let accountLines = new Float64Array(1024)
  let lines = 0
  const note = (offset: number, accountLine: number): void => {
    offsets = withRoom(offsets, lines)
    accountLines = withRoom(accountLines, lines)
    offsets[lines] = offset
    accountLines[lines++] = accountLine
  }
  let file: number | undefined
  async function* chunks() {
    const { counts, file: opened } = await ordered()
    file = opened
    let text = ''
    let rows = 0
    for await (const account of accountRows(opened, isAccount)) {
      // They come before all accounts.
      if (account.id === '') for (const row of account.rows) refuseOwnerless(row, sources)
      rows += account.count
      note(account.offset, Number(account.rows[0]?.[1]))
      text += caseLine(account, sources)
      for (const { line, offset } of account.others) {
        note(-offset, line)
        text += ndjson({ id: account.id })
        if (text.length < CHUNK) continue
        yield Buffer.from(text)
        text = ''
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
    lineOf: (line) => (line <= lines ? (accountLines[line - 1] ?? line) : line),
    async placed(reject) {
      const offset = offsets[reject.line - 1]
      if (file === undefined || offset === undefined || reject.line > lines) return reject
      if (offset < 0) {
        const row = await rowAt(file, -offset)
        return row === undefined ? reject : placeDuplicate(reject, row, sources)
      }
      for await (const account of accountRows(file, isAccount, offset, ACCOUNT_BYTES))
        return placeReject(reject, account, sources)
      return reject
    },
  }
}
