import * as z from 'zod/mini'
import { isFull } from './issueLimit.ts'
import { anyList, anyObject, notTooMany, type OwnCheck, oneOf, some, upTo } from './ownChecks.ts'

/** Schemas of lists and objects whose parts have a schema each. */

/** Checks a part of a value against a schema of its own; what is wrong with it is told at its place. */
function fits(
  payload: z.core.ParsePayload,
  schema: z.ZodMiniType,
  part: unknown,
  path: readonly PropertyKey[],
): boolean {
  const { error } = z.safeParse(schema, part, { reportInput: true })
  for (const issue of error?.issues ?? [])
    payload.issues.push({ ...issue, path: [...path, ...issue.path] } as z.core.$ZodRawIssue)
  return error === undefined
}

/** Checks every item of a list until it is full of faults; `item` and `max` are there for those who read the schema. */
export interface EachFits extends z.core.CheckFn<unknown[]> {
  readonly item: z.ZodMiniType
  readonly max: number
}
const eachFits = (item: z.ZodMiniType, max: number): EachFits =>
  Object.assign(
    (payload: z.core.ParsePayload<unknown[]>) => {
      const { length } = payload.value
      for (let i = 0; i < length && !isFull(payload.issues); i++) fits(payload, item, payload.value[i], [i])
    },
    { item, max },
  )

/** Checks every field of an object, then that there are no others; `shape` is there for those who read the schema. */
export interface FieldsFit extends z.core.CheckFn<Readonly<Record<string, unknown>>> {
  readonly shape: Readonly<Record<string, z.ZodMiniType>>
}
const fieldsFit = (shape: FieldsFit['shape']): FieldsFit =>
  Object.assign(
    (payload: z.core.ParsePayload<Readonly<Record<string, unknown>>>) => {
      const { issues, value } = payload
      for (const [key, field] of Object.entries(shape))
        if (Object.hasOwn(value, key) || field._zod.optin === undefined)
          fits(payload, field, value[key], [key])
      for (const key in value)
        if (!Object.hasOwn(shape, key) && !isFull(issues))
          issues.push({ code: 'custom', input: value[key], params: UNKNOWN, path: [key] })
    },
    { shape },
  )
const UNKNOWN = { code: 'field.unknown', expected: 'no field of this name' } satisfies OwnCheck

/** An object with these fields and no others. It is left as it is: what is checked was copied, or is read by `straightReader`. */
export const object = <Shape extends Readonly<Record<string, z.ZodMiniType>>>(shape: Shape) =>
  anyObject.check(fieldsFit(shape)) as unknown as z.ZodMiniType<
    z.output<z.ZodMiniObject<{ -readonly [Key in keyof Shape]: Shape[Key] }, z.core.$strict>>
  >

/** A list whose length is checked before its items, so that a list out of all bounds costs nothing. */
export const list = <S extends z.ZodMiniType>(item: S, max: number) =>
  anyList.check(upTo(max), eachFits(item, max)) as unknown as z.ZodMiniType<z.output<S>[]>
/** The same, with at least one item. */
export const someOf = <S extends z.ZodMiniType>(item: S, max: number) =>
  anyList.check(some, upTo(max), eachFits(item, max)) as unknown as z.ZodMiniType<z.output<S>[]>

/** A value that has to fit the schema chosen for it. */
export const chosen = <S extends z.ZodMiniType>(choose: (value: unknown) => S) =>
  z.custom<z.output<S>>().check((payload) => {
    fits(payload, choose(payload.value), payload.value, [])
  })

/** An object that has to fit the schema named by its field `tag`. */
export const tagged = <Tag extends string, Schemas extends Readonly<Record<string, z.ZodMiniType>>>(
  tag: Tag,
  schemas: Schemas,
) =>
  anyObject.check((payload) => {
    const name = payload.value[tag]
    if (fits(payload, oneOf(Object.keys(schemas)), name, [tag]))
      fits(payload, schemas[name as string] as z.ZodMiniType, payload.value, [])
  }) as unknown as z.ZodMiniType<z.output<Schemas[keyof Schemas]>>

/** A new object with a value for each of up to 1,000 keys; a key that does not fit tells nothing of its value. */
export const record = <S extends z.ZodMiniType>(key: z.ZodMiniType<string>, item: S) =>
  anyObject.check(notTooMany, (payload) => {
    payload.value = { ...payload.value }
    for (const [name, value] of Object.entries(payload.value))
      if (fits(payload, key, name, [name])) fits(payload, item, value, [name])
  }) as unknown as z.ZodMiniType<Record<string, z.output<S>>>

/** An object with any of these keys, each of the same kind. */
export function anyOf<Key extends string, T extends z.ZodMiniType>(keys: readonly Key[], value: T) {
  const shape = Object.fromEntries(keys.map((key) => [key, z.exactOptional(value)]))
  return object(shape as { [K in Key]: z.ZodMiniExactOptional<T> })
}
