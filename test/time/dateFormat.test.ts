import { expect, test } from 'vitest'
import { dateFormat } from '../../src/time/dateFormat.ts'

test.each([
  ['DD.MM.YYYY', '24.09.2026', '2026-09-24'],
  ['YYYYMMDD', '20260924', '2026-09-24'],
  ['MM/DD/YYYY', '09/24/2026', '2026-09-24'],
  ['DD/MM/YYYY HH:mm', '24/09/2026 18:05', '2026-09-24T18:05:00'],
  ['YYYYMMDDHHmmss', '20260924180507', '2026-09-24T18:05:07'],
  ['[YYYY] MM (DD)', '[2026] 09 (24)', '2026-09-24'],
  ['D/M/YYYY', '4/9/2026', '2026-09-04'],
  ['D/M/YYYY', '24/12/2026', '2026-12-24'],
  ['D.M.YY', '4.9.26', '2026-09-04'],
  ['DD/MM/YY', '24/09/98', '1998-09-24'],
  ['DD/MM/YY', '24/09/68', '2068-09-24'],
  ['M/D/YYYY H:mm', '9/4/2026 9:56', '2026-09-04T09:56:00'],
])('%s reads %s', (format, text, read) => {
  expect(dateFormat(format)?.read(text)).toBe(read)
})

test.each([
  ['DD.MM.YYYY', '24x09x2026'],
  ['DD.MM.YYYY', '4.9.2026'],
  ['DD.MM.YYYY', '24.09.2026 '],
  ['YYYYMMDD', '2026-09-24'],
  ['D/M/YYYY', '004/9/2026'],
  ['DD/MM/YY', '24/09/2026'],
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
    'DMYYYY',
    'YYYYMMDD Hmm',
    'D/MMM/YYYY',
    'D/M/YY YYYY',
  ])
    expect(dateFormat(none)).toBeUndefined()
})
