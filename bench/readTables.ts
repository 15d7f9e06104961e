import { closeSync, openSync, writeSync } from 'node:fs'
import { openTables } from '../src/cli/tables/openTables.ts'

/** Joins a folder of tables and writes its cases, without deciding them: `readTables.ts FOLDER CASES.ndjson`. */
const [folder = '', out = ''] = process.argv.slice(2)
const { stdin, stdout, stderr } = process
const host = { stdin, stdout, stderr, now: Date.now, atInterrupt: () => {} }
const cases = openSync(out, 'w')
for await (const chunk of (await openTables(folder, { out }, host)).chunks) writeSync(cases, chunk)
closeSync(cases)
