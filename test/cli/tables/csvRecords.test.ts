import { expect, test } from 'vitest'
import { csvRecords } from '../../../src/cli/tables/csvRecords.ts'
import { textLines } from '../../../src/cli/tables/textLines.ts'

/** Every record as its line and its cells, or its line and the code of what is wrong. */
async function read(text: string | Uint8Array, chunkBytes = 1000, delimiter = ',') {
  const bytes = Buffer.from(text)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
  }
  const records: unknown[] = []
  for await (const batch of csvRecords(textLines(chunks()), delimiter))
    for (const record of batch)
      records.push([record.line, record.fault === undefined ? record.cells : record.fault.code])
  return records
}

test('cells, quotes, quotes in quotes, empty cells', async () => {
  expect(await read('a,"b ""c"", d",\n,"",x"y\n')).toEqual([
    [1, ['a', 'b "c", d', '']],
    [2, ['', '', 'x"y']],
  ])
  expect(await read('a;b\t|c\n', 1000, ';')).toEqual([[1, ['a', 'b\t|c']]])
})

test('a byte-order mark and carriage returns are no part of cells; lines without anything are counted', async () => {
  expect(await read('\uFEFFid,a\r\n\r\n \n1,x\r\n\n2,y')).toEqual([
    [1, ['id', 'a']],
    [4, ['1', 'x']],
    [6, ['2', 'y']],
  ])
})

test('a row on several lines begins where it begins, and the next one where it does', async () => {
  expect(await read('1,"x\n\ny"\n2,z\n')).toEqual([
    [1, ['1', 'x\n\ny']],
    [4, ['2', 'z']],
  ])
})

test('a torn quote costs its own line and no other', async () => {
  expect(await read('1,"x,y\n2,q\n3,"r"\n4,s\n')).toEqual([
    [1, 'row.invalid'],
    [2, ['2', 'q']],
    [3, ['3', 'r']],
    [4, ['4', 's']],
  ])
  expect(await read('1,"x"y\n2,q\n')).toEqual([
    [1, 'row.invalid'],
    [2, ['2', 'q']],
  ])
})

test('a quote that never closes: as many rows as a row may have lines come behind it, all of them read', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `${i},some more of it`)
  const found = await read(`0,"x\n${rows.join('\n')}\n`, 64 * 1024)
  expect(found[0]).toEqual([1, 'row.invalid'])
  expect(found.slice(1)).toEqual(rows.map((row, i) => [i + 2, row.split(',')]))
})

test('bytes that are no UTF-8, and the ordering’s own separators, cost their own line', async () => {
  const latin1 = Buffer.concat([
    Buffer.from('1,a\n2,'),
    Buffer.from([0xe9]),
    Buffer.from('\n3,é\n4,\u001f\n'),
  ])
  expect(await read(latin1)).toEqual([
    [1, ['1', 'a']],
    [2, 'encoding.invalid'],
    [3, ['3', 'é']],
    [4, 'row.invalid'],
  ])
})

test('a line that is too long is told, and not kept', async () => {
  const found = await read(`1,a\n2,${'x'.repeat(17 * 1024 * 1024)}\n3,c\n`, 1024 * 1024)
  expect(found).toEqual([
    [1, ['1', 'a']],
    [2, 'line.tooLong'],
    [3, ['3', 'c']],
  ])
})

test('where the bytes are cut says nothing', async () => {
  const text = '\uFEFFid,"é""\r\n𝄞"\r\n\n2,"x\n3,y\n'
  const whole = await read(text)
  for (let chunkBytes = 1; chunkBytes < 12; chunkBytes++) expect(await read(text, chunkBytes)).toEqual(whole)
})

test('of a row that cannot be read, the cells before the fault', async () => {
  const bytes = Buffer.concat([
    Buffer.from('a-1,"b"x,c\n"a,2","b\n"a"3,b\na-4,\u001f\na-5,'),
    Buffer.from([0xe9]),
    Buffer.from(`,c\na-6,b,${'x'.repeat(17 * 1024 * 1024)},d\na-7`),
  ])
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 128 * 1024) yield bytes.subarray(at, at + 128 * 1024)
  }
  const found: unknown[] = []
  for await (const batch of csvRecords(textLines(chunks()), ','))
    for (const { line, cells, fault } of batch) found.push([line, fault?.code, ...cells])
  expect(found).toEqual([
    [1, 'row.invalid', 'a-1'],
    [2, 'row.invalid', 'a,2'],
    [3, 'row.invalid'],
    [4, 'row.invalid', 'a-4', '\u001f'],
    [5, 'encoding.invalid', 'a-5', '\uFFFD', 'c'],
    [6, 'line.tooLong', 'a-6', 'b'],
    [7, undefined, 'a-7'],
  ])
})
