// `npm run kill -- [times] [seed]`: kills `arrears decide --resume` that often (50), each time somewhere else, starts it
// again until it comes to its end, and compares what it wrote, byte for byte, with what a run left in peace writes.
// Half of the kills come after a drawn time, half at a drawn step of the run: when the journal is put in place, or a
// result gets its name. The last line is `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { isBuilt } from './isBuilt.mjs'

const [times = 50, seed = 1] = process.argv.slice(2).map(Number)
const ACCOUNTS = 3_000
const CLI = 'dist/cli.js'

const RECORD = ['--as-of', 'record']
const WAYS = [
  { name: 'plain, one worker', cases: 'cases.ndjson', end: '', options: RECORD },
  { name: 'gzip, one worker', cases: 'cases.ndjson.gz', end: '.gz', options: RECORD },
  { name: 'plain, two workers', cases: 'cases.ndjson.gz', end: '', options: [...RECORD, '--workers', '2'] },
  {
    name: 'gzip, slim, two workers',
    cases: 'cases.ndjson',
    end: '.gz',
    options: [...RECORD, '--slim', '--workers', '2'],
  },
  { name: 'tables', cases: 'tables', end: '', options: ['--as-of', '2026-01-01T00:00:00Z'] },
]

/** Steps of a run: a call of a function of node:fs/promises, by the end of the path it makes or removes. */
const STEPS = [
  { call: 'rename', to: '.journal', count: 1 },
  { call: 'rename', to: '.journal', count: 2 },
  { call: 'rename', to: '.journal', complete: true },
  { call: 'rename', to: 'rejects' },
  { call: 'rename', to: 'summary' },
  { call: 'rename', to: 'out' },
  // The first makes room for a new one.
  { call: 'rm', to: '.ids', count: 2 },
  { call: 'rm', to: '.journal' },
].flatMap((step) => ['before', 'after'].map((when) => ({ ...step, when })))

if (!isBuilt()) {
  console.log('Building dist/ first; this can take a minute.\n')
  spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' })
}
const folder = mkdtempSync(join(tmpdir(), 'arrears-kill-'))
try {
  process.exitCode = (await main()) > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function main() {
  writeCases()
  writeFileSync(join(folder, 'dieAt.mjs'), `await (${dieAt})(JSON.parse(process.env.DIE_AT))`)
  const peace = []
  for (const [index, way] of WAYS.entries()) {
    const into = newFolder(`peace-${index}`)
    const began = performance.now()
    const status = await ended(start(way, into, []))
    if (status !== 3) throw new Error(`left in peace it ended with ${status}`)
    peace.push({ seconds: (performance.now() - began) / 1000, ...resultsIn(into, way) })
    const { read, rejected } = peace[index].summary
    console.log(`left in peace, ${way.name}: ${read} read, ${rejected} rejected`)
  }
  const steps = shuffled(STEPS)
  let failed = 0
  for (let index = 0; index < times; index++) {
    const step = index % 2 === 0 ? undefined : steps[((index - 1) / 2) % steps.length]
    const wayIndex = Math.floor(drawn(`way ${index}`) * WAYS.length)
    const told = []
    const fault = await killed(index, WAYS[wayIndex], peace[wayIndex], step, told).catch(
      ({ message }) => message,
    )
    console.log(`${index + 1}. ${WAYS[wayIndex].name}: ${told.join('; ')}: ${fault ?? 'the same'}`)
    if (fault !== undefined) failed += 1
  }
  console.log(`\n${times - failed} passed, ${failed} failed`)
  return failed
}

/** Kills a run, and every third one again when it goes on; says what is wrong with its results, or nothing. */
async function killed(index, way, expected, step, told) {
  const into = newFolder(`run-${index}`)
  const out = join(into, `out${way.end}`)
  const seconds = (kill) => expected.seconds * drawn(`time ${index} ${kill}`)
  const moments = [
    async () => (step && (await killedAt(step, way, into))) ?? (await surelyKilled(seconds(0), way, into)),
    ...(index % 3 === 2 ? [() => killedAfter(seconds(1) / 2, way, into)] : []),
    // A run that nobody kills.
    () => killedAfter(undefined, way, into),
  ]
  for (const moment of moments) {
    const where = await moment()
    if (where === undefined) return difference(resultsIn(into, way), expected)
    told.push(`killed ${where}, ${stateOf(into, way)}`)
    if (existsSync(out) && !readFileSync(out).equals(expected.out)) return 'a half was taken for the whole'
  }
  return 'it never came to its end'
}

/** Kills a run after so many seconds, and says so; undefined when it comes to its end before. */
async function killedAfter(seconds, way, into) {
  const child = start(way, into, ['--resume'])
  const timer = seconds === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
  const how = await ended(child)
  clearTimeout(timer)
  if (how === 'SIGKILL') return `after ${seconds.toFixed(2)} s`
  if (how !== 3) throw new Error(`a run ended with ${how}`)
  return undefined
}

/** The same, sooner and sooner until it is not too late. */
async function surelyKilled(seconds, way, into) {
  return (await killedAfter(seconds, way, into)) ?? (await surelyKilled(seconds * 0.7, way, into))
}

/** Kills it at a step; undefined when it comes to its end without, having been too quick for so many checkpoints. */
async function killedAt(step, way, into) {
  const dieAt = ['--import', join(folder, 'dieAt.mjs')]
  const how = await ended(start(way, into, ['--resume'], dieAt, JSON.stringify(step)))
  return how === 'SIGKILL' ? toldOf(step) : undefined
}

function toldOf({ call, to, when, count, complete }) {
  return `${when} ${call} of ${to}${count === undefined ? '' : ` ${count}`}${complete ? ', complete' : ''}`
}

/** Runs inside the command, before it begins: the process kills itself at a step. */
async function dieAt(step) {
  const promises = (await import('node:fs/promises')).default
  const { readFileSync } = await import('node:fs')
  const real = promises[step.call]
  let count = 0
  const isStep = (from, to = from) => {
    if (!to.replace(/\.gz(?=$|\.)/, '').endsWith(step.to)) return false
    count += 1
    if (step.complete) return JSON.parse(readFileSync(from, 'utf8').split('\n')[0]).complete
    return step.count === undefined || step.count === count
  }
  promises[step.call] = async (...args) => {
    const isIt = isStep(...args.filter((arg) => typeof arg === 'string'))
    if (isIt && step.when === 'before') process.kill(process.pid, 'SIGKILL')
    await real(...args)
    if (isIt) process.kill(process.pid, 'SIGKILL')
  }
  ;(await import('node:module')).syncBuiltinESMExports()
}

function start({ cases, end, options }, into, more, node = [], DIE_AT = '') {
  const files = ['out', 'rejects'].flatMap((name) => [`--${name}`, join(into, `${name}${end}`)])
  const all = [...files, '--summary', join(into, 'summary'), ...options, ...more]
  return spawn(process.execPath, [...node, CLI, 'decide', join(folder, cases), ...all], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DIE_AT },
  })
}

function ended(child) {
  return new Promise((resolve) => child.on('close', (status, signal) => resolve(signal ?? status)))
}

function newFolder(name) {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}

function resultsIn(into, { end }) {
  const { seconds, ...summary } = JSON.parse(readFileSync(join(into, 'summary'), 'utf8'))
  const [out, rejects] = ['out', 'rejects'].map((name) => readFileSync(join(into, `${name}${end}`)))
  return { out, rejects, summary, names: readdirSync(into).sort() }
}

function difference(found, expected) {
  if (!found.out.equals(expected.out)) return 'other decisions'
  if (!found.rejects.equals(expected.rejects)) return 'other rejects'
  if (JSON.stringify(found.summary) !== JSON.stringify(expected.summary)) return 'another summary'
  if (`${found.names}` !== `${expected.names}`) return `left behind: ${found.names}`
  return undefined
}

/** What a killed run left. */
function stateOf(into, { end }) {
  const names = readdirSync(into)
  const placed = names.filter((name) => !name.startsWith('.'))
  const journal = join(into, `.out${end}.journal`)
  if (!existsSync(journal)) return placed.length === 0 ? 'nothing to go on with' : 'all done'
  const { at, complete } = JSON.parse(readFileSync(journal, 'utf8').split('\n')[0])
  return complete ? `complete, in place: ${placed.join(' ') || 'nothing'}` : `${at.line} lines on the disk`
}

/** Sound cases with all that may stand between them: bad lines of every kind, ids that come back, empty lines. */
function writeCases() {
  const sample = ['sample', '--count', `${ACCOUNTS}`, '--seed', `${seed}`]
  const lines = spawnSync(process.execPath, [CLI, ...sample], { maxBuffer: 2 ** 30 })
    .stdout.toString()
    .trimEnd()
    .split('\n')
  const pieces = [Buffer.from('\uFEFF')]
  for (const [index, line] of lines.entries()) {
    pieces.push(Buffer.from(index % 19 === 0 ? `${line}\r\n` : `${line}\n`))
    if (index % 53 === 52) pieces.push(Buffer.from(`${lines[Math.floor(drawn(`again ${index}`) * index)]}\n`))
    if (index % 97 === 0) pieces.push(Buffer.from(`${line.slice(0, 200)}\n`))
    if (index % 211 === 0) pieces.push(Buffer.from('\n \t\n{}\n'))
    if (index % 307 === 0) pieces.push(Buffer.from([0x22, 0xff, 0x22, 0x0a]))
  }
  const cases = Buffer.concat(pieces)
  writeFileSync(join(folder, 'cases.ndjson'), cases)
  writeFileSync(join(folder, 'cases.ndjson.gz'), gzipSync(cases))
  writeTables(lines)
}

/** The same cases in tables, with rows that are refused. */
function writeTables(lines) {
  const [sound, tables] = [join(folder, 'sound.ndjson'), join(folder, 'tables')]
  writeFileSync(sound, `${lines.join('\n')}\n`)
  const made = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/toTables.ts', sound, tables, 'csv'])
  if (made.status !== 0) throw new Error(`no tables: ${made.stderr}`)
  const [head, first, second] = readFileSync(join(tables, 'accounts.csv'), 'utf8').split('\n')
  const bad = [first, second.replaceAll(/,[^,]*$/g, ''), `nobody${','.repeat(head.split(',').length - 1)}`]
  appendFileSync(join(tables, 'accounts.csv'), `${bad.join('\n')}\n`)
}

/** A fraction from 0 to 1 that is the same for the same name and seed. */
function drawn(name) {
  return createHash('sha256').update(`${seed} ${name}`).digest().readUInt32BE() / 2 ** 32
}

function shuffled(list) {
  return [...list].sort((a, b) => drawn(`step ${JSON.stringify(a)}`) - drawn(`step ${JSON.stringify(b)}`))
}
