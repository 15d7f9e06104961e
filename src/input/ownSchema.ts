import * as z from 'zod/mini'
import { $constructor } from 'zod/v4/core'

const MiniType: typeof z.ZodMiniType = z.ZodMiniType

/** What is read of a value: it is put in the place of the value, or its faults are told. */
type Read = (payload: z.core.ParsePayload) => void

interface OwnDef extends z.core.$ZodTypeDef {
  readonly read: Read
}

interface OwnType extends z.ZodMiniType {
  readonly _zod: z.core.$ZodTypeInternals & { readonly def: OwnDef }
}

/** A schema that reads a value in one step, where zod would hand it from one to the next. */
const OwnSchema = $constructor<OwnType, OwnDef>('OwnSchema', (schema, def) => {
  MiniType.init(schema as never, def)
  schema._zod.parse = (payload) => {
    def.read(payload)
    return payload
  }
})

const wrongType = (expected: 'string' | 'number', payload: z.core.ParsePayload): void => {
  payload.issues.push({ code: 'invalid_type', expected, input: payload.value })
}

/** A text, and what `read` makes of it or says of its faults. */
export const ownText = <T>(read: (text: string, payload: z.core.ParsePayload) => T) =>
  own('string', (payload) => {
    if (typeof payload.value === 'string') payload.value = read(payload.value, payload)
    else wrongType('string', payload)
  }) as unknown as z.ZodMiniType<T, string>

/** A finite number, and what `check` says of its faults. */
export const ownNumber = (check: (value: number, payload: z.core.ParsePayload) => void) =>
  own('number', (payload) => {
    const { value } = payload
    if (typeof value === 'number' && Number.isFinite(value)) check(value, payload)
    else wrongType('number', payload)
  }) as unknown as z.ZodMiniType<number, number>

const own = (type: 'string' | 'number', read: Read): OwnType => new OwnSchema({ type, read })
