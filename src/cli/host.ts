import type { Writable } from 'node:stream'

/** A stream to write to, with its number where the operating system has it open, and whether it is a terminal. */
export type HostStream = Writable & { readonly fd?: number; readonly isTTY?: boolean }

/** What a command may use of the world around it; `main.ts` gives the real one, tests give their own. */
export interface Host {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly fd?: number }
  readonly stdout: HostStream
  readonly stderr: HostStream
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number
  /** Registers what to do before the process ends because someone interrupted it. */
  readonly atInterrupt: (clean: () => void) => void
}
