// Some packages come as one binary per platform, all of them optional. A registry copy that has only this platform's
// makes `npm install` leave the others out of package-lock.json, and `npm ci` then refuses the lock everywhere.
// Run this after `npm install`: it writes the missing entries, their platform read from their names, without
// an integrity, which npm fills in where it has the package.
import { readFileSync, writeFileSync } from 'node:fs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

let added = 0
for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (resolved(parent, name)) continue
    const parts = name.split('/').at(-1).split('-')
    const cpu = processors.filter((processor) => parts.includes(processor))
    const os = systems.filter((system) => parts.includes(system))
    if (cpu.length !== 1 || !/^\d+\.\d+\.\d+/.test(version))
      throw new Error(`what is ${name}@${version} for?`)
    const musl = parts.some((part) => part.startsWith('musl'))
    const libc = musl ? ['musl'] : parts.some((part) => part.startsWith('gnu')) ? ['glibc'] : []
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(dev ? { dev } : {}),
      ...(libc.length > 0 ? { libc } : {}),
      optional: true,
      ...(os.length > 0 ? { os } : {}),
    }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} added`)

/** Whether a package nested in `parent` or any folder around it answers to the name, as Node resolves it. */
function resolved(parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}
