import type { RulePack } from '../../input/rulePack.ts'

const conc = { force: 'rule', checked: 'primary', effectiveFrom: '2014-04-01' } as const
const breathingSpace = { force: 'statute', checked: 'primary', effectiveFrom: '2021-05-04' } as const

/**
 * United Kingdom: the consumer credit sourcebook, chapter 7, and Breathing Space. It sets no hours and no
 * counts.
 *
 * - No clock hours and no counts stand in the sections seen: contact is not made at unreasonable times,
 *   and reasonable requests on when, where and how are heeded (CONC 7.9.4R). House rules give the numbers
 *   and say so; requests are preferences in the record.
 * - Notice of a visit has to be adequate, without a number of days (CONC 7.9.12R): the house rule gives
 *   one.
 * - Breathing Space lasts 60 days, once in 12 months; enforcement and most interest and charges stop, and
 *   nobody asks for payment; a mental health crisis moratorium lasts for the treatment and 30 days.
 * - A debt adviser at work: active pursuit is suspended for a reasonable period, generally 30 days,
 *   longer where the plan is progressing (CONC 7.3.11R, 7.3.12G).
 * - Not expressed as rules: forbearance and due consideration in or approaching arrears, no pressure to
 *   pay in one or in unreasonably large payments, nor by borrowing more (CONC 7.3.4R, 7.3.10R); measures
 *   such as suspending, reducing or waiving interest and charges, token payments for a reasonable time, a
 *   longer term, and signposting free debt advice (CONC 7.3.5G; guidance, secondary); health, life
 *   events, resilience and capability as drivers of vulnerability (FG21/1; guidance, partly secondary);
 *   affordability by the Standard Financial Statement, whose guideline amounts are licensed and come from
 *   the host.
 */
export const GB: RulePack = {
  id: 'gb',
  title: 'United Kingdom (no legal advice)',
  version: '2026-11',
  jurisdictions: ['GB'],
  notes:
    'Covers chapter 7 of the FCA’s consumer credit sourcebook (CONC), and Breathing Space (SI 2020/1311, England and Wales; applied here to the whole of the United Kingdom). Not legal advice.',
  rules: [
    {
      ...conc,
      id: 'requests',
      kind: 'optOut',
      channels: ['*'],
      source: 'CONC 7.9.4R',
      why: 'To close a channel is a reasonable request on how to be contacted.',
    },
    {
      ...breathingSpace,
      id: 'breathingSpace',
      kind: 'hold',
      circumstance: 'moratorium',
      source: 'SI 2020/1311, reg. 7, 11, 26',
    },
    {
      ...breathingSpace,
      id: 'mentalHealthCrisis',
      kind: 'hold',
      circumstance: 'mentalHealthCrisis',
      tailDays: 30,
      source: 'SI 2020/1311, part 3',
    },
    {
      ...conc,
      id: 'adviserEngaged',
      kind: 'hold',
      circumstance: 'adviserEngaged',
      source: 'CONC 7.3.11R, 7.3.12G',
    },
    {
      ...conc,
      id: 'represented',
      kind: 'hold',
      circumstance: 'represented',
      source: 'CONC 7.12.2R',
    },
    {
      ...conc,
      id: 'dispute',
      kind: 'hold',
      circumstance: 'dispute',
      source: 'CONC 7.14.1R',
      why: 'The rule speaks of valid or possibly valid grounds; a recorded dispute is taken to have them.',
    },
    {
      ...conc,
      id: 'wrongPerson',
      kind: 'hold',
      circumstance: 'notTheBorrower',
      allows: [],
      source: 'CONC 7.5.2R',
    },
    {
      ...conc,
      id: 'visit',
      kind: 'visit',
      consent: 'toEnter',
      notWhen: ['vulnerable', 'economicAbuse'],
      source: 'CONC 7.9.12R–7.9.14R',
      why: 'No visit to someone known or suspected to be particularly vulnerable: both words of the record are taken to mean that.',
    },
  ],
}
