import { describe, expect, test } from 'vitest'
import { type ExplainCommandOptions, explainCommand } from '../../src/cli/commands/explainCommand.ts'
import { createContext } from '../../src/entry/createContext.ts'
import { decideOne } from '../../src/entry/decide.ts'
import { explain } from '../../src/entry/explain.ts'
import { minimalCase } from '../helpers/minimalCase.ts'
import '../../src/locale/zh-CN.ts'
import { fakeHost } from './fakeHost.ts'

const AS_OF = '2026-11-25T02:00:00+08:00'
const line = (value: unknown) => `${JSON.stringify(value)}\n`

async function run(stdin: readonly (string | Uint8Array)[], options: ExplainCommandOptions) {
  const host = fakeHost(stdin)
  const status = await explainCommand('-', { asOf: AS_OF, ...options }, host)
  return { status, ...host.written }
}

function decisionOn(record: unknown) {
  const decided = decideOne(record, createContext({ asOf: AS_OF }))
  if (!decided.ok) throw new Error('a good record was refused')
  return decided.decision
}

test.each([
  ['no choice', {}],
  ['for the borrower in Chinese', { language: 'zh-CN', audience: 'borrower' }],
  ['for compliance in English', { language: 'en', audience: 'compliance' }],
] as const)('says what the library says, a sentence a line: %s', async (_, wording) => {
  const two = minimalCase({ id: 'b-2' })
  const { status, out, err } = await run([line(minimalCase({ id: 'b-1' })), line(two)], {
    id: 'b-2',
    ...wording,
  })
  expect(out).toBe(`${explain(decisionOn(two), wording).join('\n')}\n`)
  expect(out.split('\n').length).toBeGreaterThan(2)
  expect([status, err]).toEqual([0, ''])
})

test('the first line with the id counts, as in decide, and nothing after it is read', async () => {
  async function* stdin() {
    yield Buffer.from(`not JSON\n${line(minimalCase({ id: 'b-1' }))}`)
    throw new Error('read on')
  }
  const host = { ...fakeHost(), stdin: stdin() }
  expect(await explainCommand('-', { asOf: AS_OF, id: 'b-1' }, host)).toBe(0)
})

test('a rejected case is shown as decide shows it', async () => {
  const { status, out, err } = await run([line({ id: 'b-1' }), line(minimalCase({ id: 'b-1' }))], {
    id: 'b-1',
  })
  expect([status, out]).toEqual([3, ''])
  expect(JSON.parse(err)).toMatchObject({ line: 1, id: 'b-1', issues: expect.arrayContaining([]) })
})

test('and in the language asked for', async () => {
  const { loan } = minimalCase()
  const wrong = minimalCase({ id: 'b-1', loan: { ...loan, overdue: 1.5 } })
  const english = await run([line(wrong)], { id: 'b-1', language: 'en' })
  const chinese = await run([line(wrong)], { id: 'b-1', language: 'zh-CN' })
  const [first] = JSON.parse(english.err).issues
  expect(JSON.parse(chinese.err).issues[0]).toEqual({ ...first, message: '应为整数，实际为 1.5。' })
  expect(first.message).toBe('Expected a whole number, but got 1.5.')
})

test('as of the record’s own instant', async () => {
  const one = minimalCase({ metadata: { asOf: AS_OF } })
  const { out } = await run([line(one)], { id: one.id, asOf: 'record' })
  expect(out).toBe(`${explain(decisionOn(one)).join('\n')}\n`)
})

test('where nobody should be written to, that is said and nothing else', async () => {
  const late = minimalCase({ circumstances: [{ kind: 'deceased', since: '2026-11-01' }] })
  const { status, out, err } = await run([line(late)], { id: late.id, audience: 'borrower' })
  expect([status, out, err]).toEqual([0, '', 'arrears: nobody should be written to in this case\n'])
})

describe('an unknown id', () => {
  test('is an error', async () => {
    await expect(run([line(minimalCase())], { id: 'none' })).rejects.toMatchObject({
      exitStatus: 2,
      message: 'no case with this id in standard input',
    })
  })
  test('that may be on a line nobody can read is told so', async () => {
    await expect(run(['{\n', '}\n', '\n'], { id: 'none' })).rejects.toMatchObject({
      exitStatus: 2,
      message: 'no case with this id in standard input (lines that could not be read: 2)',
    })
  })
})
