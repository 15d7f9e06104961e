import { expect, test } from 'vitest'
import { dateFormat } from '../../src/time/dateFormat.ts'

const signsOf = (format: string) => dateFormat(format)?.pieces.flatMap(({ sign }) => sign ?? [])

test.each([
  ['DD.MM.YYYY', ['dd', 'MM', 'yyyy']],
  ['YYYYMMDDHHmmss', ['yyyy', 'MM', 'dd', 'HH', 'mm', 'ss']],
  ['D/M/YY', ['d', 'M', 'yy']],
  ['D/MMM/YYYY', ['d', 'MMM', 'yyyy']],
  ['dd-MMM-yy', ['dd', 'MMM', 'yy']],
  ['d MMMM yyyy', ['d', 'MMMM', 'yyyy']],
  ['yyyy年M月d日', ['yyyy', 'M', 'd']],
  ["d 'de' MMMM 'de' yyyy", ['d', 'MMMM', 'yyyy']],
  // With capitals, small letters stand for themselves.
  ['DD d YYYY y MM', ['dd', 'yyyy', 'MM']],
])('the signs of %s', (format, signs) => {
  expect(signsOf(format)).toEqual(signs)
})

test('what stands between is kept, out of its quotes', () => {
  const between = (format: string) =>
    dateFormat(format)
      ?.pieces.map(({ sign, text }) => (sign === undefined ? text : '·'))
      .join('')
  expect(between("d 'o''clock' MMMM '' yyyy")).toBe("· o'clock · ' ·")
  expect(between("DD'MM'YYYY")).toBe("·'·'·")
})

test('only times have hours and minutes, and both', () => {
  expect(dateFormat('YYYY-MM-DD')?.timed).toBe(false)
  expect(dateFormat('YYYY-MM-DD HH:mm')?.timed).toBe(true)
  expect(dateFormat('yyyy-MM-dd HH:mm')?.timed).toBe(true)
  for (const none of [
    '',
    'YYYY-MM',
    'DD/DD/YYYY MM',
    'YYYY-MM-DD HH',
    'YYYY-MM-DD mm',
    'YYYY-MM-DD HH:mm:mm',
    'DMYYYY',
    'YYYYMMDD Hmm',
    'D/MM/MMM/YYYY',
    'D/M/YY YYYY',
    'YYYY-MM-dd',
    'dd/MM/yyyyy',
    'dd of MMMM yyyy',
    'hh:mm dd/MM/yyyy',
    "dd 'MM yyyy",
    "dd/MM/yyyy'",
    'dMyyyy',
  ])
    expect(dateFormat(none), none).toBeUndefined()
})
