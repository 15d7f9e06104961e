import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** PYTHON names a Python that has optbinning; bench/optbinningHalf.py says at which version. */
const python = process.env.PYTHON ?? 'python3'

/** Whether there is one to compare with; if not, says so. */
export function haveOptbinning(): boolean {
  if (spawnSync(python, ['-c', 'import optbinning']).status === 0) return true
  console.log(
    `not run: ${python} has no optbinning to compare with; a venv with fixtures/parity/train/requirements.txt has it, PYTHON names it`,
  )
  return false
}

/** Asks bench/optbinningHalf.py, which reads `asked` and prints what it found. */
export function askOptbinning<Told>(what: 'held-out' | 'speed', asked: unknown): Told {
  const folder = mkdtempSync(join(tmpdir(), 'arrears-optbinning-'))
  try {
    const path = join(folder, 'asked.json')
    writeFileSync(path, JSON.stringify(asked))
    const run = spawnSync(python, ['bench/optbinningHalf.py', what, path], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (run.status !== 0) throw new Error(run.stderr.slice(-2000))
    return JSON.parse(run.stdout.slice(run.stdout.lastIndexOf('\n', run.stdout.length - 2) + 1)) as Told
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
