import { inverse } from 'ml-matrix'
import { partOf } from './boundedQuadratic.ts'
import type { LogisticFit } from './fitLogistic.ts'
import { twoSidedP } from './normalTail.ts'

/** How far a coefficient can be relied on. */
export interface Inference {
  readonly coefficient: number
  /** Null for a coefficient held at 0, which has no standard error. */
  readonly standardError: number | null
  readonly z: number | null
  /** Chance of a z as far from 0 if the coefficient were 0 (Wald); given the bins and the coefficients held at 0. */
  readonly p: number | null
}

/**
 * Standard errors from the inverse of Fisher's information on the free coefficients, intercept first. They take the
 * bins and which coefficients are free as given, so they are a lower bound of the true uncertainty.
 */
export function standardErrors({ coefficients, free, information }: LogisticFit): Inference[] {
  const covariance = inverse(partOf(information, free, coefficients.length))
  return coefficients.map((coefficient, j) => {
    const at = free.indexOf(j)
    if (at < 0) return { coefficient, standardError: null, z: null, p: null }
    const standardError = Math.sqrt(covariance.get(at, at))
    const z = coefficient / standardError
    return { coefficient, standardError, z, p: twoSidedP(z) }
  })
}
