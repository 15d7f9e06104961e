import type { ParsedCase, ReadCase } from './readCase.ts'

export type { ParsedCase } from './readCase.ts'

/** From the global registry, so that the ESM and CommonJS builds recognise each other's cases. */
const BRAND = Symbol.for('arrears.parsedCase')

/** Wraps a case that passed every check. */
export const brandCase = (read: ReadCase): ParsedCase =>
  Object.freeze({ [BRAND]: read }) as unknown as ParsedCase

/** The case inside what `parseCase` made, or undefined for anything else. Never throws. */
export function readOf(value: unknown): ReadCase | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  try {
    return (value as { readonly [BRAND]?: ReadCase })[BRAND]
  } catch {
    // A proxy that refuses to be read is no parsed case.
    return undefined
  }
}
