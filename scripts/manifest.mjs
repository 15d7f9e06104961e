// Writes into fixtures/manifest.json how many files every set of fixtures holds and what they hash to; with --check it
// writes nothing, and says what differs. Where a set came from, and under which licence, is written there by hand.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const MANIFEST = 'fixtures/manifest.json'
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'))

const found = readdirSync('fixtures', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
  .filter((file) => file !== MANIFEST)
  .sort()

const sets = manifest.sets.map((set) => {
  const own = found.filter((file) => file.startsWith(`${set.folder}/`))
  const hash = createHash('sha256')
  for (const file of own) {
    const content = createHash('sha256').update(readFileSync(file)).digest('hex')
    hash.update(`${file.slice(set.folder.length + 1)} ${content}\n`)
  }
  return { ...set, files: own.length, sha256: hash.digest('hex') }
})

if (process.argv.includes('--check')) {
  const faults = [
    ...found
      .filter((file) => !sets.some(({ folder }) => file.startsWith(`${folder}/`)))
      .map((file) => `${file} belongs to no set`),
    ...manifest.sets.flatMap(({ folder, origin, licence, files, sha256 }, i) => [
      ...(origin && licence ? [] : [`${folder} says no origin or licence`]),
      ...(files === sets[i].files ? [] : [`${folder} holds ${sets[i].files} files, not ${files}`]),
      ...(sha256 === sets[i].sha256 ? [] : [`${folder} has changed: npm run manifest`]),
    ]),
  ]
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
} else writeFileSync(MANIFEST, `${JSON.stringify({ ...manifest, sets }, null, 2)}\n`)
