import { readdirSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** Each language says the same things in a file of its own. */
const OF_A_LANGUAGE = /^locale\/(en|zh-CN)/

/** The types and functions that a file declares at its top level. */
function declaredIn(text: string): readonly string[] {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2022)
  return source.statements.flatMap((statement) => {
    if (ts.isInterfaceDeclaration(statement)) return [`type ${statement.name.text}`]
    if (ts.isTypeAliasDeclaration(statement)) return [`type ${statement.name.text}`]
    if (ts.isFunctionDeclaration(statement)) return [`function ${statement.name?.text}`]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      ts.isIdentifier(name) && initializer !== undefined && ts.isArrowFunction(initializer)
        ? [`function ${name.text}`]
        : [],
    )
  })
}

/** Names that several of the files declare, with the files. */
function declaredTwice(files: readonly (readonly [file: string, text: string])[]): readonly string[] {
  const where = new Map<string, Set<string>>()
  for (const [file, text] of files)
    for (const name of declaredIn(text)) where.set(name, (where.get(name) ?? new Set()).add(file))
  return [...where].flatMap(([name, found]) =>
    found.size > 1 ? [`${name}: ${[...found].sort().join(', ')}`] : [],
  )
}

test('a type or function of src/ is declared in one file: one name, one meaning', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !OF_A_LANGUAGE.test(file))
  expect(files.length).toBeGreaterThan(100)
  expect(declaredTwice(files.map((file) => [file, readFileSync(`src/${file}`, 'utf8')]))).toEqual([])
})

test('a name with two meanings is found, with its files', () => {
  const found = declaredTwice([
    ['a.ts', 'interface Kind {}\nexport const later = () => 1\nconst LIMIT = 1'],
    ['b.ts', 'type Kind = 1\nfunction later() {}\nconst LIMIT = 2'],
  ])
  expect(found).toEqual(['type Kind: a.ts, b.ts', 'function later: a.ts, b.ts'])
})
