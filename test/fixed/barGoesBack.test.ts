import { expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { fakeHost } from '../cli/fakeHost.ts'
import { terminalAfter } from '../cli/terminal.ts'
import { minimalCase } from '../helpers/minimalCase.ts'

// At its end the progress bar went back to where it had begun, and wiped the first reject or the summary there.
test('what is written while the bar is shown stays on the terminal', async () => {
  const host = fakeHost(['{}\n', 'none\n', `${JSON.stringify(minimalCase())}\n`], true)
  expect(await run(['decide', '-', '--as-of', '2026-11-25T02:00:00+08:00'], host)).toBe(3)
  const lines = terminalAfter(host.written.err)
  expect(lines.slice(0, 3)).toEqual([
    expect.stringMatching(/^\{"line":1,/),
    expect.stringMatching(/^\{"line":2,/),
    expect.stringMatching(/^Decided: 1, rejected: 2/),
  ])
  expect(lines.at(-1)).toBe('')
})
