import { isUtf8 } from 'node:buffer'
import { LINE_FEED, MAX_LINE_BYTES } from '../lines.ts'

/** A physical line without its line end: its number from 1, and its text, or why it has none. */
export interface TextLine {
  readonly line: number
  readonly text: string | undefined
  readonly fault?: 'line.tooLong' | 'encoding.invalid'
}

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
  /** The bytes of the line that has no end yet; none are kept once it is too long. */
  let rest = Buffer.alloc(0)
  let restTooLong = false
  let number = 0

  function linesOf(block: Buffer): TextLine[] {
    const lines: TextLine[] = []
    for (const found of textsOf(block)) {
      number += 1
      const text = found === undefined ? undefined : bare(found, number)
      if (restTooLong) lines.push({ line: number, text: undefined, fault: 'line.tooLong' })
      else if (text === undefined) lines.push({ line: number, text, fault: 'encoding.invalid' })
      else if (text !== '') lines.push({ line: number, text })
      restTooLong = false
    }
    return lines
  }

  return {
    split(chunk: Uint8Array): readonly TextLine[] {
      const end = chunk.lastIndexOf(LINE_FEED)
      const block = Buffer.concat([rest, chunk.subarray(0, Math.max(end, 0))])
      const lines = end < 0 ? [] : linesOf(block)
      rest = end < 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk.subarray(end + 1))
      if (rest.length > MAX_LINE_BYTES) {
        restTooLong = true
        rest = Buffer.alloc(0)
      }
      return lines
    },
    end: (): readonly TextLine[] => (rest.length > 0 || restTooLong ? linesOf(rest) : []),
  }
}

/** The lines of a block in UTF-8; undefined in the place of one that is not. */
function textsOf(block: Buffer): readonly (string | undefined)[] {
  if (isUtf8(block)) return block.toString().split('\n')
  const texts: (string | undefined)[] = []
  for (let from = 0; from <= block.length; ) {
    const end = block.indexOf(LINE_FEED, from)
    const line = block.subarray(from, end < 0 ? block.length : end)
    texts.push(isUtf8(line) ? line.toString() : undefined)
    from += line.length + 1
  }
  return texts
}

/** Without the carriage return of a line end, and the byte-order mark of a file. */
function bare(text: string, number: number): string {
  const from = number === 1 && text.startsWith('\uFEFF') ? 1 : 0
  const to = text.endsWith('\r') ? text.length - 1 : text.length
  return to - from === text.length ? text : text.slice(from, to)
}
