import { isUtf8 } from 'node:buffer'
import { LINE_FEED, MAX_LINE_BYTES } from '../io/lines.ts'

/** A physical line without its line end, and its number from 1. */
export interface TextLine {
  readonly line: number
  /** With U+FFFD for bytes that are no UTF-8; of a line that is too long, as much as may say whose it is. */
  readonly text: string
  readonly fault: 'line.tooLong' | 'encoding.invalid' | undefined
}

/** Kept of a line that is too long. */
const HEAD_BYTES = 4096

/**
 * The lines of a table's file, as many at a time as a chunk completes; empty ones are counted and left out. Rows are
 * short and many: turned into text by the chunk they cost a fifth of what `readLines` takes, which is for records.
 */
export async function* textLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly TextLine[], void> {
  const splitter = startSplitting()
  for await (const chunk of chunks) {
    const lines = splitter.split(chunk)
    if (lines.length > 0) yield lines
  }
  yield splitter.end()
}

function startSplitting() {
  /** The bytes of the line that has no end yet; once it is too long, those it begins with. */
  let rest = Buffer.alloc(0)
  let restTooLong = false
  let number = 0

  function linesOf(block: Buffer): TextLine[] {
    const lines: TextLine[] = []
    const add = (whole: string, invalid?: 'encoding.invalid'): void => {
      number += 1
      const text = bare(whole, number)
      const fault = restTooLong ? 'line.tooLong' : invalid
      if (text !== '' || fault !== undefined) lines.push({ line: number, text, fault })
      restTooLong = false
    }
    if (isUtf8(block)) for (const text of block.toString().split('\n')) add(text)
    else
      for (const line of linesIn(block)) add(line.toString(), isUtf8(line) ? undefined : 'encoding.invalid')
    return lines
  }

  return {
    split(chunk: Uint8Array): readonly TextLine[] {
      const end = chunk.lastIndexOf(LINE_FEED)
      const first = restTooLong ? chunk.indexOf(LINE_FEED) : 0
      const block = Buffer.concat([rest, chunk.subarray(Math.max(first, 0), Math.max(end, 0))])
      const lines = end < 0 ? [] : linesOf(block)
      if (end >= 0) rest = Buffer.from(chunk.subarray(end + 1))
      else if (!restTooLong) rest = Buffer.concat([rest, chunk])
      if (rest.length > MAX_LINE_BYTES) {
        restTooLong = true
        rest = rest.subarray(0, HEAD_BYTES)
      }
      return lines
    },
    end: (): readonly TextLine[] => (rest.length > 0 || restTooLong ? linesOf(rest) : []),
  }
}

function* linesIn(block: Buffer): Generator<Buffer, void> {
  for (let from = 0; from <= block.length; ) {
    const end = block.indexOf(LINE_FEED, from)
    const line = block.subarray(from, end < 0 ? block.length : end)
    yield line
    from += line.length + 1
  }
}

/** Without the carriage return of a line end, and the byte-order mark of a file. */
function bare(text: string, number: number): string {
  const from = number === 1 && text.startsWith('\uFEFF') ? 1 : 0
  const to = text.endsWith('\r') ? text.length - 1 : text.length
  return to - from === text.length ? text : text.slice(from, to)
}
