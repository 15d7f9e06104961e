import { describe, expect, test } from 'vitest'
import { readCaseLine } from '../../src/cli/io/readRecord.ts'

const read = (bytes: Uint8Array | string | undefined, number = 7) =>
  readCaseLine({ number, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, end: 0 })

test('a record keeps its line number, its id and its value', () => {
  expect(read('{"id":"b-1","x":[1]}')).toEqual({ ok: true, line: 7, id: 'b-1', value: { id: 'b-1', x: [1] } })
})

test('U+2028 inside a string is data', () => {
  expect(read('{"id":"a\u2028b"}')).toMatchObject({ ok: true, id: 'a\u2028b' })
})

test.each(['', ' ', '\t \t', '\r', '\u00a0\u3000', '\u2028'])(
  'white space alone is no record: %j',
  (text) => {
    expect(read(text)).toBeUndefined()
  },
)

describe('a line that cannot be read is rejected with the line and no id', () => {
  test.each([
    ['cut off', '{"id":"b-1","x":[1'],
    ['two values', '{"id":"b-1"} {"id":"b-2"}'],
    ['a NUL byte after it', '{"id":"b-1"}\0'],
    ['NUL bytes alone', '\0\0\0'],
    ['a NUL byte in a string', '{"id":"b\u0000-1"}'],
    ['a byte-order mark in the middle of a file', '\uFEFF{"id":"b-1"}'],
    ['single quotes', "{'id':'b-1'}"],
    ['NaN', '{"id":NaN}'],
  ])('json.invalid: %s', (_, text) => {
    expect(read(text)).toMatchObject({
      ok: false,
      line: 7,
      id: null,
      issues: [{ code: 'json.invalid', path: '', params: { got: 'text that is not JSON' } }],
    })
  })

  test.each([
    ['a lone continuation byte', [0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a character cut in two', [0xe4, 0xb8]],
    ['Latin-1', [0x4d, 0xfc, 0x6c]],
    ['beyond U+10FFFF', [0xf5, 0x80, 0x80, 0x80]],
  ])('encoding.invalid: %s', (_, bytes) => {
    const line = Buffer.concat([Buffer.from('{"id":"'), Buffer.from(bytes), Buffer.from('"}')])
    expect(read(line)).toMatchObject({
      ok: false,
      line: 7,
      id: null,
      issues: [{ code: 'encoding.invalid', path: '' }],
    })
  })

  test('line.tooLong', () => {
    expect(read(undefined)).toMatchObject({
      ok: false,
      line: 7,
      id: null,
      issues: [{ code: 'line.tooLong', path: '', params: { max: 16777216 } }],
    })
  })

  test('what is on it is not repeated', () => {
    for (const line of [
      '{"id":"secret-1", secret',
      Buffer.concat([Buffer.from('{"id":"secret'), Buffer.from([0xff])]),
    ]) {
      expect(JSON.stringify(read(line))).not.toContain('secret')
    }
  })
})

test.each([
  ['a value that is no object', '"b-1"'],
  ['null', 'null'],
  ['a list', '[{"id":"b-1"}]'],
  ['no id', '{}'],
  ['a number', '{"id":1}'],
  ['an empty one', '{"id":""}'],
  ['one that is too long', `{"id":"${'x'.repeat(129)}"}`],
  ['an inherited one', '{"__proto__":{"id":"b-1"}}'],
])('the id is null when it is none: %s', (_, text) => {
  expect(read(text)).toMatchObject({ ok: true, id: null })
})

test('nesting of 100,000 levels is a record like any other', () => {
  const deep = `{"id":"b-1","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  expect(read(deep)?.line).toBe(7)
})
