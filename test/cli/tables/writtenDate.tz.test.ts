import { format as datefnsFormat } from 'date-fns'
import { expect, test } from 'vitest'
import { writtenDate } from '../../../src/cli/tables/writtenDate.ts'
import { formatDay, parseDay } from '../../../src/time/civilDay.ts'
import { naiveDate } from './naiveDate.ts'

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
  ['YYYY-MM-DDTHH:mm', '2026-09-24T18:05', '2026-09-24T18:05:00'],
  ['dd-MMM-yy', '24-Sep-26', '2026-09-24'],
  ['dd-MMM-yy', '24-SEP-26', '2026-09-24'],
  ['DD-MMM-YY', '01-may-91', '1991-05-01'],
  ['ddMMMyyyy', '04SEP2026', '2026-09-04'],
  ['d MMMM yyyy', '4 September 2026', '2026-09-04'],
  ['MMM d, yyyy', 'Feb 29, 2028', '2028-02-29'],
  ['yyyy年M月d日', '2026年9月4日', '2026-09-04'],
  ['yyyy年M月d日 HH时mm分', '2026年11月24日 08时05分', '2026-11-24T08:05:00'],
  ["d 'de' MMMM 'o''clock' HH:mm yyyy", "4 de May o'clock 18:05 2026", '2026-05-04T18:05:00'],
  ["yyyy-MM-dd'T'HH:mm:ss", '2026-09-24T18:05:07', '2026-09-24T18:05:07'],
  // A day that Samoa did not have, and a time that New York skipped: the host's zone says nothing.
  ['dd/MM/yyyy', '30/12/2011', '2011-12-30'],
  ['dd/MM/yyyy HH:mm', '08/03/2026 02:30', '2026-03-08T02:30:00'],
])('%s reads %s', (format, text, read) => {
  expect(writtenDate(format)?.(text)).toBe(read)
})

test.each([
  ['DD.MM.YYYY', '24x09x2026'],
  ['DD.MM.YYYY', '4.9.2026'],
  ['DD.MM.YYYY', '24.09.2026 '],
  ['YYYYMMDD', '2026-09-24'],
  ['D/M/YYYY', '004/9/2026'],
  ['DD/MM/YY', '24/09/2026'],
  ['dd/MM/yyyy', '31/09/2026'],
  ['dd/MM/yyyy', '29/02/2027'],
  ['dd/MM/yyyy', '00/01/2027'],
  ['dd/MM/yyyy', '01/13/2027'],
  ['dd/MM/yyyy', '31/12/1989'],
  ['dd/MM/yyyy', '01/01/2101'],
  ['dd-MMM-yy', '31-Sep-26'],
  ['dd-MMM-yy', '24-S-26'],
  ['dd-MMM-yy', '24-Sept-26'],
  ['dd-MMM-yy', '24-September-26'],
  ['dd-MMM-yy', '24-Okt-26'],
  ['d MMMM yyyy', '4 Sep 2026'],
  ['d MMMM yyyy', '4  September 2026'],
  ['yyyy年M月d日', '2026年9月'],
  ['dd/MM/yy', '24/09/1926'],
])('%s does not read %s', (format, text) => {
  const read = writtenDate(format)
  expect(read?.(text)).toBeUndefined()
  // Nor when it is asked again.
  expect(read?.(text)).toBeUndefined()
})

test('years of two digits are those from 1969 to 2068, as far as cases have them', () => {
  const read = writtenDate('dd/MM/yy')
  for (let year = 0; year < 100; year++) {
    const two = String(year).padStart(2, '0')
    const full = year < 69 ? 2000 + year : 1900 + year
    expect(read?.(`15/06/${two}`)).toBe(full < 1990 ? undefined : `${full}-06-15`)
  }
})

/** Every 13th day from 1989 to 2101, with all days and months among them, and one that does not exist. */
const days = Array.from({ length: 3150 }, (_, i) => formatDay(6940 + 13 * i))

test.each([
  'YYYY-MM-DD',
  'DD/MM/YYYY',
  'D/M/YYYY',
  'MM.DD.YYYY',
  'YYYYMMDD',
  'D.M.YY',
  'DD/MM/YY',
  'DD/MM/YYYY HH:mm',
  'YYYYMMDDHHmmss',
  'M/D/YYYY H:mm',
  'HH:mm:ss DD-MM-YYYY',
])('%s reads all that a reader without a library reads, and nothing else', (format) => {
  const [ours, naive] = [writtenDate(format), naiveDate(format)]
  const witness = (text: string) => {
    const found = naive?.(text)
    return found !== undefined && parseDay(found.slice(0, 10)) !== undefined ? found : undefined
  }
  let read = 0
  for (const [i, day] of days.entries()) {
    const [year = '', month = '', date = ''] = day.split('-')
    const two = (n: number): string => String(n).padStart(2, '0')
    const [hour, minute, second] = [i % 24, i % 60, (7 * i) % 60]
    const text = format
      .replace('YYYY', year)
      .replace('YY', year.slice(2))
      .replace('MM', month)
      .replace('M', String(Number(month)))
      .replace('DD', date)
      .replace('D', String(Number(date)))
      .replace('HH', two(hour))
      .replace('H', String(hour))
      .replace('mm', two(minute))
      .replace('ss', two(second))
    if (ours?.(text) !== undefined) read++
    const at = i % text.length
    const others = [
      `${text.slice(0, at)}${text.slice(at + 1)}`,
      `${text.slice(0, at)}${i % 10}${text.slice(at + 1)}`,
    ]
    for (const one of [text, ...others, `${text} `, `0${text}`]) expect(ours?.(one), one).toBe(witness(one))
  }
  // All but those before 1990 and after 2100, or of two digits after 2068.
  expect(read).toBeGreaterThan(2500)
})

test('names of months are those date-fns writes', () => {
  const read = writtenDate('d MMMM yyyy')
  for (let month = 0; month < 12; month++) {
    const date = new Date(2026, month, 15, 12)
    expect(read?.(datefnsFormat(date, 'd MMMM yyyy'))).toBe(datefnsFormat(date, 'yyyy-MM-dd'))
  }
})
