import { expectTypeOf, test } from 'vitest'
import * as z from 'zod/mini'
import { type Same, schemaOf } from '../../src/input/schemaOf.ts'

interface Hand {
  readonly a: string
  readonly b?: readonly ('x' | 'y')[]
}
const b = z.exactOptional(z.array(z.enum(['x', 'y'])))

test('a schema that lets through just the hand-written type is taken', () => {
  schemaOf<Hand>()(z.strictObject({ a: z.string(), b }))
})

test('one that drifts is not', () => {
  // @ts-expect-error a field is missing
  schemaOf<Hand>()(z.strictObject({ a: z.string() }))
  // @ts-expect-error a field too many
  schemaOf<Hand>()(z.strictObject({ a: z.string(), b, c: z.exactOptional(z.string()) }))
  // @ts-expect-error optional instead of required
  schemaOf<Hand>()(z.strictObject({ a: z.exactOptional(z.string()), b }))
  // @ts-expect-error required instead of optional
  schemaOf<Hand>()(z.strictObject({ a: z.string(), b: z.array(z.enum(['x', 'y'])) }))
  // @ts-expect-error a value too few
  schemaOf<Hand>()(z.strictObject({ a: z.string(), b: z.exactOptional(z.array(z.enum(['x']))) }))
})

test('only readonly makes no difference', () => {
  expectTypeOf<Same<{ readonly a: readonly string[] }, { a: string[] }>>().toEqualTypeOf<true>()
  expectTypeOf<Same<{ a?: string }, { a: string }>>().toEqualTypeOf<false>()
  expectTypeOf<Same<{ a: string | number }, { a: string }>>().toEqualTypeOf<false>()
})
