/** The longest line that is read, in bytes without its line end. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024

/**
 * A batch never reaches over a multiple of so many lines, however short they are: what becomes of it stays small as
 * well, and where batches can end does not depend on how the input came in.
 */
export const BATCH_LINES = 500

/** A physical line: its number from 1, and its bytes without the line feed; undefined when it was too long to keep. */
export interface InputLine {
  readonly number: number
  readonly bytes: Uint8Array | undefined
  /** Bytes of the input up to the next line. */
  readonly end: number
}

/** How far an input is read: lines, and bytes of them. */
export interface Position {
  readonly line: number
  readonly byte: number
}

export const START: Position = { line: 0, byte: 0 }

export const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/**
 * Splits a stream of bytes into lines, as many at a time as a chunk completes, at most `BATCH_LINES`. Lines end at
 * LF or CRLF only, so a U+2028 inside a string stays where it is; a byte-order mark before the first line is dropped.
 * Empty lines are counted and left out. Of a line that is too long no more than the allowed length is ever kept.
 * `from`: what stands before the first chunk, which begins a line.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  from: Position = START,
): AsyncGenerator<readonly InputLine[], void> {
  const unfinished = startLine()
  let { line: number, byte: before } = from
  const take = (end: number): InputLine => {
    number += 1
    const bytes = unfinished.take()
    return { number, bytes: bytes === undefined ? undefined : withoutLineEnd(bytes, number), end }
  }
  for await (const chunk of chunks) {
    let lines: InputLine[] = []
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      unfinished.add(chunk.subarray(from, end))
      from = end + 1
      const line = take(before + from)
      if (line.bytes?.length !== 0) lines.push(line)
      if (number % BATCH_LINES > 0 || lines.length === 0) continue
      yield lines
      lines = []
    }
    unfinished.add(chunk.subarray(from))
    before += chunk.length
    if (lines.length > 0) yield lines
  }
  if (unfinished.begun()) yield [take(before)]
}

/** Gathers the pieces of the line being read, and forgets them once they are too many. */
function startLine() {
  let pieces: Uint8Array[] = []
  let length = 0
  // Room for a carriage return and a byte-order mark, which are no part of the line.
  const room = MAX_LINE_BYTES + 1 + BYTE_ORDER_MARK.length
  return {
    add(piece: Uint8Array): void {
      length += piece.length
      if (length > room) pieces = []
      else if (piece.length > 0) pieces.push(piece)
    },
    begun: (): boolean => length > 0,
    take(): Uint8Array | undefined {
      const bytes =
        length > room ? undefined : pieces.length === 1 ? pieces[0] : Buffer.concat(pieces, length)
      pieces = []
      length = 0
      return bytes
    },
  }
}

function withoutLineEnd(bytes: Uint8Array, number: number): Uint8Array | undefined {
  const marked = number === 1 && BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte)
  const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length
  const line = bytes.subarray(marked ? BYTE_ORDER_MARK.length : 0, end)
  return line.length > MAX_LINE_BYTES ? undefined : line
}

/** One line of NDJSON. */
export const ndjson = (value: object): string => `${JSON.stringify(value)}\n`
