import { describe, expect, test } from 'vitest'
import { type InputLine, MAX_LINE_BYTES, readLines } from '../../src/cli/io/lines.ts'

async function* stream(...chunks: (string | Uint8Array)[]) {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}

/** Number and text of every line; `null` for one too long to keep. */
async function linesOf(...chunks: (string | Uint8Array)[]): Promise<[number, string | null][]> {
  const found: [number, string | null][] = []
  for await (const lines of readLines(stream(...chunks))) {
    for (const { number, bytes } of lines) {
      found.push([number, bytes === undefined ? null : Buffer.from(bytes).toString('latin1')])
    }
  }
  return found
}

describe('lines end at LF and CRLF only', () => {
  test('both in one file, and the last line without an end', async () => {
    expect(await linesOf('a\nb\r\nc')).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ])
  })
  test('a line feed at the end starts no further line', async () => {
    expect(await linesOf('a\nb\n')).toEqual([
      [1, 'a'],
      [2, 'b'],
    ])
  })
  test('empty lines count, and are left out', async () => {
    expect(await linesOf('\n\r\n\na')).toEqual([[4, 'a']])
  })
  test('a carriage return inside a line, U+2028, U+2029, U+0085, form feed and NUL end nothing', async () => {
    const text = 'a\rb\u2028c\u2029d\u0085e\ff\0g'
    expect(await linesOf(`${text}\nh`)).toEqual([
      [1, Buffer.from(text).toString('latin1')],
      [2, 'h'],
    ])
  })
  test('an empty file has no line', async () => {
    expect(await linesOf()).toEqual([])
    expect(await linesOf('', '')).toEqual([])
  })
})

test('where chunks are cut changes nothing', async () => {
  const bytes = Buffer.from('\uFEFFab\r\n\r\n中文\n\ncd\r\ne')
  const whole = await linesOf(bytes)
  expect(whole.map(([, text]) => text)).toEqual(['ab', Buffer.from('中文').toString('latin1'), 'cd', 'e'])
  for (let size = 1; size < bytes.length; size++) {
    const chunks: Uint8Array[] = []
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
    expect(await linesOf(...chunks)).toEqual(whole)
  }
})

test('read on from the end of any line, the rest is the same', async () => {
  const bytes = Buffer.from('\uFEFFab\r\n\n\uFEFFc\r\n\n\nd\ne')
  const from = async (line: number, byte: number) => {
    const found: InputLine[] = []
    for await (const lines of readLines(stream(bytes.subarray(byte)), { line, byte })) found.push(...lines)
    return found
  }
  const whole = await from(0, 0)
  expect(whole.map(({ number, end }) => [number, end])).toEqual([
    [1, 7],
    [3, 14],
    [6, 18],
    [7, 19],
  ])
  for (const [index, { number, end }] of whole.entries())
    expect(await from(number, end)).toEqual(whole.slice(index + 1))
})

test('a batch ends at every 500th line, wherever chunks are cut', async () => {
  const text = Array.from({ length: 1_700 }, (_, index) => (index % 500 === 499 ? '\n' : `${index}\n`)).join(
    '',
  )
  for (const size of [100, 3_000, 100_000]) {
    const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
      text.slice(index * size, (index + 1) * size),
    )
    let batches = 0
    for await (const lines of readLines(stream(...chunks))) {
      const [first, last] = [lines[0], lines.at(-1)].map((line) => Math.ceil((line?.number ?? 0) / 500))
      expect(last).toBe(first)
      batches += 1
    }
    expect(batches).toBeGreaterThanOrEqual(4)
  }
})

test('a byte-order mark is dropped before the first line and kept anywhere else', async () => {
  const mark = Buffer.from('\uFEFF').toString('latin1')
  expect(await linesOf('\uFEFFa\n\uFEFFb')).toEqual([
    [1, 'a'],
    [2, `${mark}b`],
  ])
  expect(await linesOf('\uFEFF')).toEqual([[1, '']])
})

describe('a line above the limit', () => {
  const longest = Buffer.alloc(MAX_LINE_BYTES, 'x')
  const lengths = async (...chunks: (string | Uint8Array)[]) =>
    (await linesOf(...chunks)).map(([number, text]) => [number, text?.length ?? null])

  test('the longest one allowed, with its mark and its CRLF, is kept', async () => {
    expect(await lengths('\uFEFF', longest, '\r\nb')).toEqual([
      [1, MAX_LINE_BYTES],
      [2, 1],
    ])
  })
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('one byte more is not kept, and the next line is (%s)', async (_, end) => {
    expect(await lengths('a\n', longest, `x${end}b`)).toEqual([
      [1, 1],
      [2, null],
      [3, 1],
    ])
  })
  test('nor at the end of the file, nor in one chunk', async () => {
    expect(await lengths(longest, 'xxxxxx')).toEqual([[1, null]])
    expect(await lengths(Buffer.concat([longest, Buffer.from('xxxxxxxx\nb')]))).toEqual([
      [1, null],
      [2, 1],
    ])
  })
  test('it is never gathered: a gigabyte of it needs little memory', async () => {
    const before = process.memoryUsage().arrayBuffers
    let highest = 0
    async function* endless() {
      for (let count = 0; count < 256; count++) {
        yield Buffer.alloc(4 * 1024 * 1024, 'x')
        highest = Math.max(highest, process.memoryUsage().arrayBuffers - before)
      }
      yield Buffer.from('\nb')
    }
    const seen: (number | undefined)[] = []
    for await (const lines of readLines(endless())) seen.push(...lines.map(({ bytes }) => bytes?.length))
    expect(seen).toEqual([undefined, 1])
    expect(highest).toBeLessThan(256 * 1024 * 1024)
  })
})
