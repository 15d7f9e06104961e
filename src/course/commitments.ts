import type { EpochDay } from '../time/civilDay.ts'
import type { EpochSecond } from '../time/instant.ts'
import type { CommitmentKind } from '../words/commitments.ts'

/** Something under way: it began, and on its own day it is looked at again. */
export interface Commitment {
  readonly kind: CommitmentKind
  /** When it began; minus infinity where the record does not say. */
  readonly at: EpochSecond
  /** The day it began; undefined where the record does not say. */
  readonly since: EpochDay | undefined
  /** The first day on which it no longer asks for patience, or on which somebody must look. May be past. */
  readonly nextOn: EpochDay
  /** Pointers into the record. */
  readonly evidence: readonly string[]
  /** Whether contact about the same matter waits for that day. */
  readonly holdsContact: boolean
}
