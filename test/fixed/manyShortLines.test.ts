import { expect, test } from 'vitest'
import { readLines } from '../../src/cli/io/lines.ts'

// A file of hundreds of thousands of empty or tiny lines made one batch of all of them, and gigabytes of results.
async function batches(text: string): Promise<{ sizes: number[]; last: number }> {
  async function* chunks() {
    yield Buffer.from(text)
  }
  const sizes: number[] = []
  let last = 0
  for await (const lines of readLines(chunks())) {
    sizes.push(lines.length)
    last = lines.at(-1)?.number ?? last
  }
  return { sizes, last }
}

test('a batch has at most 500 lines, however short', async () => {
  expect(await batches('{}\n'.repeat(1_200))).toEqual({ sizes: [500, 500, 200], last: 1_200 })
})

test('empty lines are counted and left out', async () => {
  expect(await batches(`${'\n'.repeat(100_000)}{}\n\r\n{}`)).toEqual({ sizes: [1, 1], last: 100_003 })
})
