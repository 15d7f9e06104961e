import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, hashedInput } from '../../src/cli/resume/journaledRun.ts'
import { runs } from '../laws/runs.ts'

const pieces = fc.array(fc.uint8Array({ maxLength: 5 }), { maxLength: 8 })
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
async function* inTurn(chunks: readonly Uint8Array[]) {
  yield* chunks
}
const changed = () => new Error('changed')
async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

test('whatever the pieces: what comes after is the rest, and the hash up to any byte is that of the bytes', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, fc.nat(40), fc.nat(40), async (chunks, a, b) => {
      const whole = Buffer.concat(chunks)
      const [from, to] = [a, b].map((n) => n % (whole.length + 1)).sort((x, y) => x - y) as [number, number]
      const hashed = hashedInput(inTurn(chunks))
      const rest = await gathered(after(from, sha256(whole.subarray(0, from)), hashed, changed))
      expect(rest.equals(whole.subarray(from))).toBe(true)
      expect(hashed.hashUpTo(to)).toBe(sha256(whole.subarray(0, to)))
    }),
    runs(100),
  )
})

test('a byte that is not what it was, or not there, is told before anything comes', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, fc.nat(40), fc.nat(40), async (chunks, a, b) => {
      const whole = Buffer.concat(chunks)
      fc.pre(whole.length > 0)
      const from = 1 + (a % whole.length)
      const before = sha256(whole.subarray(0, from))
      const other = Buffer.from(whole)
      other[b % from] = (other[b % from] as number) ^ 1
      for (const input of [other, whole.subarray(0, from - 1)]) {
        const came: Uint8Array[] = []
        const read = async () => {
          for await (const chunk of after(from, before, hashedInput(inTurn([input])), changed))
            came.push(chunk)
        }
        await expect(read()).rejects.toThrow('changed')
        expect(came).toEqual([])
      }
    }),
    runs(100),
  )
})
