import type { BorrowerCase, Contact, Repayment } from '../src/input/borrowerCase.ts'

/** One instant and case of the benchmark. */
export interface BenchCase {
  readonly asOf: string
  readonly case: BorrowerCase
}

const PLACES = [
  { jurisdiction: 'CN', timeZone: 'Asia/Shanghai', currency: 'CNY', offset: '+08:00', product: 'instalment' },
  {
    jurisdiction: 'US-MA',
    timeZone: 'America/New_York',
    currency: 'USD',
    offset: '-05:00',
    product: 'revolving',
  },
  { jurisdiction: 'GB', timeZone: 'Europe/London', currency: 'GBP', offset: '+00:00', product: 'instalment' },
  {
    jurisdiction: 'IN',
    timeZone: 'Asia/Kolkata',
    currency: 'INR',
    offset: '+05:30',
    product: 'microfinance',
  },
] as const
const HOURS = ['02:00:00', '09:30:00', '15:45:00', '21:10:00'] as const
const OUTCOMES = ['noAnswer', 'delivered', 'spoke', 'noAnswer', 'voicemail'] as const

const pad = (n: number): string => String(n).padStart(2, '0')

/** Synthetic cases of 12 repayments and 10 contacts: four jurisdictions and zones, four hours, several ages. */
export function benchCases(): BenchCase[] {
  return PLACES.flatMap((place, p) =>
    HOURS.map((hour, h) => ({
      asOf: `2026-11-25T${hour}${place.offset}`,
      case: benchCase(place, p * 4 + h),
    })),
  )
}

function benchCase(place: (typeof PLACES)[number], n: number): BorrowerCase {
  const lateRows = 1 + (n % 3)
  const instalment = 52000 + 100 * n
  const repayments = Array.from({ length: 12 }, (_, i): Repayment => {
    const month = (i + 11) % 12
    const due = `${i === 0 ? 2025 : 2026}-${pad(month + 1)}-14`
    if (i >= 12 - lateRows) return { due, amount: instalment, paid: [] }
    const on = due.replace(/14$/, pad(14 + ((i * n) % 9)))
    return { due, amount: instalment, paid: [{ on, amount: instalment }] }
  })
  const oldest = repayments[12 - lateRows]?.due ?? '2026-11-14'
  const contacts = Array.from({ length: 10 }, (_, i): Contact => {
    const at = `2026-11-${pad(3 + 2 * i)}T${pad(9 + (i % 8))}:30:00${place.offset}`
    const channel = i % 2 === 0 ? 'call' : 'sms'
    const outcome = channel === 'sms' ? 'delivered' : (OUTCOMES[(i + n) % 5] ?? 'noAnswer')
    return { at, channel, party: 'borrower', outcome }
  })
  return {
    id: `bench-${n}`,
    currency: place.currency,
    timeZone: place.timeZone,
    jurisdiction: place.jurisdiction,
    area: 'd1',
    loan: {
      product: place.product,
      outstanding: instalment * 10,
      overdue: instalment * lateRows,
      overdueSince: oldest,
      instalment,
      remainingInstalments: 10,
      annualRate: 0.18,
      nextDueDay: '2026-12-14',
    },
    repayments,
    contacts,
    ...(n % 2 === 0
      ? {
          budget: {
            income: instalment * 12,
            essentialSpending: instalment * (n % 4 === 0 ? 11 : 8),
            evidence: 'documented',
            on: '2026-11-01',
          },
        }
      : {}),
    ...(n % 5 === 0 ? { circumstances: [{ kind: 'jobLoss', since: '2026-10-15' }] } : {}),
  }
}
