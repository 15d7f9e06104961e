import type { Product } from '../input/borrowerCase.ts'
import type { Channel } from '../words/channels.ts'

type Weighted<T> = readonly (readonly [T, number])[]

/** Where borrowers live, in what money they owe, and how lenders write to them there. All figures are invented. */
export interface HomePlace {
  /** Undefined where the record does not say. */
  readonly jurisdiction: string | undefined
  readonly currency: string
  readonly zones: Weighted<string>
  readonly languages: Weighted<string>
  readonly products: Weighted<Product>
  /** Income a month from low to usual, in whole units of the currency. */
  readonly income: readonly [number, number]
  /** What an amount is rounded to, in minor units: people agree on round sums. */
  readonly roundTo: number
  readonly messages: Weighted<Channel>
  /** Whether lenders send people there. */
  readonly visits: boolean
}

const WESTERN: Weighted<Product> = [
  ['instalment', 50],
  ['revolving', 42],
  ['single', 8],
]
const LETTERS: Weighted<Channel> = [
  ['sms', 5],
  ['email', 4],
  ['letter', 2],
]
const PHONE: Weighted<Channel> = [
  ['sms', 6],
  ['messaging', 3],
  ['app', 2],
]
const ENGLISH: Weighted<string> = [['en', 1]]

/** Every jurisdiction with a rule pack, one without (KE), and records that name none; more where more rules meet. */
export const PLACES: Weighted<HomePlace> = [
  [
    {
      jurisdiction: 'CN',
      currency: 'CNY',
      zones: [
        ['Asia/Shanghai', 24],
        ['Asia/Urumqi', 1],
      ],
      languages: [['zh-CN', 1]],
      products: [
        ['instalment', 55],
        ['revolving', 35],
        ['single', 10],
      ],
      income: [3500, 12000],
      roundTo: 1000,
      messages: [
        ['sms', 5],
        ['app', 4],
        ['messaging', 2],
      ],
      visits: true,
    },
    30,
  ],
  [
    {
      jurisdiction: 'US',
      currency: 'USD',
      zones: [
        ['America/New_York', 5],
        ['America/Chicago', 4],
        ['America/Denver', 1],
        ['America/Phoenix', 1],
        ['America/Los_Angeles', 3],
      ],
      languages: [
        ['en', 9],
        ['es', 1],
      ],
      products: WESTERN,
      income: [2200, 6500],
      roundTo: 500,
      messages: LETTERS,
      visits: false,
    },
    14,
  ],
  [
    {
      jurisdiction: 'US-MA',
      currency: 'USD',
      zones: [['America/New_York', 1]],
      languages: ENGLISH,
      products: WESTERN,
      income: [2400, 7000],
      roundTo: 500,
      messages: LETTERS,
      visits: false,
    },
    6,
  ],
  [
    {
      jurisdiction: 'GB',
      currency: 'GBP',
      zones: [['Europe/London', 1]],
      languages: [
        ['en', 19],
        ['pl', 1],
      ],
      products: WESTERN,
      income: [1500, 3600],
      roundTo: 500,
      messages: LETTERS,
      visits: false,
    },
    13,
  ],
  [
    {
      jurisdiction: 'AU',
      currency: 'AUD',
      zones: [
        ['Australia/Sydney', 4],
        ['Australia/Melbourne', 4],
        ['Australia/Brisbane', 3],
        ['Australia/Adelaide', 1],
        ['Australia/Perth', 1],
      ],
      languages: [
        ['en', 19],
        ['zh-CN', 1],
      ],
      products: WESTERN,
      income: [2800, 6800],
      roundTo: 500,
      messages: LETTERS,
      visits: true,
    },
    11,
  ],
  [
    {
      jurisdiction: 'IN',
      currency: 'INR',
      zones: [['Asia/Kolkata', 1]],
      languages: [
        ['en', 3],
        ['hi', 2],
      ],
      products: [
        ['microfinance', 35],
        ['instalment', 40],
        ['revolving', 15],
        ['single', 10],
      ],
      income: [11000, 45000],
      roundTo: 5000,
      messages: PHONE,
      visits: true,
    },
    14,
  ],
  [
    {
      jurisdiction: 'KE',
      currency: 'KES',
      zones: [['Africa/Nairobi', 1]],
      languages: [
        ['en', 4],
        ['sw', 1],
      ],
      products: [
        ['microfinance', 40],
        ['single', 35],
        ['instalment', 25],
      ],
      income: [15000, 60000],
      roundTo: 5000,
      messages: PHONE,
      visits: true,
    },
    6,
  ],
  [
    {
      jurisdiction: undefined,
      currency: 'EUR',
      zones: [
        ['Europe/Madrid', 1],
        ['Europe/Berlin', 1],
      ],
      languages: ENGLISH,
      products: WESTERN,
      income: [1400, 3600],
      roundTo: 500,
      messages: LETTERS,
      visits: true,
    },
    6,
  ],
]
