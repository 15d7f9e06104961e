import { run } from './program.ts'
import { EXIT } from './stop.ts'

/** The binary: the real streams and clock, and what to do when someone interrupts it. */

const cleaners: (() => void)[] = []

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const clean of cleaners) clean()
    process.exit(EXIT.interrupted)
  })
}

// A writer learns of errors through the write itself; these listeners only keep them from ending the process.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: Date.now,
  atInterrupt: (clean) => cleaners.push(clean),
})
// A command that has seen enough does not wait for more.
process.stdin.destroy()
