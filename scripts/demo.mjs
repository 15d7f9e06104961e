// What a newcomer sees first: decides the synthetic portfolio in fixtures/portfolios with the built command, prints how
// the actions fall out and three decisions in words, in both languages, and says where everything is.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { isBuilt } from './isBuilt.mjs'

const CASES = 'fixtures/portfolios/synthetic.ndjson'
const OUT = 'demo-output'
const WIDTH = 100

if (!process.argv.includes('--no-build') && !isBuilt()) {
  console.log('Building dist/ first; this can take a minute.\n')
  run('npm', ['run', '--silent', 'build'], { shell: process.platform === 'win32' })
}
const { explain } = await import('../dist/index.js')
await import('../dist/locale/zh-CN.js')

mkdirSync(OUT, { recursive: true })
const files = {
  decisions: `${OUT}/decisions.ndjson`,
  rejects: `${OUT}/rejects.ndjson`,
  summary: `${OUT}/summary.json`,
}
const decide = ['dist/cli.js', 'decide', CASES, '--as-of', 'record', '--out', files.decisions]
run(process.execPath, [...decide, '--rejects', files.rejects, '--summary', files.summary], {}, [0, 3])

const summary = JSON.parse(readFileSync(files.summary, 'utf8'))
const decisions = readFileSync(files.decisions, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))

console.log(`arrears: what to do next about loans in arrears, and why\n`)
console.log(
  `${summary.read} made-up accounts in ${CASES}: ${summary.decided} decided as of 1 January 2026, ${summary.rejected} rejected.\n`,
)
const NAMES = {
  wait: 'wait: acting now is forbidden, or not worth it',
  reminder: 'remind by message or letter',
  hardshipPause: 'offer a pause: no payments for a while',
  restructure: 'offer a new payment plan',
  call: 'call',
  visit: 'visit, after everything gentler failed',
}
console.log(`${'next action'.padEnd(48)} accounts   share`)
for (const [kind, count] of Object.entries(summary.actions)) {
  const share = `${Math.round((100 * count) / Math.max(1, summary.decided))} %`
  console.log(`${NAMES[kind].padEnd(48)} ${String(count).padStart(8)} ${share.padStart(7)}`)
}

const onHold = ({ reasons }) => reasons.some(({ code }) => code === 'rule.hold')
const isCall = ({ action }) => action.kind === 'call' && action.purpose !== 'offerPlan'
const isPlan = ({ action }) => action.kind === 'restructure'
const picks = [
  ['Someone should call', decisions.find(isCall)],
  ['Someone needs an easier plan', decisions.find(isPlan)],
  ['Nobody may ask for money now', decisions.find((one) => one.action.kind === 'wait' && onHold(one))],
]
console.log('\nThree of them in words, as a collector reads them.')
for (const [index, [title, decision]] of picks.entries()) {
  if (decision === undefined) continue
  console.log(`\n${index + 1}. ${title} (${decision.id}: ${decision.action.kind})`)
  for (const [language, name] of [
    ['en', 'English'],
    ['zh-CN', '中文'],
  ]) {
    console.log(`\n   ${name}`)
    for (const line of explain(decision, { language })) console.log(wrapped(line, '   | '))
  }
}

console.log(`
Where things are
  ${CASES.padEnd(40)} what went in: one account a line, each with the instant to decide as of
  ${files.decisions.padEnd(40)} what came out: action, plan, every alternative with why not, score, reasons
  ${files.rejects.padEnd(40)} what was refused, by line, with what is wrong (here nothing)
  ${files.summary.padEnd(40)} the counts above

Try next
  node dist/cli.js explain ${CASES} --as-of record --id ${picks[1][1].id} --audience borrower
  node dist/cli.js sample --count 5 --seed 7 --jurisdiction US
  node dist/cli.js decide --help
  README.md                                the idea, the commands, what goes in and out, the limits`)

function run(command, args, options = {}, good = [0]) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options })
  if (good.includes(status)) return
  console.error(`failed: ${command} ${args.join(' ')}`)
  process.exit(1)
}

/** Long lines broken between words; Chinese has none and is broken anywhere but before a mark. */
function wrapped(text, indent) {
  const pieces =
    text.match(/[\u2e80-\uffef][，。：；、）」”？！]*|[^\s\u2e80-\uffef]+[，。：；、）」”？！]*\s*|\s+/g) ??
    []
  const lines = ['']
  let width = 0
  for (const piece of pieces) {
    const size = [...piece.trimEnd()].reduce((sum, char) => sum + (char >= '\u2e80' ? 2 : 1), 0)
    if (width > 0 && width + size > WIDTH - indent.length) {
      lines.push('')
      width = 0
    }
    lines[lines.length - 1] += piece
    width += size + (piece.length - piece.trimEnd().length)
  }
  return lines.map((line) => `${indent}${line.trimEnd()}`).join('\n')
}
