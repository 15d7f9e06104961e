import type { RulePack } from '../../input/rulePack.ts'

const rule = {
  force: 'rule',
  checked: 'secondary',
  effectiveFrom: '2012-03-02',
} as const

/**
 * Massachusetts: binds creditors collecting their own debts too. Applies beside `us`.
 *
 * - Not covered: waking hours, calls to the workplace (with a smaller number of their own) and the rest
 *   of 940 CMR 7.00.
 */
export const US_MA: RulePack = {
  id: 'us-ma',
  title: 'United States, Massachusetts (no legal advice)',
  version: '2026-11',
  jurisdictions: ['US-MA'],
  notes:
    'Covers how often a creditor or an agency may call, text and visit under 940 CMR 7.04(1), beside the federal pack us. Not legal advice.',
  rules: [
    {
      ...rule,
      id: 'callsAndTexts',
      kind: 'frequency',
      count: 'attempt',
      channels: ['call', 'sms', 'messaging'],
      over: 'account',
      window: { type: 'rolling', days: 7 },
      max: 2,
      source: '940 CMR 7.04(1)(f)',
      why: 'Two calls or texts per debt in seven days, together; counted by the clock, which is the strictest. Unanswered calls count, since a message could have been left.',
    },
    {
      ...rule,
      id: 'visits',
      kind: 'frequency',
      count: 'attempt',
      channels: ['visit'],
      over: 'account',
      window: { type: 'rolling', days: 30 },
      max: 1,
      source: '940 CMR 7.04(1)',
      why: 'One visit in 30 days, no matter who was met: the strictest reading.',
    },
  ],
}
