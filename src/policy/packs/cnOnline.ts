import type { RulePack } from '../../input/rulePack.ts'

const standard = {
  force: 'standard',
  source: 'GB/T 45251-2025',
  checked: 'secondary',
  effectiveFrom: '2025-02-28',
} as const

/**
 * China: the national standard for collecting online consumer credit.
 *
 * - A case does not say whether the credit was granted online, so the standard is applied to every loan
 *   in China, beside cn-bank; the strictest wins.
 * - Contact persons: only when the debtor cannot be reached, has died or lacks legal capacity; the debt
 *   is never disclosed; one who refuses is never contacted again (same standard). The rule below names
 *   only the first of the three occasions: under a hold for death or incapacity nobody is contacted by
 *   this library’s advice anyway.
 * - Not expressed as rules: someone affected may ask for an explanation of an automated decision and may
 *   refuse one made by automated means only (Personal Information Protection Law, Art. 24; secondary
 *   source, quoted verbatim). Consumer-finance companies keep collection records for at least 5 years
 *   (Measures for Consumer Finance Companies 2024; secondary).
 * - No rule was found for how often visits may be made, notice before them, recording them, or vulnerable
 *   groups: house rules apply there.
 */
export const CN_ONLINE: RulePack = {
  id: 'cn-online',
  title: 'China: online consumer credit (no legal advice)',
  version: '2026-11',
  jurisdictions: ['CN'],
  notes:
    'Covers GB/T 45251-2025, a recommended national standard on collecting online consumer loans, for lenders and their agencies. Not legal advice.',
  rules: [
    {
      ...standard,
      id: 'quietHours',
      kind: 'hours',
      channels: ['disturbing'],
      open: [{ days: ['*'], from: '08:00', to: '22:00' }],
      overrides: ['agreement'],
      why: 'Nothing at night unless agreed with the debtor; letters and e-mail disturb nobody’s night.',
    },
    {
      ...standard,
      id: 'voiceCalls',
      kind: 'frequency',
      count: 'conversation',
      channels: ['call'],
      over: 'borrower',
      window: { type: 'calendar', days: 1 },
      max: 3,
      why: 'Three effective voice calls a day on the lender’s initiative. Effective is read as: a person was spoken to, also where an automated voice spoke.',
    },
    {
      ...standard,
      id: 'thirdParty',
      kind: 'thirdParty',
      only: 'locate',
      when: ['untraceable'],
      why: 'A contact person only where the debtor cannot be reached.',
    },
  ],
}
