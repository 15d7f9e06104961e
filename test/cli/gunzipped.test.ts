import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { gunzipped } from '../../src/cli/io/openInput.ts'
import { EXIT } from '../../src/cli/stop.ts'

async function* stream(chunks: readonly Uint8Array[]) {
  for (const chunk of chunks) yield chunk
}

async function textOf(...chunks: Uint8Array[]): Promise<string> {
  const found: Uint8Array[] = []
  for await (const chunk of gunzipped('cases', stream(chunks), 1024)) found.push(chunk)
  return Buffer.concat(found).toString('latin1')
}

const long = 'the same again\n'.repeat(5_000)
const one = gzipSync(long)
const two = gzipSync('second\n')

describe('bytes that begin like gzip come out decompressed', () => {
  test('one member, several, and one with nothing in it', async () => {
    expect(await textOf(one)).toBe(long)
    expect(await textOf(one, two, one)).toBe(`${long}second\n${long}`)
    expect(await textOf(gzipSync(''))).toBe('')
  })
  test('wherever their chunks are cut', async () => {
    const bytes = Buffer.concat([one, two])
    for (const size of [1, 2, 3, one.length, one.length + 1]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      )
      expect(await textOf(...chunks)).toBe(`${long}second\n`)
    }
  })
})

test('anything else comes out as it is', async () => {
  expect(await textOf()).toBe('')
  for (const text of ['a', '\x1f', '\x1f\x1f\x8b', 'a\x1f\x8b', long]) {
    expect(await textOf(Buffer.from(text, 'latin1'))).toBe(text)
    expect(await textOf(...[...text.slice(0, 5)].map((byte) => Buffer.from(byte, 'latin1')))).toBe(
      text.slice(0, 5),
    )
  }
})

describe('what is no whole gzip stream is refused, not read in part', () => {
  const flipped = Buffer.from(one)
  flipped.writeUInt8(flipped.readUInt8(one.length - 6) ^ 1, one.length - 6)
  test.each([
    ['cut off in the first member', [one.subarray(0, -1)]],
    ['cut off in the second', [one, two.subarray(0, 9)]],
    ['cut off in its magic bytes', [one, two.subarray(0, 1)]],
    ['a wrong checksum', [flipped]],
    ['text after its end', [one, Buffer.from('more')]],
    ['text after its end, in one chunk', [Buffer.concat([one, Buffer.from('more')])]],
    ['zeros after its end, where decompressors stop quietly', [one, Buffer.alloc(9), two]],
    ['one zero after its end', [Buffer.concat([one, Buffer.alloc(1)])]],
  ])('%s', async (_, chunks) => {
    await expect(textOf(...chunks)).rejects.toMatchObject({
      exitStatus: EXIT.usage,
      message: expect.stringMatching(/^cannot read cases: its gzip stream is cut off or broken \([^\n]+\)$/),
    })
  })
  test('an error of what is read stays what it is', async () => {
    const failing = async function* () {
      yield one.subarray(0, 50)
      throw new Error('EIO')
    }
    const reading = async () => {
      for await (const _ of gunzipped('cases', failing(), 1024));
    }
    await expect(reading()).rejects.toThrow(/^EIO$/)
  })
})
