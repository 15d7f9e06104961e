import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../package.json'
import { DUCKDB } from '../src/cli/tables/duckdb.ts'

type Versions = Record<string, string>
interface Locked {
  dependencies?: Versions
  devDependencies?: Versions
  optionalDependencies?: Versions
}
const locked: Record<string, Locked> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages

test('one ESM and one CommonJS file, each with its types, for every entry', () => {
  const pair = (name: string) => ({
    import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
    require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
  })
  expect(manifest.exports).toEqual({
    '.': pair('index'),
    './compliance': pair('compliance'),
    './portfolio': pair('portfolio'),
    './schema': pair('schema'),
    './simulate': pair('simulate'),
    './schema/*.json': './schema/*.json',
    './train': pair('train'),
    './locale/*': pair('locale/*'),
    './package.json': './package.json',
  })
  expect(manifest.bin).toEqual({ arrears: 'dist/cli.js' })
})

test('types come first among the conditions, or TypeScript does not see them', () => {
  const conditions = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : Object.values(entry),
  )
  expect(conditions.length).toBe(14)
  expect(new Set(conditions.map((condition) => Object.keys(condition)[0]))).toEqual(new Set(['types']))
})

test('a user installs along zod, and for training and simulating three of matrices, regression and statistics', () => {
  expect(Object.keys(manifest.dependencies)).toEqual([
    'ml-logistic-regression',
    'ml-matrix',
    'simple-statistics',
    'zod',
  ])
  expect(manifest).not.toHaveProperty('optionalDependencies')
})

test('only those who read tables install DuckDB: the version that is tested, and that the command names', () => {
  const version = manifest.devDependencies['@duckdb/node-api']
  expect(manifest.peerDependencies).toEqual({ '@duckdb/node-api': version })
  expect(manifest.peerDependenciesMeta).toEqual({ '@duckdb/node-api': { optional: true } })
  expect(DUCKDB).toBe(`@duckdb/node-api@${version}`)
})

test('the licence of every package that is bundled into the binary goes along', () => {
  const sources = readdirSync('src/cli', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const imported = sources.flatMap((file) =>
    [...readFileSync(`src/cli/${file}`, 'utf8').matchAll(/^import (?!type ).* from '([^.'][^']*)'/gm)].map(
      ([, name = '']) => name,
    ),
  )
  const bundled = new Set(
    imported.filter((name) => !name.startsWith('node:') && !(name in manifest.dependencies)),
  )
  const told = /BUNDLED = \[(.*)\]/.exec(readFileSync('scripts/notices.mjs', 'utf8'))?.[1]
  expect(told?.split(', ')).toEqual([...bundled].sort().map((name) => `'${name}'`))
})

test('the published files, the runtime and the licence', () => {
  expect(manifest.files).toEqual([
    'dist',
    'docs',
    'examples',
    'fixtures/portfolios/synthetic.ndjson',
    'fixtures/portfolios/synthetic.outcomes.csv',
    'schema',
    'src/input/borrowerCase.ts',
    'src/policy/defaultPolicy.ts',
    'ARCHITECTURE.md',
    'CHANGELOG.md',
  ])
  expect(manifest.engines).toEqual({ node: '>=20.19' })
  expect(manifest).toMatchObject({ type: 'module', license: 'MIT' })
  // Importing a language registers it; all else may be left out where it is not used.
  expect(manifest.sideEffects).toEqual(['./dist/locale/*'])
})

// npm packs these whatever `files` says.
const ALWAYS = ['README.md', 'LICENSE', 'package.json']
const isPublished = (path: string): boolean =>
  [...manifest.files, ...ALWAYS].some((one) => path === one || path.startsWith(`${one}/`))

test('what its pages link to and its examples read is in the package', () => {
  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    ...readdirSync('docs').map((name) => `docs/${name}`),
  ]
  const examples = readdirSync('examples').filter((name) => name.endsWith('.mjs'))
  const linked = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) =>
      posix.join(posix.dirname(page), path),
    ),
  )
  const read = examples.flatMap((name) =>
    [...readFileSync(`examples/${name}`, 'utf8').matchAll(/new URL\(['`]([^'`$]+)/g)].map(([, path = '']) =>
      posix.join('examples', path),
    ),
  )
  expect(linked.length).toBeGreaterThan(20)
  expect(read).toContain('fixtures/portfolios/synthetic.ndjson')
  // A name made as the example runs is known by its folder.
  const missing = [...linked, ...read].filter(
    (path) => !isPublished(path) && !manifest.files.some((one) => path.endsWith('/') && one.startsWith(path)),
  )
  expect(missing).toEqual([])
  expect(
    [...linked, ...read, ...manifest.files.filter((one) => one !== 'dist')].filter(
      (path) => !existsSync(path),
    ),
  ).toEqual([])
})

test('every version is exact', () => {
  const versions = { ...manifest.dependencies, ...manifest.devDependencies }
  expect(
    Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
  ).toEqual([])
})

test('the lock file belongs to this package.json and names no host', () => {
  expect(locked['']?.dependencies).toEqual(manifest.dependencies)
  expect(locked['']?.devDependencies).toEqual(manifest.devDependencies)
  expect(Object.entries(locked).filter(([, entry]) => 'resolved' in entry)).toEqual([])
})

// Without them `npm ci` refuses the lock; scripts/completeLock.mjs says how they get lost and puts them back.
test('the lock file knows the optional packages of every platform', () => {
  const known = new Set(Object.keys(locked).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)))
  const wanted = Object.values(locked).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
  expect(wanted.filter((name) => !known.has(name))).toEqual([])
})
