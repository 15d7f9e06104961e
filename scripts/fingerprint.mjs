// What the built package makes of many cases, as one hash a set and kind: two commits with the same lines decide, say
// and refuse the same. Versions are left out of decisions.
//   npx tsx scripts/fingerprintInputs.ts INPUTS     writes the cases, once, at the commit to be held against
//   node scripts/fingerprint.mjs INPUTS [--dist DIST] [--dump FOLDER]
// `--dist` is another checkout's dist/; `--dump` writes what was hashed, a line each, for `diff`.
import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dist: { type: 'string', default: 'dist' }, dump: { type: 'string' } },
})
const [inputs] = positionals
if (inputs === undefined)
  throw new Error('usage: node scripts/fingerprint.mjs INPUTS [--dist DIST] [--dump FOLDER]')
const load = (file) => import(resolve(values.dist, file))
const { createContext, parseCase, decide, explain, counterfactuals } = await load('index.js')
const { permissions } = await load('compliance.js')
// A language is known once it was imported.
const languageFiles = readdirSync(resolve(values.dist, 'locale'))
  .filter((name) => name.endsWith('.js'))
  .sort()
for (const name of languageFiles) await load(`locale/${name}`)

const LANGUAGES = languageFiles.map((name) => name.slice(0, -'.js'.length))
const AUDIENCES = ['borrower', 'collector', 'compliance']
/** Counterfactuals decide some forty times more. */
const COUNTERFACTUALS_EVERY = 10

const contexts = new Map()
function contextOf({ asOf, later, policy }) {
  const key = JSON.stringify([asOf, later, policy])
  let made = contexts.get(key)
  if (made === undefined) {
    try {
      made = { context: createContext({ asOf, ...(later && { later }), ...(policy && { policy }) }) }
    } catch (error) {
      made = { refused: { code: error.code, message: error.message, issues: error.issues } }
    }
    if (contexts.size > 500) contexts.clear()
    contexts.set(key, made)
  }
  return made
}

const kept = new Map()
function keep(set, kind, value) {
  const name = `${set}: ${kind}`
  const line = JSON.stringify(value)
  const of = kept.get(name) ?? { hash: createHash('sha256'), count: 0, lines: [] }
  of.hash.update(line).update('\n')
  of.count += 1
  if (values.dump !== undefined) of.lines.push(line)
  kept.set(name, of)
}

let index = 0
for await (const line of createInterface({ input: createReadStream(inputs) })) {
  const input = JSON.parse(line)
  const { set } = input
  index += 1
  const { context, refused } = contextOf(input)
  if (context === undefined) {
    keep(set, 'refused contexts', [index, refused])
    continue
  }
  const parsed = parseCase(input.case, context)
  if (!parsed.ok) {
    keep(set, 'issues', [index, parsed.issues])
    continue
  }
  const { versions, ...decision } = decide(parsed.value, context)
  keep(set, 'decisions', [index, decision])
  const whole = { ...decision, versions: { ...versions, policy: 'p', model: 'm', engine: 'e' } }
  for (const language of LANGUAGES)
    for (const audience of AUDIENCES)
      keep(set, `texts ${language}`, [index, audience, explain(whole, { language, audience })])
  keep(set, 'permissions', [index, permissions(parsed.value, context)])
  if (index % COUNTERFACTUALS_EVERY === 0)
    keep(set, 'counterfactuals', [index, counterfactuals(parsed.value, context)])
}

if (values.dump !== undefined) mkdirSync(values.dump, { recursive: true })
for (const [name, { hash, count, lines }] of [...kept].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${hash.digest('hex').slice(0, 16)} ${String(count).padStart(6)} ${name}`)
  if (values.dump !== undefined)
    writeFileSync(
      join(values.dump, `${name.replace(/[^a-z-]+/gi, '.')}.ndjson`),
      lines.map((line) => `${line}\n`).join(''),
    )
}
