import type { RulePack } from '../../input/rulePack.ts'

const guideline = {
  products: ['revolving', 'instalment', 'single'],
  force: 'selfRegulatory',
  source: 'China Banking Association, Guideline on Collecting Personal Consumer Loans (trial), 2026-01-30',
  checked: 'secondary',
  effectiveFrom: '2026-01-30',
} as const

/**
 * China: the banking association's collection guideline, and the measures on credit cards.
 *
 * - Cards are taken to be revolving loans; personal consumer loans those in instalments and those repaid
 *   at once. A case does not say whether the lender is a bank, so the guideline is applied to every such
 *   lender in China, beside cn-online; the strictest wins.
 * - Third persons: only if the debtor’s number is invalid or after three failures in a row, and only to
 *   obtain contact details or pass a message.
 * - Visits: identification is shown. Not expressed as rules: calls are recorded (same guideline).
 * - Credit cards (Measures on the Credit Card Business of Commercial Banks, secondary): debt beyond the
 *   debtor’s ability, with the will to repay, may become a personal instalment agreement of at most 60
 *   months (Art. 70), the longest plan of the built-in policy; collection records are kept for at least 2
 *   years (Art. 68).
 * - No rule was found for how often visits may be made, notice before them, recording them, or vulnerable
 *   groups: house rules apply there.
 */
export const CN_BANK: RulePack = {
  id: 'cn-bank',
  title: 'China: bank cards and personal consumer loans (no legal advice)',
  version: '2026-11',
  jurisdictions: ['CN'],
  notes:
    'Covers the China Banking Association’s trial guideline, which binds its members and their agencies, and the duty to verify a disputed card debt. Not legal advice.',
  rules: [
    {
      ...guideline,
      id: 'quietHours',
      kind: 'hours',
      channels: ['disturbing'],
      open: [{ days: ['*'], from: '08:00', to: '22:00' }],
      overrides: ['agreement', 'consent'],
      consentDays: 365,
      why: 'Nothing at night without consent. The source sets no end to one: it is asked for again after a year.',
    },
    {
      ...guideline,
      id: 'unanswered',
      kind: 'frequency',
      count: 'unanswered',
      channels: ['call'],
      over: 'point',
      window: { type: 'calendar', days: 1 },
      max: 6,
      overrides: ['consent'],
      consentDays: 365,
      why: 'Six unanswered attempts a day to one number, unless agreed. The source sets no end to one: it is asked for again after a year.',
    },
    {
      ...guideline,
      id: 'thirdParty',
      kind: 'thirdParty',
      only: 'locate',
      when: ['untraceable', 'threeFailures'],
      why: 'An invalid number is read as untraceable.',
    },
    {
      ...guideline,
      id: 'visit',
      kind: 'visit',
      staff: 2,
      consent: 'toEnter',
    },
    {
      id: 'dispute',
      kind: 'hold',
      circumstance: 'dispute',
      products: ['revolving'],
      force: 'rule',
      source: 'CBRC Order 2011 No. 2, Art. 69',
      checked: 'secondary',
      effectiveFrom: '2011-01-13',
      why: 'A disputed card debt is verified; that collection stops meanwhile is the library’s own reading.',
    },
  ],
}
