import { resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** The files of `src/` that no longer compile where one file is changed. */
function brokenBy(file: string, change: (text: string) => string): readonly string[] {
  const config = ts.readConfigFile('tsconfig.json', ts.sys.readFile).config
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, '.')
  const host = ts.createCompilerHost(options)
  const read = host.readFile
  const changed = resolve(file)
  host.readFile = (name) => {
    const text = read(name)
    return resolve(name) === changed && text !== undefined ? change(text) : text
  }
  const getSource = host.getSourceFile
  host.getSourceFile = (name, version, ...rest) =>
    resolve(name) === changed
      ? ts.createSourceFile(name, host.readFile(name) ?? '', version)
      : getSource(name, version, ...rest)
  const program = ts.createProgram(ts.sys.readDirectory('src', ['.ts']), { ...options, noEmit: true }, host)
  const found = program
    .getSemanticDiagnostics()
    .map((one) => one.file?.fileName.replace(/.*\/src\//, '') ?? '')
  return [...new Set(found)].sort()
}

const TIMEOUT = 120_000

test('a ninth channel is asked for wherever it needs words of its own', { timeout: TIMEOUT }, () => {
  const broken = brokenBy('src/words/channels.ts', (text) =>
    text.replace(
      '\n  call: {',
      "\n  pigeon: { form: 'letter', disturbs: false, isReminder: true, isVisit: false, action: 'reminder', servedBy: [], withoutPoint: 'never' },\n  call: {",
    ),
  )
  expect(broken).toEqual(['locale/en.ts', 'locale/zh-CN.ts', 'sample/contactLog.ts'])
})

test('a seventh action kind is asked for wherever it needs a part of its own', { timeout: TIMEOUT }, () => {
  const broken = brokenBy('src/words/actions.ts', (text) =>
    text.replace(
      '\n  visit: {',
      "\n  mediation: { family: 'contact', unit: 'visit', approval: 'never' },\n  visit: {",
    ),
  )
  expect(broken).toEqual([
    'decide/decideAction.ts',
    'locale/en.ts',
    'locale/zh-CN.ts',
    'policy/defaultPolicy.ts',
  ])
})
