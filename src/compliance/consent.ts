import type { ConsentTo } from '../input/borrowerCase.ts'
import type { ReadConsent } from '../input/readCase.ts'
import type { Channel } from '../kernel/contactOutcome.ts'
import type { EpochSecond } from '../kernel/instant.ts'

/**
 * Until when the borrower's prior consents lift a rule that lets each of them do so for `seconds`; −Infinity where
 * none does. All consents lie in the past, so that what they lift reaches without a gap from now to that instant.
 */
export function consentEnds(
  consents: readonly ReadConsent[],
  to: ConsentTo,
  channel: Channel,
  seconds: number,
): EpochSecond {
  let end = Number.NEGATIVE_INFINITY
  if (seconds === 0) return end
  for (const consent of consents)
    if (consent.to === to && (consent.channel === undefined || consent.channel === channel))
      end = Math.max(end, consent.at + seconds)
  return end
}
