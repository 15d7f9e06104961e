/**
 * Money is a whole number of minor units. The table gives the decimals of each currency in use
 * (ISO 4217 list one, amendment 180, 2025): all codes not in `OTHER_EXPONENTS` have two.
 */
const TWO_DECIMALS =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG'
const OTHER_EXPONENTS: Readonly<Record<string, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
}

/** The greatest amount of money, in minor units. */
export const MAX_MONEY = 1e12

const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ...TWO_DECIMALS.split(' ').map((code) => [code, 2] as const),
  ...Object.entries(OTHER_EXPONENTS).flatMap(([exponent, codes]) =>
    codes.split(' ').map((code) => [code, Number(exponent)] as const),
  ),
])

/** Decimals of a currency's minor unit (CNY 2, JPY 0, KWD 3), or undefined for a code ISO 4217 does not list. */
export const currencyExponent = (code: string): number | undefined => EXPONENTS.get(code)

/** Rounds to the nearest whole number, halves to the even one, so that sums of many roundings do not drift. */
export function roundHalfEven(x: number): number {
  const floor = Math.floor(x)
  const rest = x - floor
  if (rest < 0.5) return floor
  if (rest > 0.5) return floor + 1
  return floor % 2 === 0 ? floor : floor + 1
}

/** Months a loan period lasts, for scaling monthly budgets: a week is 12/52 of a month. */
export const MONTHS_PER_PERIOD = { week: 12 / 52, fortnight: 12 / 26, month: 1 } as const
export type Period = keyof typeof MONTHS_PER_PERIOD

/** Payments a year of a loan period. */
export const PERIODS_PER_YEAR = { week: 52, fortnight: 26, month: 12 } as const satisfies Record<
  Period,
  number
>
