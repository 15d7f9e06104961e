import type { Interval } from '../../simulate/intervals.ts'
import type { LivedPolicy, Simulated } from '../../simulate/simulateAll.ts'
import type { LifeFigures } from '../../simulate/tally.ts'
import { currencyExponent } from '../../words/money.ts'
import { countText, textTable } from './textTable.ts'

/** How each figure is called, money first. */
const ROWS: readonly (readonly [keyof LifeFigures, string, 'money' | 'count'])[] = [
  ['money', 'paid less cost', 'money'],
  ['cost', 'cost of contacts', 'money'],
  ['stillOverdue', 'still overdue', 'money'],
  ['cures', 'arrears ended', 'count'],
  ['contactsAWeek', 'contacts a week, a head', 'count'],
  ['visits', 'visits', 'count'],
  ['harshOnUnable', 'visits, law: cannot pay', 'count'],
  ['askedOfUnable', 'asked who cannot pay', 'count'],
  ['selfCurersContacted', 'contacts to self-curers', 'count'],
  ['reliefGranted', 'relief granted', 'count'],
  ['plansKept', 'plans kept', 'count'],
  ['plansBroken', 'plans broken', 'count'],
  ['complaints', 'complaints', 'count'],
  ['referrals', 'referrals', 'count'],
  ['longestSilence', 'longest silence, days', 'count'],
  ['longestRun', 'longest run, days', 'count'],
]

/** A simulation as one screen: what came of each policy, and how far apart they are beyond chance. */
export function simulationScreen(found: Simulated): string {
  const { policies, currency, borrowers, days, seeds, turns, noContact } = found
  return [
    `Lived through: ${countText(days)} days, ${countText(borrowers)} made-up borrowers, seeds ${seeds.join(', ')}, ${turns}; money in ${currency}`,
    '',
    ...textTable([
      ['', 'no contact', ...policies.map(({ name }) => name)],
      ...ROWS.map(([figure, name, kind]) => [
        name,
        cell(noContact[figure], kind, currency),
        ...policies.map(({ figures }) => cell(figures[figure], kind, currency)),
      ]),
    ]),
    '',
    ...textTable(gainRows(policies, currency)),
    '',
  ].join('\n')
}

function gainRows(policies: readonly LivedPolicy[], currency: string): string[][] {
  const [first] = policies
  return [
    ['', 'more than no contact', '95 %', `more than ${first?.name ?? ''}`, '95 %', 'of the oracle’s'],
    ...policies.map(({ name, gain, moreThanFirst, ofOracle }, at) => [
      name,
      inMajor(gain.mean, currency),
      range(gain, currency),
      at === 0 ? '-' : inMajor(moreThanFirst.mean, currency),
      at === 0 ? '-' : range(moreThanFirst, currency),
      ofOracle === null ? '-' : `${Math.round(100 * ofOracle)} %`,
    ]),
  ]
}

const cell = ({ mean }: Interval, kind: 'money' | 'count', currency: string): string =>
  kind === 'money'
    ? inMajor(mean, currency)
    : mean < 10
      ? String(Math.round(mean * 100) / 100)
      : countText(Math.round(mean))

const inMajor = (minor: number, currency: string): string =>
  countText(Math.round(minor / 10 ** (currencyExponent(currency) ?? 2)))

const range = ({ low, high }: Interval, currency: string): string =>
  low === high ? '-' : `${inMajor(low, currency)} to ${inMajor(high, currency)}`
