import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readColumn } from '../../src/cli/commands/readTraining.ts'
import { folderOf } from './tables/decideTables.ts'

const column = async (bytes: string | Uint8Array) => {
  const path = join(folderOf({ 'outcomes.csv': bytes }), 'outcomes.csv')
  const read = await readColumn('--outcomes', path, 'bad').catch((error: Error) => error)
  return read instanceof Error ? read.message.slice(`--outcomes ${path}`.length) : [...read]
}

// By hand, from RFC 4180.
test.each<[string, string, [string, { line: number; value: string }][]]>([
  [
    'plain, without a last line end',
    'id,bad\na,0\nb,1',
    [
      ['a', { line: 2, value: '0' }],
      ['b', { line: 3, value: '1' }],
    ],
  ],
  ['CRLF, a mark before, empty lines', '\uFEFFid,bad\r\n\r\na,0\r\n', [['a', { line: 3, value: '0' }]]],
  [
    'quotes with commas, quotes and line ends',
    'bad,id\n0,"a,1"\n1,"say ""x"""\n"0","b\nc"\n1,d\n',
    [
      ['a,1', { line: 2, value: '0' }],
      ['say "x"', { line: 3, value: '1' }],
      ['b\nc', { line: 4, value: '0' }],
      ['d', { line: 6, value: '1' }],
    ],
  ],
])('%s', async (_, text, rows) => {
  expect(await column(text)).toEqual(rows)
})

test.each<[string, string | Uint8Array, string]>([
  ['a quote never closed', 'id,bad\n"a,0\n', ' line 2: expected quotes that open and close with a cell'],
  [
    'a cell too many',
    'id,bad\na,0,1\n',
    ' line 2: expected 2 cells, as in the first line; is the file whole?',
  ],
  ['Latin-1', Buffer.from('id,bad\né,0\n', 'latin1'), ' line 2: expected UTF-8, but got bytes that are none'],
  ['nothing', '', ' line 1: expected a line of column names with id and bad'],
])('%s is refused with its line', async (_, bytes, told) => {
  expect(await column(bytes)).toContain(told)
})
