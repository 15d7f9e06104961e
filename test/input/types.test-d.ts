import { expectTypeOf, test } from 'vitest'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import type { Policy, PolicyInput } from '../../src/input/policy.ts'
import type { ParsedCase, ReadCase } from '../../src/input/readCase.ts'
import type { Sound } from '../../src/input/sound.ts'
import type { Issue, IssueCode, IssueParams } from '../../src/words/issue.ts'

test('parseCase takes anything and gives a case or issues', () => {
  expectTypeOf(parseCase).parameter(0).toBeUnknown()
  const parsed = parseCase(0)
  if (parsed.ok) expectTypeOf(parsed.value).toEqualTypeOf<ParsedCase>()
  else expectTypeOf(parsed.issues).toEqualTypeOf<readonly Issue[]>()
})

test('a parsed case cannot be made by hand or read', () => {
  // @ts-expect-error no object has the brand
  const made: ParsedCase = {}
  // @ts-expect-error a record is not parsed yet
  const record: ParsedCase = {} as BorrowerCase
  // @ts-expect-error what it holds is not seen
  expectTypeOf(made.loan)
  expectTypeOf<ReadCase>().not.toExtend<ParsedCase>()
  expectTypeOf(record)
})

test('a sound record is a sound part of one', () => {
  expectTypeOf<BorrowerCase>().toExtend<Sound<BorrowerCase>>()
})

test('a whole policy is a policy to be filled in, and so is a small part of one', () => {
  expectTypeOf<Policy>().toExtend<PolicyInput>()
  expectTypeOf<{ id: 'x'; version: '1'; promise: { toleranceDays: 3 } }>().toExtend<PolicyInput>()
})

test('where the code of an issue is known, so are its figures', () => {
  const told = (issue: Issue) => {
    switch (issue.code) {
      case 'string.tooShort':
        return issue.params.minimum
      case 'list.tooLong':
        return issue.params.more
      default:
        return 0
    }
  }
  expectTypeOf(told).returns.toEqualTypeOf<number | undefined>()
  expectTypeOf<Issue['code']>().toEqualTypeOf<IssueCode>()
  expectTypeOf<Issue<'string.tooLong'>['params']>().toEqualTypeOf<IssueParams['string.tooLong']>()
  // @ts-expect-error: too short a text says how long it must be
  const issue: Issue = { code: 'string.tooShort', path: '', message: '', params: { expected: '', got: '' } }
  expectTypeOf(issue).toExtend<Issue>()
})
