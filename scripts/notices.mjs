// Writes dist/THIRD-PARTY.txt: the licences of what is bundled into the binary, with their copyright notices.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** What src/cli imports that is no dependency of the package. */
const BUNDLED = ['commander', 'date-fns', 'piscina']

const names = new Set(BUNDLED)
for (const name of names) {
  for (const needed of Object.keys(manifest(name).dependencies ?? {})) names.add(needed)
}
const notices = [...names].sort().map((name) => {
  const { version, license } = manifest(name)
  return `${name} ${version} (${license})\n\n${licenceText(name)}`
})
writeFileSync(
  'dist/THIRD-PARTY.txt',
  `The arrears command contains these packages.\n\n${notices.join(`\n\n${'-'.repeat(60)}\n\n`)}\n`,
)

function manifest(name) {
  return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
}

function licenceText(name) {
  const file = readdirSync(`node_modules/${name}`).find((entry) => /^licen[cs]e/i.test(entry))
  if (file === undefined) throw new Error(`no licence text in ${name}`)
  return readFileSync(`node_modules/${name}/${file}`, 'utf8').trim()
}
