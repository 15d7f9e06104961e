import type * as z from 'zod/mini'

/** Without `readonly`, through and through: schemas make mutable lists, the hand-written types promise more. */
type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T

/** True for types that are one and the same, optional properties included; false where one merely fits the other. */
export type Same<A, B> =
  (<T>() => T extends Writable<A> ? 1 : 2) extends <T>() => T extends Writable<B> ? 1 : 2 ? true : false

export type SchemaOf<T> = z.ZodMiniType<T>

/**
 * Takes a schema only where what it lets through is exactly the hand-written type `T`, `readonly` aside: where the
 * two drift apart, the argument is "not assignable to never" and nothing compiles.
 */
export const schemaOf =
  <T>() =>
  <S extends z.ZodMiniType>(schema: Same<z.output<S>, T> extends true ? S : never): SchemaOf<T> =>
    schema as unknown as SchemaOf<T>
