import { readdirSync, readFileSync } from 'node:fs'
import { posix, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

// Who may read whom, types included; a room absent here does not exist. The same table stands in ARCHITECTURE.md.
const ground = ['words', 'time', 'numbers']
const online = [...ground, 'input', 'policy', 'history', 'score', 'compliance', 'plan', 'course']
const all = [
  ...online,
  'decide',
  'explain',
  'locale',
  'sample',
  'portfolio',
  'simulate',
  'train',
  'report',
  'verify',
  'entry',
]
const mayRead: Record<string, string[]> = {
  words: ['time', 'numbers'],
  time: ['numbers'],
  numbers: [],
  input: ground,
  policy: [...ground, 'input'],
  history: [...ground, 'input'],
  score: [...ground, 'input', 'history'],
  compliance: [...ground, 'input', 'history'],
  plan: [...ground, 'input', 'history', 'compliance'],
  course: [...ground, 'input', 'history', 'compliance'],
  decide: online,
  explain: [...online, 'decide'],
  locale: [...ground, 'explain'],
  sample: [...ground, 'input'],
  portfolio: [...ground, 'input', 'decide'],
  simulate: [...ground, 'input', 'plan', 'decide', 'sample'],
  train: [...ground, 'input', 'history', 'score'],
  report: all.filter((room) => room !== 'verify' && room !== 'entry'),
  verify: all,
  entry: all, // not cli, whose side effects an entry would spread
  cli: all,
}
const joinsRooms = new Set(['entry', 'verify', 'train', 'report', 'cli'])
const packages: Record<string, RegExp> = {
  input: /^zod(\/|$)/,
  simulate: /^simple-statistics$/,
  train: /^(ml-(matrix|logistic-regression)|simple-statistics)$/,
  cli: /./,
}
const effects = new Set(
  'process console performance globalThis require Buffer crypto fetch setTimeout setInterval setImmediate'.split(
    ' ',
  ),
)

/** What a file, given by its path under src/, does against the three rules of ARCHITECTURE.md. */
function violations(file: string, text: string): string[] {
  const room = file.split('/')[0] ?? ''
  const readable = mayRead[room]
  if (readable === undefined || !file.includes('/')) return [`${file} is in no room`]
  const found: string[] = []
  const imports = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier))
      return void found.push('computed import')
    const path = specifier.text
    const to = posix.join(posix.dirname(file), path).split('/')[0] ?? ''
    // A bundler makes of a file that imports itself a call of what it never defined.
    if (path.startsWith('.') && posix.join(posix.dirname(file), path) === file) found.push('imports itself')
    if (!path.startsWith('.')) packages[room]?.test(path) || found.push(`package ${path}`)
    else if (to === room || (room === 'cli' && to === '..')) return
    else if (!readable.includes(to)) found.push(`may not read ${to}`)
    else if (!typeOnly && !ground.includes(to) && !joinsRooms.has(room)) found.push(`value from ${to}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) imports(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false)
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      imports(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node))
      imports(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      imports(node.arguments[0], false)
    else if (ts.isImportEqualsDeclaration(node)) found.push('import =')
    else if (room !== 'cli') effect(node)
    ts.forEachChild(node, visit)
  }
  const effect = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && effects.has(node.text)) {
      const { name } = node.parent as { name?: ts.Node } // of a property, a declaration: not the global itself
      if (name !== node || ts.isShorthandPropertyAssignment(node.parent)) found.push(node.text)
    } else if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const key = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression
      const path = `${node.expression.getText()}.${'text' in key ? key.text : ''}`
      if (path === 'Date.now' || path === 'Math.random') found.push(path)
    } else if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
      const given = ts.isNewExpression(node) && node.arguments?.length // Date(x) is the clock too
      if (node.expression.getText() === 'Date' && !given) found.push('the clock')
    }
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true))
  return found
}

test('src/ keeps the three rules', { timeout: 30_000 }, () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  expect(files.length).toBeGreaterThan(0)
  const broken = files.flatMap((file) => {
    const path = file.split(sep).join('/')
    return violations(path, readFileSync(`src/${path}`, 'utf8')).map(
      (violation) => `src/${path}: ${violation}`,
    )
  })
  expect(broken).toEqual([])
})

describe('a file that breaks a rule is found', () => {
  test.each([
    ['a value from another room', 'score/a.ts', "import { x } from '../history/x.ts'", 'value from history'],
    [
      'over several lines',
      'score/a.ts',
      "import {\n  x,\n  y,\n} from\n  '../history/x.ts'",
      'value from history',
    ],
    [
      'one inline type among none',
      'score/a.ts',
      "import { type X } from '../history/x.ts'",
      'value from history',
    ],
    ['for its side effect', 'score/a.ts', "import '../history/x.ts'", 'value from history'],
    ['a namespace', 'explain/a.ts', "import * as x from '../decide/x.ts'", 'value from decide'],
    ['a re-export', 'decide/a.ts', "export { x } from '../plan/x.ts'", 'value from plan'],
    ['a re-export of all', 'decide/a.ts', "export * from '../plan/x.ts'", 'value from plan'],
    ['a dynamic import', 'decide/a.ts', "const x = await import('../plan/x.ts')", 'value from plan'],
    ['itself', 'decide/a.ts', "const x = await import('./a.ts')", 'imports itself'],
    ['a computed import', 'decide/a.ts', 'const x = await import(name)', 'computed import'],
    ['import =', 'decide/a.ts', "import x = require('../plan/x.ts')", 'import ='],
    [
      'a type out of bounds',
      'compliance/a.ts',
      "import type { Score } from '../score/x.ts'",
      'may not read score',
    ],
    [
      'a re-exported type',
      'compliance/a.ts',
      "export type { Score } from '../score/x.ts'",
      'may not read score',
    ],
    ['an import type', 'compliance/a.ts', "type S = import('../score/x.ts').S", 'may not read score'],
    ['from deeper down', 'policy/packs/a.ts', "import { x } from '../../input/x.ts'", 'value from input'],
    [
      'the ground reading a room',
      'words/a.ts',
      "import type { X } from '../input/x.ts'",
      'may not read input',
    ],
    ['a command in an entry', 'entry/a.ts', "import { main } from '../cli/main.ts'", 'may not read cli'],
    ['out of src', 'words/a.ts', "import json from '../../package.json'", 'may not read ..'],
    ['zod outside input', 'history/a.ts', "import * as z from 'zod/mini'", 'package zod/mini'],
    ['its types', 'entry/a.ts', "import type { ZodType } from 'zod'", 'package zod'],
    ['a package nobody allowed', 'input/a.ts', "import { add } from 'date-fns'", 'package date-fns'],
    [
      'statistics outside training',
      'history/a.ts',
      "import { mean } from 'simple-statistics'",
      'package simple-statistics',
    ],
    ['node:fs', 'entry/a.ts', "import { readFileSync } from 'node:fs'", 'package node:fs'],
    ['its old name', 'train/a.ts', "import fs from 'fs'", 'package fs'],
    ['require', 'input/a.ts', "const fs = require('fs')", 'require'],
    ['process', 'words/a.ts', 'const zone = process.env.TZ', 'process'],
    ['console', 'decide/a.ts', 'console.log(1)', 'console'],
    ['console, handed on', 'decide/a.ts', 'const out = { console }', 'console'],
    ['globalThis', 'decide/a.ts', "globalThis['process']", 'globalThis'],
    ['Date.now', 'words/a.ts', 'const now = Date.now()', 'Date.now'],
    ['Date.now, handed on', 'words/a.ts', 'const clock = Date\n  .now', 'Date.now'],
    ['new Date()', 'words/a.ts', 'const now = new Date()', 'the clock'],
    ['new Date', 'words/a.ts', 'const now = new Date', 'the clock'],
    ['Date()', 'words/a.ts', 'const now = Date()', 'the clock'],
    ['performance', 'score/a.ts', 'performance.now()', 'performance'],
    ['Math.random', 'decide/a.ts', "Math['random']()", 'Math.random'],
    ['a room nobody planned', 'utils/a.ts', 'export const x = 1', 'utils/a.ts is in no room'],
    ['a file outside the rooms', 'index.ts', 'export const x = 1', 'index.ts is in no room'],
  ])('%s', (_, file, text, violation) => {
    expect(violations(file, text)).toContain(violation)
  })
})

describe('a file that keeps them is left alone', () => {
  test.each([
    ['values of the ground', 'decide/a.ts', "import { x } from '../words/x.ts'"],
    ['types within bounds', 'decide/a.ts', "import type { X } from '../plan/x.ts'\nexport type { X }"],
    ['its own room', 'decide/a.ts', "import { x } from './x.ts'\nexport * from './deep/y.ts'"],
    ['zod in input', 'input/a.ts', "import * as z from 'zod/mini'"],
    ['an entry joining rooms', 'entry/a.ts', "export { decide } from '../decide/decide.ts'"],
    ['the command', 'cli/a.ts', "import fs from 'node:fs'\nconsole.log(process.pid, Date.now(), new Date())"],
    ['a comment and a text', 'words/a.ts', "// new Date(), process.env\nconst x = 'console.log(Date.now())'"],
    [
      'a property of such a name',
      'decide/a.ts',
      'type T = { process: string }\nconst x = (t: T) => t.process',
    ],
    ['a given day', 'words/a.ts', 'const day = new Date(0)\nconst ms = Date.UTC(2026, 0)'],
  ])('%s', (_, file, text) => {
    expect(violations(file, text)).toEqual([])
  })
})
