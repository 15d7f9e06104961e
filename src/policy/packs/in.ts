import type { RulePack } from '../../input/rulePack.ts'

const until2026 = { force: 'rule', effectiveUntil: '2026-12-31' } as const
const from2027 = { force: 'rule', checked: 'primary', effectiveFrom: '2027-01-01' } as const

/**
 * India: the Reserve Bank's rules on recovery, which change on 2027-01-01.
 *
 * - Before 2027 the source speaks of calling borrowers before 08:00 and after 19:00. It is applied to
 *   visits and to messages that ring as well, since a knock or a ring at night is what it forbids. From
 *   2027 the text names calls and visits; messages then follow the house hours.
 * - From 2027 only the borrower and the guarantor are contacted (¶454Y(1)), requests to avoid a time are
 *   honoured (¶454Y(4)), the place is the borrower’s choice and home or work only without a choice or
 *   after two no-shows in a row (¶454Y(5)), and microfinance is collected at an agreed place (¶454Y(7)).
 * - Occasions to avoid are bereavement, medical emergency, calamity and weddings (¶454Y(6)). The record
 *   has one word for an illness and none for a wedding: illness is taken for the emergency until it ends
 *   or the borrower agrees to hours, and weddings go into avoidHours.
 * - Not expressed as rules: calls are logged and recorded and the record kept for 6 months (¶454P); the
 *   monthly repayments of a microfinance borrower stay within half of the household’s monthly income
 *   (Microfinance Directions 2022 ¶5; secondary); persistent calling is forbidden without a number, so
 *   house rules give one.
 */
export const IN: RulePack = {
  id: 'in',
  title: 'India (no legal advice)',
  version: '2026-11',
  jurisdictions: ['IN'],
  notes:
    'Covers the Reserve Bank’s rules on recovery until 2026, and from 2027 the Responsible Business Conduct (RBC) Fourth Amendment Directions 2026 for commercial banks, to which all lenders are held here. Not legal advice.',
  rules: [
    {
      ...until2026,
      id: 'hoursUntil2026',
      kind: 'hours',
      products: ['instalment', 'revolving', 'single'],
      channels: ['disturbing'],
      open: [{ days: ['*'], from: '08:00', to: '19:00' }],
      source: 'RBI/2022-23/108',
      checked: 'primary',
      effectiveFrom: '2022-08-12',
      why: 'Microfinance has directions of its own.',
    },
    {
      ...until2026,
      id: 'microfinanceHoursUntil2026',
      kind: 'hours',
      products: ['microfinance'],
      channels: ['disturbing'],
      open: [{ days: ['*'], from: '09:00', to: '18:00' }],
      source: 'RBC Directions 2025',
      checked: 'secondary',
      effectiveFrom: '2025-11-28',
    },
    {
      ...from2027,
      id: 'hours',
      kind: 'hours',
      channels: ['live'],
      open: [{ days: ['*'], from: '08:00', to: '19:00' }],
      overrides: ['agreement'],
      source: 'RBC Fourth Amendment ¶454Y(4)',
      why: 'Other hours only on the borrower’s express request.',
    },
    {
      ...from2027,
      id: 'noCallsOnOccasions',
      kind: 'hours',
      channels: ['call'],
      open: [],
      during: ['bereavement', 'illness', 'disaster'],
      overrides: ['agreement'],
      source: 'RBC Fourth Amendment ¶454Y(6)',
      why: 'While such an occasion lasts; who asks for a call at an hour of their own may have it.',
    },
    {
      ...from2027,
      id: 'placeOfChoice',
      kind: 'visit',
      placeChosenUntilNoShows: 2,
      source: 'RBC Fourth Amendment ¶454Y(5), (7)',
    },
    {
      ...from2027,
      id: 'noVisitsOnOccasions',
      kind: 'visit',
      notWhen: ['bereavement', 'illness', 'disaster'],
      source: 'RBC Fourth Amendment ¶454Y(6)',
    },
    {
      ...from2027,
      id: 'agencyDetails',
      kind: 'visit',
      binds: ['agency'],
      notice: 'agencyDetails',
      noticeDays: 1,
      firstOnly: true,
      source: 'RBC Fourth Amendment ¶454L–454M',
    },
    {
      ...from2027,
      id: 'thirdParty',
      kind: 'thirdParty',
      only: 'none',
      source: 'RBC Fourth Amendment ¶454Y(1)',
    },
  ],
}
