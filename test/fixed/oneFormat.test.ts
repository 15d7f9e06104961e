import { join } from 'node:path'
import { expect, test } from 'vitest'
import { casesOf, decideTables, folderOf, text } from '../cli/tables/decideTables.ts'

const HEAD = 'id,currency,timeZone,product,outstanding,overdue,overdueSince'

const withFormats = (day: string, time: string, days: readonly string[], times: readonly string[]) =>
  folderOf({
    'accounts.csv': text(HEAD, ...days.map((cell, i) => `a-${i},CNY,UTC,single,500,100,${cell}`)),
    'contacts.csv': text('id,at,channel,outcome', ...times.map((cell, i) => `a-${i},${cell},call,noAnswer`)),
    'mapping.json': JSON.stringify({
      tables: {
        accounts: { columns: { overdueSince: { format: day } } },
        contacts: { columns: { at: { format: time } } },
      },
    }),
  })

// Under YYYY-DD-MM `2026-05-04`, the 5th of April, was read as the 4th of May, and so was a time.
test('where a format is given nothing else is read, a day as a case has it neither', async () => {
  const folder = withFormats(
    'YYYY-DD-MM',
    'YYYY-DD-MM HH:mm',
    ['2026-05-04', '2026-25-04'],
    ['2026-05-04 10:00', '2026-25-04 10:00'],
  )
  expect(await casesOf(folder, join(folder, 'mapping.json'))).toMatchObject([
    { loan: { overdueSince: '2026-04-05' }, contacts: [{ at: '2026-04-05T10:00:00+00:00' }] },
    { loan: { overdueSince: '2026-04-25' }, contacts: [{ at: '2026-04-25T10:00:00+00:00' }] },
  ])
})

test('what is not written so is refused, and the message names that format only', async () => {
  const folder = withFormats(
    'DD/MM/YYYY',
    'DD/MM/YYYY HH:mm',
    ['2026-11-20', '5/11/2026'],
    ['2026-11-20T10:00:00+08:00', '05/11/2026 9:56'],
  )
  const { rejects } = await decideTables(folder, '--mapping', join(folder, 'mapping.json'))
  expect(rejects.flatMap(({ issues }) => issues.map(({ message }) => message))).toEqual([
    'Expected a day that exists, written DD/MM/YYYY, from 1990 to 2100, but got "2026-11-20".',
    'Expected a time written DD/MM/YYYY HH:mm that the clock of UTC shows, from 1990 to 2100, but got "2026-11-20T10:00:00+08:00".',
    'Expected a day that exists, written DD/MM/YYYY, from 1990 to 2100, but got "5/11/2026".',
    'Expected a time written DD/MM/YYYY HH:mm that the clock of UTC shows, from 1990 to 2100, but got "05/11/2026 9:56".',
  ])
})

test('one digit or two, and years of two', async () => {
  const folder = withFormats('D/M/YY', 'D.M.YYYY H:mm', ['5/11/26', '15/1/26'], ['5.11.2026 9:56'])
  expect(await casesOf(folder, join(folder, 'mapping.json'))).toMatchObject([
    { loan: { overdueSince: '2026-11-05' }, contacts: [{ at: '2026-11-05T09:56:00+00:00' }] },
    { loan: { overdueSince: '2026-01-15' } },
  ])
})
