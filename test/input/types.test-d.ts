import { expectTypeOf, test } from 'vitest'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { parseCase } from '../../src/input/parseCase.ts'
import type { Policy, PolicyInput } from '../../src/input/policy.ts'
import type { ParsedCase, ReadCase } from '../../src/input/readCase.ts'
import type { Sound } from '../../src/input/sound.ts'
import type { Issue } from '../../src/words/issue.ts'

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
