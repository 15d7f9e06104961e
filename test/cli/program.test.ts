import { describe, expect, test, vi } from 'vitest'
import * as decideCommand from '../../src/cli/commands/decideCommand.ts'
import { run } from '../../src/cli/program.ts'
import { ENGINE_VERSION } from '../../src/entry/createContext.ts'
import { jsonSchema } from '../../src/input/jsonSchema.ts'
import { minimalCase } from '../helpers/minimalCase.ts'
import { fakeHost } from './fakeHost.ts'

async function arrears(args: string, stdin: readonly string[] = []) {
  const host = fakeHost(stdin)
  const status = await run(
    args.split(' ').filter((arg) => arg !== ''),
    host,
  )
  return { status, ...host.written }
}
const AS_OF = '--as-of 2026-11-25T02:00:00+08:00'

describe('help and version', () => {
  test.each([
    ['--help', /decide .*explain /s],
    ['decide --help', /--as-of .*--rejects .*Examples:/s],
    ['explain --help', /--id .*--audience .*Examples:/s],
    ['prioritise --help', /--capacity .*--out .*Examples:/s],
    ['compare --help', /--policy .*--at-most .*--as-of .*--later .*Examples:/s],
    ['train --help', /--outcomes .*--as-of .*--later .*--policy .*--model .*Examples:/s],
    ['validate --help', /--outcomes .*--groups .*--as-of .*--model .*Examples:/s],
    ['monitor --help', /--watch .*--as-of .*--model .*Examples:/s],
    ['export --help', /--to .*Examples:/s],
    ['schema --help', /case.*decision.*policy.*pack.*capacity.*mapping.*model/s],
    ['help decide', /--as-of /],
    ['--version', new RegExp(`^${ENGINE_VERSION}\n$`)],
  ])('%s', async (args, expected) => {
    const { status, out, err } = await arrears(args)
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(expected)
  })
})

test('schema prints the JSON Schema of a format', async () => {
  const { status, out, err } = await arrears('schema policy')
  expect([status, err]).toEqual([0, ''])
  expect(JSON.parse(out)).toEqual(jsonSchema('policy'))
})

describe('a command line that makes no sense ends with 2 and says why on standard error', () => {
  test.each([
    ['', /Usage: arrears/],
    ['decode cases', /unknown command/],
    ['schema', /missing required argument/],
    ['schema prices', /Allowed choices are case, decision, policy, pack, capacity, mapping, model/],
    ['decide', /missing required argument/],
    ['decide a b', /too many arguments/],
    ['decide - --fast', /unknown option '--fast'/],
    ['decide - --later maybe', /Allowed choices are reject, ignore/],
    ['decide - --workers 0', /whole number from 1 to 64/],
    ['decide - --workers 1.5', /whole number from 1 to 64/],
    ['decide - --workers many', /whole number from 1 to 64/],
    ['decide - --as-of', /argument missing/],
    ['decide - --as-of yesterday', /--as-of takes an instant/],
    ['explain -', /required option '--id <id>' not specified/],
    ['explain - --id b-1 --language fr', /Allowed choices are en, zh-CN/],
    ['explain - --id b-1 --audience everybody', /Allowed choices are borrower, collector, compliance/],
    ['explain - --id b-1', /no case with this id/],
    ['compare -', /required option '--policy <policy>' not specified/],
    ['prioritise -', /required option '--capacity <file>' not specified/],
    ['train -', /required option '--outcomes <file>' not specified/],
    ['train - --outcomes o.csv', /required option '--out <model>' not specified/],
    ['validate model.json', /required option '--outcomes|missing required argument 'cases'/],
    ['monitor model.json -', /missing required argument 'now'/],
  ])('arrears %s', async (args, expected) => {
    const { status, out, err } = await arrears(args)
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(expected)
    expect(err).not.toMatch(/\n\s+at /)
  })
})

test('decide and explain run, and end with how they ended', async () => {
  const good = `${JSON.stringify(minimalCase())}\n`
  expect(await arrears(`decide - ${AS_OF} --workers 1`, [good])).toMatchObject({ status: 0 })
  expect(await arrears(`decide - ${AS_OF}`, [good, '{\n'])).toMatchObject({ status: 3 })
  const words = await arrears(`explain - ${AS_OF} --id t-1 --language zh-CN`, [good])
  expect(words).toMatchObject({ status: 0, err: '' })
  expect(words.out).toMatch(/[\u4e00-\u9fff]/)
})

test('an unforeseen error ends with 1 and one line that repeats nothing of the input', async () => {
  vi.spyOn(decideCommand, 'decideCommand').mockRejectedValueOnce(new RangeError('secret'))
  const { status, err } = await arrears('decide -')
  expect(status).toBe(1)
  expect(err).toMatch(/^arrears: a defect stopped the run: RangeError .*\n$/)
  expect(err).not.toContain('secret')
})
