import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileOutput, outputNamed, streamOutput } from '../../src/cli/io/output.ts'
import { EXIT } from '../../src/cli/stop.ts'
import { failingStream, fakeHost } from './fakeHost.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-gzip-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What a file holds after these texts were written to it, with a cut wherever there is a null. */
async function written(name: string, ...texts: (string | null)[]): Promise<Buffer> {
  const path = join(folder, name)
  const output = outputNamed(path, await fileOutput(path, fakeHost(), EXIT.usage))
  for (const text of texts) await (text === null ? output.cut() : output.write(text))
  await output.close()
  await output.place()
  return readFileSync(path)
}

const text = Array.from({ length: 100_000 }, (_, index) => `line ${index} 行\n`).join('')
const halves = [text.slice(0, 77_777), text.slice(77_777)] as const

test('a name that ends in .gz is compressed, any other is not', async () => {
  expect(gunzipSync(await written('out.gz', text)).toString()).toBe(text)
  expect((await written('out', text)).toString()).toBe(text)
  expect((await written('out.gz.ndjson', 'a')).toString()).toBe('a')
})

test('the bytes do not depend on the pieces that are written', async () => {
  const whole = await written('whole.gz', text)
  expect((await written('halves.gz', ...halves)).equals(whole)).toBe(true)
  expect((await written('none.gz', '', text, '')).equals(whole)).toBe(true)
})

test('what stands before a cut and what stands after it are gzip files of their own', async () => {
  const [before, after] = [await written('a.gz', halves[0]), await written('b.gz', halves[1])]
  const both = await written('both.gz', null, halves[0], null, null, halves[1], null)
  expect(both.equals(Buffer.concat([before, after]))).toBe(true)
})

test('nothing at all is a gzip file of nothing', async () => {
  const empty = await written('empty.gz', null)
  expect(empty.length).toBeGreaterThan(0)
  expect(gunzipSync(empty)).toHaveLength(0)
})

test('a disk that is full is heard of before the file is closed', async () => {
  const output = outputNamed('x.gz', streamOutput(failingStream('ENOSPC'), 'x.gz', EXIT.usage))
  await output.write(text)
  const closing = output.close()
  await expect(closing).rejects.toMatchObject({
    exitStatus: EXIT.usage,
    message: 'cannot write x.gz: ENOSPC: no',
  })
})
