import { expect, test } from 'vitest'
import { csvRecords } from '../../src/cli/tables/csvRecords.ts'
import { textLines } from '../../src/cli/tables/textLines.ts'

// One open quote before lines with doubled quotes: every one of them was read again with all before it, so that 250 KB
// took four minutes.
test('a quote that never closes before 40,000 lines with quotes: each is read, none again and again', async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `${i % 10}""z`)
  async function* chunks() {
    yield Buffer.from(`a,"x\n${lines.join('\n')}\n`)
  }
  const found: unknown[] = []
  for await (const batch of csvRecords(textLines(chunks()), ','))
    for (const { fault, cells } of batch) found.push(fault?.code ?? cells[0])
  expect(found).toEqual(['row.invalid', ...lines])
})
