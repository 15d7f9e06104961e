/**
 * What is left of a value when all that is at fault is taken away: every field may be absent (it was, or should not
 * have been) or `null` (something was there, and an issue already says what is wrong with it).
 */
export type Sound<T> = T extends readonly (infer Item)[]
  ? readonly (Sound<Item> | null)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Sound<T[Key]> | null }
    : T

type Path = readonly PropertyKey[]

/** What stands at a path, or undefined where it leads nowhere. */
export function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const key of path) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, key)) return undefined
    at = Reflect.get(at, key)
  }
  return at
}

/**
 * The same with `null` in the place of what is at fault; a field that is missing leaves the rest as it is. The value
 * given stays as it was: what leads to a fault is copied.
 */
export function withoutFaults<T>(value: T, faults: readonly Path[]): Sound<T> | undefined {
  const copies = new WeakSet<object>()
  const root: { value: unknown } = { value }
  for (const fault of faults) {
    let at: object = root
    const path = ['value', ...fault]
    for (const [depth, key] of path.entries()) {
      if (!Object.hasOwn(at, key)) break
      const next: unknown = Reflect.get(at, key)
      if (depth === path.length - 1) Reflect.set(at, key, null)
      else if (next === null || typeof next !== 'object') break
      else {
        const copy = copies.has(next) ? next : Array.isArray(next) ? [...next] : { ...next }
        copies.add(copy)
        Reflect.set(at, key, copy)
        at = copy
      }
    }
  }
  return (root.value ?? undefined) as Sound<T> | undefined
}
