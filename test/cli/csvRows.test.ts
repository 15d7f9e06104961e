import { expect, test } from 'vitest'
import { csvRows } from '../../src/cli/csvRows.ts'

// By hand, from RFC 4180.
test.each<[string, string, [number, string[]][]]>([
  [
    'plain, without a last line end',
    'id,bad\na,0\nb,1',
    [
      [1, ['id', 'bad']],
      [2, ['a', '0']],
      [3, ['b', '1']],
    ],
  ],
  [
    'CRLF, a mark before, empty lines',
    '\uFEFFid,bad\r\n\r\na,0\r\n',
    [
      [1, ['id', 'bad']],
      [3, ['a', '0']],
    ],
  ],
  [
    'quotes with commas, quotes and line ends',
    '"a,1","say ""x"""\n"b\nc",0\nd,1\n',
    [
      [1, ['a,1', 'say "x"']],
      [2, ['b\nc', '0']],
      [4, ['d', '1']],
    ],
  ],
  [
    'an empty last cell',
    'a,\nb,',
    [
      [1, ['a', '']],
      [2, ['b', '']],
    ],
  ],
  [
    'a quote never closed is no cell',
    'a,0\n"b,1\n',
    [
      [1, ['a', '0']],
      [2, []],
    ],
  ],
  ['nothing', '', []],
])('%s', (_, text, rows) => {
  expect(csvRows(text)).toEqual(rows.map(([line, cells]) => ({ line, cells })))
})
