import { Writable } from 'node:stream'
import type { Host } from '../../src/cli/host.ts'

/** A host of a test's own: what was written, a clock that stands still, and who wants to clean up. */
export interface FakeHost extends Host {
  readonly written: { out: string; err: string }
  readonly cleaners: (() => void)[]
}

/** 2026-11-25T02:00:00 in Shanghai, plus a fraction of a second. */
const NOW = Date.UTC(2026, 10, 24, 18, 0, 0, 250)

export function fakeHost(stdin: readonly (string | Uint8Array)[] = [], isTTY = false): FakeHost {
  const written = { out: '', err: '' }
  const cleaners: (() => void)[] = []
  const into = (name: 'out' | 'err') =>
    new Writable({
      decodeStrings: false,
      write(text, _, done) {
        written[name] += text
        done()
      },
    })
  async function* chunks() {
    for (const chunk of stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  }
  return {
    stdin: chunks(),
    stdout: into('out'),
    stderr: Object.assign(into('err'), { isTTY }),
    now: () => NOW,
    atInterrupt: (clean) => cleaners.push(clean),
    written,
    cleaners,
  }
}

/** A stream on which every write fails with this code. */
export const failingStream = (code: string): Writable =>
  new Writable({
    write(_, __, done) {
      done(Object.assign(new Error(`${code}: no, write`), { code }))
    },
  })
