import * as z from 'zod/mini'
import { $constructor, $ZodArray, $ZodAsyncError } from 'zod/v4/core'
import { MAX_ISSUES } from './issueLimit.ts'

const CoreArray: typeof $ZodArray = $ZodArray
const MiniType: typeof z.ZodMiniType = z.ZodMiniType

/**
 * Mini's array, which reads no further once there are more issues than can be told. zod reads on and hands all of them
 * from value to value: a small record with a fault everywhere would take gigabytes, or more arguments than a call has.
 */
const BoundedArray = $constructor<z.ZodMiniArray>('ZodMiniArray', (array, def) => {
  CoreArray.init(array as never, def)
  MiniType.init(array as never, def)
  const most = mostItems(def)
  array._zod.parse = (payload, context) => {
    const input = payload.value
    if (!Array.isArray(input)) {
      payload.issues.push({ expected: 'array', code: 'invalid_type', input, inst: array })
      return payload
    }
    // Too long a list is refused for that alone, by its own check, which comes next.
    if (input.length > most) return payload
    const values: unknown[] = Array(input.length)
    payload.value = values
    let faults = payload.issues.length
    let item: z.core.ParsePayload = { value: undefined, issues: [] }
    for (let i = 0; i < input.length; i++) {
      item.value = input[i]
      const read = def.element._zod.run(item, context)
      if (read instanceof Promise) throw new $ZodAsyncError()
      values[i] = read.value
      if (read.issues.length === 0) continue
      item = { value: undefined, issues: [] }
      for (const issue of read.issues) {
        payload.issues.push({ ...issue, path: [i, ...(issue.path ?? [])] })
        faults += faultsIn(issue)
      }
      if (faults > MAX_ISSUES) break
    }
    return payload
  }
})

/** How many faults may be told of an issue: that of a union holds those of its members. */
const faultsIn = (issue: z.core.$ZodRawIssue): number =>
  issue.code === 'invalid_union' ? Math.max(1, ...issue.errors.map((errors) => errors.length)) : 1

/** The most items that a check of the array's length allows. */
function mostItems({ checks = [] }: z.core.$ZodArrayDef): number {
  const maxima = checks.map(({ _zod: { def } }) => (def as Partial<z.core.$ZodCheckMaxLengthDef>).maximum)
  return Math.min(...maxima.map((maximum) => maximum ?? Number.POSITIVE_INFINITY))
}

/** `z.array`, bounded in what a value full of faults can cost. */
export const boundedArray = (<Element extends z.ZodMiniType>(element: Element) =>
  new BoundedArray({ type: 'array', element })) as typeof z.array
