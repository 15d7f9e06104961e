// Makes fixtures/portfolios anew with the built command, as fixtures/manifest.json says, and the outcomes as a table.
// Run by `npm run fixtures`; a test makes the same again and expects the same bytes.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const FOLDER = 'fixtures/portfolios'
const { sets } = JSON.parse(readFileSync('fixtures/manifest.json', 'utf8'))
const { command } = sets.find(({ folder }) => folder === FOLDER)

const [, ...args] = command.split(' ')
const { status } = spawnSync(process.execPath, ['dist/cli.js', ...args], { stdio: 'inherit' })
if (status !== 0) process.exit(1)

const truths = readFileSync(`${FOLDER}/synthetic.truth.ndjson`, 'utf8').trimEnd().split('\n')
const rows = truths.map((line) => JSON.parse(line)).map(({ id, bad }) => `${id},${bad}\n`)
writeFileSync(`${FOLDER}/synthetic.outcomes.csv`, `id,bad\n${rows.join('')}`)
