import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'

export interface Run {
  /** Wall time and time on all cores, in seconds. */
  readonly wall: number
  readonly cpu: number
  /** Peak resident memory in megabytes. */
  readonly peak: number
}

/** Runs a module in a process of its own, which says at its end what it took. */
export async function measured(args: readonly string[]): Promise<Run> {
  const began = performance.now()
  const report = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();require('fs').writeSync(3,JSON.stringify([u.userCPUTime+u.systemCPUTime,u.maxRSS]))});`
  const preload = report.replace('require(', 'process.getBuiltinModule(')
  const child = spawn(process.execPath, ['--import', preload, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  let told = ''
  child.stdio[3]?.on('data', (chunk) => {
    told += chunk
  })
  const status = await new Promise((resolve) => child.on('close', resolve))
  if (status !== 0 && status !== 3) throw new Error(`ended with ${status}: ${args.join(' ')}`)
  const [microseconds, kilobytes] = JSON.parse(told) as [number, number]
  return { wall: (performance.now() - began) / 1000, cpu: microseconds / 1e6, peak: kilobytes / 1024 }
}
