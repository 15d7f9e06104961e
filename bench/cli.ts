import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measured, type Run } from './measured.ts'

/**
 * `npm run bench:cli` (build first): the whole command on synthetic portfolios, start-up included. Throughput is
 * compared with the JSON floor, `JSON.parse` of every case and `JSON.stringify` of its decision in one bare process,
 * measured in the same run; both by CPU time, since machines are shared.
 */
const SMALL = 20_000
const LARGE = Number(process.env.BENCH_LARGE ?? 200_000)
const AS_OF = ['--as-of', 'record']

const folder = mkdtempSync(join(tmpdir(), 'arrears-bench-'))
const at = (name: string): string => join(folder, name)

async function portfolio(count: number): Promise<string> {
  const path = at(`cases-${count}`)
  await measured(['dist/cli.js', 'sample', '--count', `${count}`, '--seed', '1', '--out', path])
  return path
}

const decide = (cases: string, ...options: string[]): Promise<Run> => decideTo(at('out'), cases, ...options)

const decideTo = (out: string, cases: string, ...options: string[]): Promise<Run> =>
  measured([
    'dist/cli.js',
    'decide',
    cases,
    ...AS_OF,
    '--out',
    out,
    '--summary',
    `${out}-summary`,
    ...options,
  ])

/** The first half of a file's lines and the second, each in a file. */
function halvesOf(path: string): string[] {
  const bytes = readFileSync(path)
  const middle = bytes.indexOf(10, Math.floor(bytes.length / 2)) + 1
  const parts = [bytes.subarray(0, middle), bytes.subarray(middle)]
  return parts.map((part, i) => {
    const half = `${path}-${i}`
    writeFileSync(half, part)
    return half
  })
}

function show(name: string, count: number, { wall, cpu, peak }: Run): void {
  const rate = Math.round(count / wall).toLocaleString('en')
  console.log(
    `${name.padEnd(34)} ${wall.toFixed(1).padStart(6)} s  ${cpu.toFixed(1).padStart(6)} s CPU  ${rate.padStart(8)} /s  ${Math.round(peak).toString().padStart(5)} MB`,
  )
}

try {
  const small = await portfolio(SMALL)
  const large = await portfolio(LARGE)
  const one = await decide(small)
  show(`decide ${SMALL.toLocaleString('en')}`, SMALL, one)
  const floorCode = `import{readFileSync}from'node:fs';const c=readFileSync(${JSON.stringify(small)},'utf8').split('\\n'),d=readFileSync(${JSON.stringify(at('out'))},'utf8').split('\\n').map(l=>l&&JSON.parse(l));const b=process.cpuUsage();let n=0;for(let i=0;i<c.length-1;i++){n+=Object.keys(JSON.parse(c[i])).length;n+=JSON.stringify(d[i]).length}const u=process.cpuUsage(b);console.log(u.user+u.system,n)`
  const floor = await floorSeconds(floorCode)
  console.log(
    `${'JSON floor of the same'.padEnd(34)} ${' '.repeat(8)}  ${floor.toFixed(1).padStart(6)} s CPU`,
  )
  const two = await decide(small, '--workers', '2')
  show(`decide ${SMALL.toLocaleString('en')}, two workers`, SMALL, two)
  const largeOne = await decide(large)
  show(`decide ${LARGE.toLocaleString('en')}`, LARGE, largeOne)
  const largeTwo = await decide(large, '--workers', '2')
  show(`decide ${LARGE.toLocaleString('en')}, two workers`, LARGE, largeTwo)
  // What the machine itself gains by a second core: the same work as two processes that share nothing.
  const halves = halvesOf(large)
  const began = performance.now()
  await Promise.all(halves.map((half, i) => decideTo(at(`half-${i}`), half)))
  const apart = (performance.now() - began) / 1000
  const slim = await decide(large, '--slim')
  show(`decide ${LARGE.toLocaleString('en')}, slim`, LARGE, slim)
  const bytes = Math.round(statSync(large).size / LARGE)
  const perCase = (largeOne.cpu / LARGE) * 1e6
  console.log(`\na case has ${bytes} bytes on average and takes ${perCase.toFixed(0)} µs of CPU`)
  console.log(
    `decide ÷ JSON floor, per core  ${(floor / SMALL / (largeOne.cpu / LARGE)).toFixed(2)} (at least 0.25)`,
  )
  console.log(
    `two workers ÷ one, wall time   ${(largeOne.wall / largeTwo.wall).toFixed(2)} (at least 1.5; two processes on half each: ${(largeOne.wall / apart).toFixed(2)})`,
  )
  console.log(
    `peak memory                    ${Math.round(Math.max(one.peak, largeOne.peak))} MB on one worker, ${Math.round(Math.max(two.peak, largeTwo.peak))} MB on two (below 300)`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function floorSeconds(code: string): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  child.stdout.on('data', (chunk) => {
    told += chunk
  })
  await new Promise((resolve) => child.on('close', resolve))
  return Number(told.split(' ')[0]) / 1e6
}
