import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRecords } from '../../../src/cli/tables/csvRecords.ts'
import { textLines } from '../../../src/cli/tables/textLines.ts'

/**
 * The same rule, read from each line anew: a row is the fewest lines from its first on that are one, and a line that
 * begins none is at fault by itself.
 */
function naive(text: string): [line: number, cells: readonly string[] | undefined][] {
  const lines = text.split('\n')
  const found: [number, readonly string[] | undefined][] = []
  for (let from = 0; from < lines.length; ) {
    let taken = 1
    if (lines[from]?.trim() !== '') {
      let cells: readonly string[] | 'open' | undefined = 'open'
      for (taken = 0; cells === 'open' && from + taken < lines.length; ) {
        taken++
        // An empty line closes nothing, and is none of its own.
        cells = rowOf(lines.slice(from, from + taken).join('\n'))
      }
      if (cells === undefined || cells === 'open') {
        found.push([from + 1, undefined])
        taken = 1
      } else found.push([from + 1, cells])
    }
    from += taken
  }
  return found
}

const CELL = /"((?:[^"]|"")*)"(,|$)|([^",\n][^,\n]*|)(,|$)/y

function rowOf(text: string): readonly string[] | 'open' | undefined {
  const cells: string[] = []
  CELL.lastIndex = 0
  for (;;) {
    const at = CELL.lastIndex
    const match = CELL.exec(text)
    if (match === null) return /^"(?:[^"]|"")*$/.test(text.slice(at)) ? 'open' : undefined
    cells.push(match[1]?.replaceAll('""', '"') ?? match[3] ?? '')
    if ((match[2] ?? match[4]) === '') return cells
  }
}

async function read(text: string) {
  async function* chunks() {
    yield Buffer.from(text)
  }
  const found: [number, readonly string[] | undefined][] = []
  for await (const batch of csvRecords(textLines(chunks()), ','))
    for (const { line, cells, fault } of batch) found.push([line, fault === undefined ? cells : undefined])
  return found
}

test('rows read line by line are those that reading each anew would find', async () => {
  const texts = fc.array(fc.constantFrom('"', '"', '""', ',', '\n', 'a', ' '), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(texts, async (parts) => {
      const text = parts.join('')
      expect(await read(text)).toEqual(naive(text))
    }),
    { numRuns: 2000 },
  )
})
