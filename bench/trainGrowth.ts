import { execFileSync } from 'node:child_process'

interface Size {
  readonly seconds: number
  readonly cpu: number
  readonly peak: number
  readonly held: number
}

/** Trains on a tenth, three tenths and all of so many made-up rows, each in a process of its own. */
export function growth(large: number): void {
  console.log()
  const [small, , whole] = [0.1, 0.3, 1].map((share) => {
    const rows = Math.round(large * share)
    const told = execFileSync(process.execPath, ['--import', 'tsx', 'bench/trainSize.ts', String(rows)], {
      encoding: 'utf8',
    })
    const size: Size = JSON.parse(told)
    console.log(
      `train ${rows.toLocaleString('en').padStart(9)} × 25  ${size.seconds.toFixed(1).padStart(6)} s  ${size.cpu.toFixed(1).padStart(6)} s CPU  ${Math.round(size.peak)} MB at most, ${Math.round(size.held)} MB of them before`,
    )
    return size
  }) as [Size, Size, Size]
  const times = (of: (size: Size) => number): string => (of(whole) / of(small)).toFixed(1)
  console.log(
    `ten times the rows: ${times(({ cpu }) => cpu)} times the CPU time (at most 12), ${times(({ peak, held }) => peak - held)} times the memory on top (at most 12)`,
  )
}
