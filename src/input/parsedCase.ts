import type { ParsedCase, ReadCase } from './readCase.ts'

/** From the global registry, so that the ESM and CommonJS builds recognise each other's cases. */
const BRAND = Symbol.for('arrears.parsedCase')

/** Wraps a case that passed every check. */
export const brandCase = (read: ReadCase): ParsedCase =>
  Object.freeze({ [BRAND]: read }) as unknown as ParsedCase

/**
 * The case inside what `parseCase` made, or undefined for anything else. Never throws. Of what is frozen and has the
 * brand itself, not even a proxy can say anything but what is there.
 */
export function readOf(value: unknown): ReadCase | undefined {
  try {
    if (typeof value !== 'object' || value === null) return undefined
    if (!Object.hasOwn(value, BRAND) || !Object.isFrozen(value)) return undefined
    const read = (value as { readonly [BRAND]?: Partial<ReadCase> | null })[BRAND]
    const whole = read?.source?.loan && read.zone?.blocks && Array.isArray(read.contacts) && read.latestDay
    return typeof whole === 'number' ? (read as ReadCase) : undefined
  } catch {
    // A proxy that refuses to be read is no parsed case.
    return undefined
  }
}
