import type { RulePack } from '../../input/rulePack.ts'

const regF = { binds: ['agency'], force: 'rule', effectiveFrom: '2021-11-30' } as const

/**
 * United States, federal: Regulation F for those who collect for others, and the bankruptcy stay for
 * everyone.
 *
 * - State law is not covered but for Massachusetts (us-ma); California’s Rosenthal Act, which reaches
 *   original creditors, was not verified.
 * - Places known to be inconvenient are barred like times, and the workplace where the employer forbids
 *   it (15 USC 1692c(a); 12 CFR 1006.6(b)(1)(ii), (b)(3)): recorded as workplaceContactBanned, avoidHours
 *   or an invalid contact point.
 * - A represented consumer may be addressed directly once the attorney does not answer in reasonable time
 *   or consents: end the circumstance in the record then. After a request to cease, the law still allows
 *   saying that efforts end, or that a specific remedy may or will be invoked (12 CFR 1006.6(c)). A
 *   dispute counts when made in writing within the validation period of 30 days and stops the disputed
 *   part until verification is sent (12 CFR 1006.38).
 * - Calls made under a consent still count here once it has lapsed, which is stricter than 12 CFR
 *   1006.14(b)(3)(i).
 * - Not expressed as rules: messages have no number, only the general test of harassment (12 CFR
 *   1006.14(a)); every electronic message offers a simple way to opt out (1006.6(e)); interest on debt
 *   from before military service is capped at 6 % on request (50 USC 3937; secondary); records are kept
 *   for 3 years after the last collection activity (1006.100).
 */
export const US: RulePack = {
  id: 'us',
  title: 'United States, federal (no legal advice)',
  version: '2026-11',
  jurisdictions: ['US'],
  notes:
    'Covers 12 CFR 1006 (Regulation F), which binds those who collect for or after someone else, and 11 USC 362, which binds everyone. Not legal advice.',
  rules: [
    {
      ...regF,
      id: 'hours',
      kind: 'hours',
      channels: ['messages', 'live'],
      open: [{ days: ['*'], from: '08:00', to: '21:00' }],
      overrides: ['agreement'],
      source: '15 USC 1692c(a)(1); 12 CFR 1006.6(b)(1)(i)',
      checked: 'primary',
      why: 'At the consumer’s location, by the time of sending; a letter has no hour. Only consent given directly to the collector lifts it: agreedHours.',
    },
    {
      ...regF,
      id: 'sevenInSeven',
      kind: 'frequency',
      count: 'attempt',
      exceptOutcomes: ['invalidNumber'],
      channels: ['call'],
      over: 'account',
      window: { type: 'rolling', days: 7 },
      max: 7,
      overrides: ['consent'],
      consentDays: 7,
      force: 'presumption',
      source: '12 CFR 1006.14(b)(2)(i)(A), (b)(3)',
      checked: 'secondary',
      why: 'More than seven calls in seven days are presumed to harass, voicemails included; counted by the clock, which is the strictest. A number not in service does not count; a busy line does, to be safe.',
    },
    {
      ...regF,
      id: 'afterConversation',
      kind: 'coolOff',
      after: 'conversation',
      channels: ['call'],
      over: 'account',
      window: { type: 'calendar', days: 7 },
      inboundStarts: true,
      overrides: ['consent'],
      consentDays: 7,
      force: 'presumption',
      source: '12 CFR 1006.14(b)(2)(i)(B), (b)(3)',
      checked: 'secondary',
      why: 'The day of the conversation is the first of seven, no matter who called.',
    },
    {
      ...regF,
      id: 'ceaseRequest',
      kind: 'hold',
      circumstance: 'ceaseRequest',
      source: '15 USC 1692c(c); 12 CFR 1006.6(c)',
      checked: 'primary',
    },
    {
      ...regF,
      id: 'represented',
      kind: 'hold',
      circumstance: 'represented',
      allows: ['ownPause', 'contactRepresentative'],
      source: '15 USC 1692c(a)(2); 12 CFR 1006.6(b)(2)',
      checked: 'primary',
      why: 'Only the attorney is contacted; a pause granted unasked disturbs nobody.',
    },
    {
      ...regF,
      id: 'dispute',
      kind: 'hold',
      circumstance: 'dispute',
      source: '12 CFR 1006.38(d)(2)',
      checked: 'primary',
    },
    {
      id: 'automaticStay',
      kind: 'hold',
      circumstance: 'insolvency',
      allows: [],
      force: 'statute',
      source: '11 USC 362(a)(6)',
      checked: 'primary',
      why: 'Any act to collect is stayed, by any creditor; in force since before 1990.',
    },
    {
      ...regF,
      id: 'deceased',
      kind: 'hold',
      circumstance: 'deceased',
      source: '12 CFR 1006.6(a)(4)',
      checked: 'primary',
      why: 'Only the executor or administrator is addressed.',
    },
    {
      ...regF,
      id: 'mediumOptOut',
      kind: 'optOut',
      channels: ['*'],
      source: '12 CFR 1006.14(h)',
      checked: 'secondary',
    },
    {
      ...regF,
      id: 'thirdParty',
      kind: 'thirdParty',
      only: 'locate',
      when: ['untraceable'],
      source: '15 USC 1692b, 1692c(b); 12 CFR 1006.10',
      checked: 'primary',
      why: 'Only to find someone who cannot be found.',
    },
  ],
}
