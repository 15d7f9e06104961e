// What a user gets: packs the package, installs the tarball in an empty folder and uses it there, as ES module, as
// CommonJS, both at once, and as a command. The dependencies come from node_modules, so no network is needed.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'arrears-smoke-'))
const here = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32' }
const there = { ...here, cwd: folder }
const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))

const common = `
const account = { id: 'b-1', currency: 'CNY', timeZone: 'Asia/Shanghai', jurisdiction: 'CN',
  loan: { product: 'instalment', outstanding: 520000, overdue: 52000, daysPastDue: 20, instalment: 52000 } }
const asOf = '2026-11-25T02:00:00+08:00'
function check(library, compliance, context) {
  const parsed = library.parseCase(account, context)
  assert.equal(parsed.ok, true)
  const decision = library.decide(parsed.value, context)
  assert.equal(decision.versions.engine, '${version}')
  assert.ok(library.explain(decision, { language: 'zh-CN', audience: 'collector' }).length > 0)
  assert.deepEqual(library.explain(decision, { language: zhCN }), library.explain(decision, { language: 'zh-CN' }))
  assert.ok(compliance.permissions(parsed.value, context).length > 0)
  return decision
}
`
const programs = {
  'module.mjs': `
import assert from 'node:assert/strict'
import * as library from 'arrears'
import * as compliance from 'arrears/compliance'
import { zhCN } from 'arrears/locale/zh-CN'
${common}
check(library, compliance, library.createContext({ asOf }))`,
  'common.cjs': `
const assert = require('node:assert/strict')
const library = require('arrears')
const compliance = require('arrears/compliance')
const { zhCN } = require('arrears/locale/zh-CN')
assert.equal(require('arrears/package.json').version, '${version}')
${common}
check(library, compliance, library.createContext({ asOf }))`,
  'both.mjs': `
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import * as library from 'arrears'
import * as compliance from 'arrears/compliance'
import { zhCN } from 'arrears/locale/zh-CN'
${common}
const require = createRequire(import.meta.url)
require('arrears/locale/zh-CN')
const other = { library: require('arrears'), compliance: require('arrears/compliance') }
assert.notEqual(other.library.decide, library.decide)
const made = other.library.createContext({ asOf })
const parsed = other.library.parseCase(account, made)
assert.deepEqual(library.decide(parsed.value, made), other.library.decide(parsed.value, made))
assert.deepEqual(check(library, other.compliance, made), check(other.library, compliance, library.createContext({ asOf })))`,
}

try {
  const tarballs = ['.', ...Object.keys(dependencies).map((name) => `./node_modules/${name}`)].map(pack)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--offline', ...tarballs], there)
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, name), text)
    execFileSync(process.execPath, ['--throw-deprecation', name], there)
    console.log(`ok ${name}`)
  }
  // Those that need nothing but the package, as they lie in it.
  for (const name of ['01-decide-one', '02-batch', '03-own-policy', '06-train-a-scorecard']) {
    const example = join(folder, 'node_modules', 'arrears', 'examples', `${name}.mjs`)
    const printed = execFileSync(process.execPath, [example], there)
    if (!readFileSync(example, 'utf8').endsWith(`/* Prints:\n${printed}*/\n`))
      throw new Error(`${name} prints:\n${printed}`)
    console.log(`ok examples/${name}.mjs`)
  }
  const help = execFileSync('npm', ['exec', '--offline', '--', 'arrears', '--help'], there)
  if (!/\bdecide\b/.test(help) || !/\bexplain\b/.test(help)) throw new Error(`arrears --help says:\n${help}`)
  console.log('ok arrears --help')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function pack(path) {
  const args = ['pack', path, '--ignore-scripts', '--json', '--pack-destination', folder]
  return `./${JSON.parse(execFileSync('npm', args, here))[0].filename}`
}
