import type { BorrowerCase, Contact } from '../../src/input/borrowerCase.ts'
import type { Channel } from '../../src/words/channels.ts'
import type { ContactOutcome } from '../../src/words/outcomes.ts'

/** The smallest case in arrears that can be reached by every channel, with what a test changes in it. */
export const minimalCase = (changes: Partial<BorrowerCase> = {}): BorrowerCase => ({
  id: 't-1',
  currency: 'USD',
  timeZone: 'UTC',
  area: 'a-1',
  loan: { product: 'instalment', outstanding: 500000, overdue: 100000, daysPastDue: 40, instalment: 50000 },
  ...changes,
})

/** An outbound contact with the borrower, with what a test changes in it. */
export const contact = (
  at: string,
  channel: Channel,
  outcome: ContactOutcome,
  changes: Partial<Contact> = {},
): Contact => ({ at, channel, outcome, party: 'borrower', ...changes })

/** Written to and called weeks before 25 November 2026, so that neither a first word nor help is due. */
export const TRIED: readonly Contact[] = [
  contact('2026-10-20T10:00:00Z', 'sms', 'delivered', { purpose: 'findOut' }),
  contact('2026-10-28T10:00:00Z', 'call', 'noAnswer'),
]
