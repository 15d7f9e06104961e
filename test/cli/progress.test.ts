import { expect, test } from 'vitest'
import { progressOn } from '../../src/cli/screen/progress.ts'
import { fakeHost } from './fakeHost.ts'
import { terminalAfter } from './terminal.ts'

/** A terminal whose clock goes on by hand. */
function terminal(file?: { size: number }) {
  const host = fakeHost([], true)
  let time = 0
  const progress = progressOn(
    { ...host, now: () => time },
    { file: file && ({ ...file, isFile: () => true } as never) },
  )
  const after = (milliseconds: number, records: number, bytes: number): string => {
    time += milliseconds
    progress.show(records, bytes)
    return terminalAfter(host.written.err).join('\n')
  }
  return { host, progress, after, shown: () => terminalAfter(host.written.err).join('\n') }
}

test('a bar over the bytes of a file, with the rate and what is left', () => {
  const { after, shown } = terminal({ size: 1000 })
  expect(shown()).toBe(`${'-'.repeat(30)} 0% | 0 read | -/s | - left`)
  expect(after(1000, 50, 500)).toBe(`${'='.repeat(15)}${'-'.repeat(15)} 50% | 50 read | 50/s | 1s left`)
  expect(after(1000, 100, 1000)).toBe(`${'='.repeat(30)} 100% | 100 read | 50/s | 0s left`)
})

test.each([
  [59, '59s'],
  [60, '1m00s'],
  [3599, '59m59s'],
  [3720, '1h02m'],
])('%i seconds are %s', (seconds, text) => {
  const { after } = terminal({ size: 1000 })
  expect(after(seconds * 1000, 1, 500)).toContain(`| ${text} left`)
})

test('a stream has no end that is known, and an empty file is at its beginning', () => {
  expect(terminal().after(500, 20, 300)).toBe('20 read | 40/s')
  expect(terminal({ size: 0 }).after(500, 0, 0)).toContain(' 0% ')
})

test('it is drawn ten times a second at most, and after it was wiped at the next look', () => {
  const { after, progress, shown } = terminal()
  const before = shown()
  expect(after(99, 5, 50)).toBe(before)
  expect(after(1, 6, 60)).toBe('6 read | 60/s')
  progress.clear()
  expect(shown()).toBe('')
  expect(after(100, 7, 70)).toBe('7 read | 35/s')
})

test('at its end it is gone, however often it ends, and nothing draws it again', () => {
  const { host, after, progress } = terminal({ size: 10 })
  progress.end()
  const { err } = host.written
  for (const clean of host.cleaners) clean()
  expect(after(1000, 1, 5)).toBe('')
  expect(host.written.err).toBe(err)
})

test('what is no terminal gets nothing', () => {
  const host = fakeHost()
  const progress = progressOn(host, { file: undefined })
  progress.show(1, 1)
  progress.clear()
  progress.end()
  expect(host.written.err).toBe('')
  expect(host.cleaners).toEqual([])
})
