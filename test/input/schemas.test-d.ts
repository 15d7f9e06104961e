import { expectTypeOf, test } from 'vitest'
import * as z from 'zod/mini'
import type { Decision } from '../../src/explain/decision.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import type { Capacity } from '../../src/input/capacityFile.ts'
import type { capacitySchema } from '../../src/input/capacitySchema.ts'
import type { caseSchema } from '../../src/input/caseSchema.ts'
import type { decisionSchema } from '../../src/input/decisionSchema.ts'
import type { Mapping } from '../../src/input/mapping.ts'
import type { mappingSchema } from '../../src/input/mappingSchema.ts'
import type { Model } from '../../src/input/model.ts'
import type { modelSchema } from '../../src/input/modelSchema.ts'
import type { PolicyInput } from '../../src/input/policy.ts'
import type { policySchema } from '../../src/input/policySchema.ts'
import type { Prices } from '../../src/input/pricesFile.ts'
import type { pricesSchema } from '../../src/input/pricesSchema.ts'
import type { ReadCase } from '../../src/input/readCase.ts'
import type { RulePack } from '../../src/input/rulePack.ts'
import type { rulePackSchema } from '../../src/input/rulePackSchema.ts'

/** Without `readonly`, through and through: schemas make mutable lists, the hand-written types promise more. */
type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T

/** The other way round: with `readonly`. */
type Reading<T> = T extends readonly (infer Item)[]
  ? readonly Reading<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Reading<T[Key]> }
    : T

/** True for types that are one and the same, optional properties included; false where one merely fits the other. */
type Same<A, B> =
  (<T>() => T extends Writable<A> ? 1 : 2) extends <T>() => T extends Writable<B> ? 1 : 2 ? true : false

/**
 * A line that fails here means that a hand-written type and its schema differ in some field: compare the two files
 * named on it (of a case, `borrowerCase.ts` and `recordSchema.ts`), field by field, optional ones included.
 */
test('a schema takes just the hand-written type', () => {
  expectTypeOf<Same<z.input<typeof caseSchema>, BorrowerCase>>().toEqualTypeOf<true>()
  expectTypeOf<Same<z.input<typeof policySchema>, PolicyInput>>().toEqualTypeOf<true>()
  expectTypeOf<Same<z.input<typeof rulePackSchema>, RulePack>>().toEqualTypeOf<true>()
  expectTypeOf<Same<z.input<typeof modelSchema>, Model>>().toEqualTypeOf<true>()
  expectTypeOf<Same<z.input<typeof capacitySchema>, Capacity>>().toEqualTypeOf<true>()
  expectTypeOf<Same<z.input<typeof mappingSchema>, Mapping>>().toEqualTypeOf<true>()
  expectTypeOf<Same<z.input<typeof pricesSchema>, Prices>>().toEqualTypeOf<true>()
})

test('a schema gives what later rooms use', () => {
  expectTypeOf<z.output<typeof caseSchema>>().toEqualTypeOf<Omit<ReadCase, 'source'>>()
  expectTypeOf<Same<z.output<typeof policySchema>, PolicyInput>>().toEqualTypeOf<true>()
  expectTypeOf<Same<z.output<typeof rulePackSchema>, RulePack>>().toEqualTypeOf<true>()
  expectTypeOf<Same<z.output<typeof modelSchema>, Model>>().toEqualTypeOf<true>()
})

test('a decision is what its schema says', () => {
  expectTypeOf<Decision>().toExtend<Reading<z.input<typeof decisionSchema>>>()
})

test('only readonly makes no difference', () => {
  const b = z.exactOptional(z.array(z.enum(['x', 'y'])))
  const schema = z.strictObject({ a: z.string(), b })
  type Made = z.output<typeof schema>
  type Few = readonly ('x' | 'y')[]
  expectTypeOf<Same<Made, { readonly a: string; readonly b?: Few }>>().toEqualTypeOf<true>()
  expectTypeOf<Same<Made, { a: string }>>().toEqualTypeOf<false>()
  expectTypeOf<Same<Made, { a: string; b: Few }>>().toEqualTypeOf<false>()
  expectTypeOf<Same<Made, { a: string; b?: readonly 'x'[] }>>().toEqualTypeOf<false>()
  expectTypeOf<Same<{ readonly a: readonly string[] }, { a: string[] }>>().toEqualTypeOf<true>()
})
