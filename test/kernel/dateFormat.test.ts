import { expect, test } from 'vitest'
import { dateFormat } from '../../src/kernel/dateFormat.ts'

test.each([
  ['DD.MM.YYYY', '24.09.2026', '2026-09-24'],
  ['YYYYMMDD', '20260924', '2026-09-24'],
  ['MM/DD/YYYY', '09/24/2026', '2026-09-24'],
  ['DD/MM/YYYY HH:mm', '24/09/2026 18:05', '2026-09-24T18:05:00'],
  ['YYYYMMDDHHmmss', '20260924180507', '2026-09-24T18:05:07'],
  ['[YYYY] MM (DD)', '[2026] 09 (24)', '2026-09-24'],
])('%s reads %s', (format, text, read) => {
  expect(dateFormat(format)?.read(text)).toBe(read)
})

test.each([
  ['DD.MM.YYYY', '24x09x2026'],
  ['DD.MM.YYYY', '4.9.2026'],
  ['DD.MM.YYYY', '24.09.2026 '],
  ['YYYYMMDD', '2026-09-24'],
])('%s does not read %s', (format, text) => {
  expect(dateFormat(format)?.read(text)).toBeUndefined()
})

test('only times have hours and minutes, and both', () => {
  expect(dateFormat('YYYY-MM-DD')?.timed).toBe(false)
  expect(dateFormat('YYYY-MM-DD HH:mm')?.timed).toBe(true)
  for (const none of [
    '',
    'YYYY-MM',
    'DD/DD/YYYY MM',
    'YYYY-MM-DD HH',
    'YYYY-MM-DD mm',
    'YYYY-MM-DD HH:mm:mm',
  ])
    expect(dateFormat(none)).toBeUndefined()
})
