import type { PlaceParams } from '../explain/placePhrases.ts'
import type { Texts } from './language.ts'
import { hardlyLess } from './language.ts'

/** What is said of places in a plan. */
export const enPlaces: Texts<PlaceParams> = {
  'choice.kept': 'This is what the decision recommends.',
  'borrower.served': [
    'The borrower is served through another account, {by}.',
    'The borrower is served through another account.',
  ],
  'capacity.short': ({ asked }) => [
    asked === undefined
      ? 'Pool {pool} is not enough for {kind:kind} here as well: it is used where it brings more.'
      : 'What {kind:kind} takes of pool {pool} is worth {asked:money} elsewhere.',
    'A pool is not enough for it as well: it is used where it brings more.',
  ],
  'capacity.tooSmall': [
    '{kind:kind} alone would take more than the whole of pool {pool}.',
    'It alone would take more than the whole of a pool.',
  ],
  'capacity.notHere': [
    'Pools serve {kind:kind}, but none of them in this way and this area.',
    'No pool serves it in this way and this area.',
  ],
  'window.later': [
    '{kind:kind} is not possible before {from:since}, after the planned days.',
    'It is possible only after the planned days.',
  ],
  'window.over': [
    '{kind:kind} is possible only until {to:moment}, and no staff are planned for it in that time.',
    'No staff are planned for it in the time in which it is possible.',
  ],
  'value.notPositive': [
    '{kind:kind} should bring no more than it costs.',
    'It should bring no more than it costs.',
  ],
  'price.highest': [
    'At the prices of what is scarce, nothing else should bring more: about {net:money} beyond what it takes.',
    'At the prices of what is scarce, nothing else should bring more.',
  ],
  'price.lower': ({ by }) => [
    hardlyLess(by)
      ? 'At these prices, what the decision recommends should bring no more.'
      : 'At these prices, what the decision recommends should bring {by:money} less.',
    'At these prices, what the decision recommends should bring no more.',
  ],
  'currency.noRate': [
    'The capacity has no rate for {currency}.',
    'The capacity has no rate for this currency.',
  ],

  'place.listed': ({ pool }) =>
    pool === 'unlimited'
      ? [
          'In the plan: on the list of what no pool limits, area {area}, place {rank} of {of}.',
          'In the plan: on the list of what no pool limits, place {rank} of {of}.',
        ]
      : [
          'In the plan: on the list of pool {pool}, area {area}, place {rank} of {of}.',
          'In the plan: on the list of pool {pool}, place {rank} of {of}.',
        ],
  'place.brings': ({ unit }) =>
    unit === 'minute'
      ? 'It should bring about {perUnit:money} a minute.'
      : unit === 'visit'
        ? 'It should bring about {perUnit:money} a visit.'
        : unit === 'message'
          ? 'It should bring about {perUnit:money} a message.'
          : unit === 'money'
            ? 'It should bring about {perUnit:money} for each {one:money} spent.'
            : 'It should bring about {perUnit:money}.',
  'place.plan': 'On offer: {count|# instalment|# instalments} of {instalment:money}.',
  'place.left': 'In the plan: on no list.',
  'place.own': 'The decision itself says why.',
}
