import type { RulePack } from '../../input/rulePack.ts'

const guideline = { force: 'guideline', checked: 'primary', effectiveFrom: '2021-04-01' } as const

/**
 * Australia: the joint debt collection guideline of the two regulators, and the hardship notice.
 *
 * - National public holidays are closed; they are data the caller supplies in policy.holidays.AU.
 * - The guideline speaks of a week and a month without saying how they are laid: counted by the clock
 *   over 7 and 31 days, which holds for every way of laying them. Contact made includes calls answered,
 *   voicemail left and messages delivered; visits are not counted in it.
 * - At the workplace the debtor’s own working hours go before the default where they are known: put them
 *   in agreedHours or contactHours.
 * - Visits are a last resort, when less intrusive means have failed, at home before the workplace; a
 *   refusal ends them. At most one a month is reported but was not verified: the house rule says so.
 * - Not expressed as a rule: after a hardship notice no enforcement until 14 days after a refusal of it
 *   (National Credit Code s 89A): this library enforces nothing.
 */
export const AU: RulePack = {
  id: 'au',
  title: 'Australia (no legal advice)',
  version: '2026-11',
  jurisdictions: ['AU'],
  notes:
    'Covers the ACCC/ASIC debt collection guideline (RG 96, April 2021), for creditors and collectors alike, and the hardship notice of the National Credit Code. Not legal advice.',
  rules: [
    {
      ...guideline,
      id: 'telephoneHours',
      kind: 'hours',
      channels: ['call'],
      open: [
        { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '07:30', to: '21:00' },
        { days: ['sat', 'sun'], from: '09:00', to: '21:00' },
      ],
      holidays: 'closed',
      overrides: ['agreement'],
      source: 'ACCC/ASIC RG 96, part 2 section 4',
      why: 'A debtor may ask for other times.',
    },
    {
      ...guideline,
      id: 'faceToFaceHours',
      kind: 'hours',
      channels: ['visit'],
      open: [{ days: ['*'], from: '09:00', to: '21:00' }],
      holidays: 'closed',
      overrides: ['agreement'],
      source: 'ACCC/ASIC RG 96, part 2 section 4',
      why: 'A debtor may ask for other times.',
    },
    {
      ...guideline,
      id: 'workplaceHours',
      kind: 'hours',
      channels: ['live'],
      pointKinds: ['work'],
      open: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }],
      holidays: 'closed',
      overrides: ['agreement'],
      source: 'ACCC/ASIC RG 96, part 2 section 4',
      why: 'Where the debtor’s own working hours are not known.',
    },
    {
      ...guideline,
      id: 'weekly',
      kind: 'frequency',
      count: 'contactMade',
      channels: ['written', 'call'],
      over: 'account',
      window: { type: 'rolling', days: 7 },
      max: 3,
      source: 'ACCC/ASIC RG 96, part 2 section 5',
    },
    {
      ...guideline,
      id: 'monthly',
      kind: 'frequency',
      count: 'contactMade',
      channels: ['written', 'call'],
      over: 'account',
      window: { type: 'rolling', days: 31 },
      max: 10,
      source: 'ACCC/ASIC RG 96, part 2 section 5',
    },
    {
      ...guideline,
      id: 'visit',
      kind: 'visit',
      consent: 'toVisit',
      source: 'ACCC/ASIC RG 96, part 2 section 7',
      why: 'Permission is asked for where possible.',
    },
    {
      id: 'hardshipNotice',
      kind: 'hold',
      circumstance: 'hardshipApplication',
      answerDays: 21,
      force: 'statute',
      source: 'National Credit Code s 72',
      checked: 'primary',
      effectiveFrom: '2013-03-01',
    },
  ],
}
