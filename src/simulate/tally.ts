/** What is reported of a life: of all borrowers over all days. Money in minor units of the capacity's currency. */
export interface LifeFigures {
  /** Present value of what was paid. */
  readonly paid: number
  /** What contacts and agreements cost. */
  readonly cost: number
  /** `paid` − `cost`. */
  readonly money: number
  /** What is past due on the last day. */
  readonly stillOverdue: number
  /** Arrears that came to an end, by payment or by a plan. */
  readonly cures: number
  /** Attempts the lender made, a week and borrower. */
  readonly contactsAWeek: number
  readonly contacts: number
  readonly visits: number
  /** Visits to, and referrals to law of, somebody without the means to pay. */
  readonly harshOnUnable: number
  /** Contacts that asked for money somebody had not. */
  readonly askedOfUnable: number
  /** Contacts to people who would have been clear of arrears within 30 days if left alone. */
  readonly selfCurersContacted: number
  readonly reliefGranted: number
  readonly plansKept: number
  readonly plansBroken: number
  readonly complaints: number
  readonly referrals: number
  /** Of anybody in arrears, the most days without a word from the lender. */
  readonly longestSilence: number
  /** Of anybody, the most days running with an attempt on each. */
  readonly longestRun: number
}

export const FIGURES: readonly (keyof LifeFigures)[] = [
  'money',
  'paid',
  'cost',
  'stillOverdue',
  'cures',
  'contactsAWeek',
  'contacts',
  'visits',
  'harshOnUnable',
  'askedOfUnable',
  'selfCurersContacted',
  'reliefGranted',
  'plansKept',
  'plansBroken',
  'complaints',
  'referrals',
  'longestSilence',
  'longestRun',
]

type RunningFigures = { -readonly [K in keyof LifeFigures]: number }

/** Counts a life as it goes. */
export interface LifeTally {
  readonly counts: RunningFigures
  readonly contactedOn: Int32Array
  readonly run: Int32Array
  readonly silent: Int32Array
}

export function openTally(borrowers: number): LifeTally {
  return {
    counts: Object.fromEntries(FIGURES.map((name) => [name, 0])) as unknown as RunningFigures,
    contactedOn: new Int32Array(borrowers).fill(-1_000_000),
    run: new Int32Array(borrowers),
    silent: new Int32Array(borrowers),
  }
}

/** An attempt on a borrower; several on a day are one day. */
export function countContact({ counts, contactedOn, run, silent }: LifeTally, at: number, day: number): void {
  counts.contacts += 1
  const before = contactedOn[at] as number
  if (before !== day) run[at] = before === day - 1 ? (run[at] as number) + 1 : 1
  contactedOn[at] = day
  silent[at] = 0
  counts.longestRun = Math.max(counts.longestRun, run[at] as number)
}

/** The end of a day of a borrower. */
export function countDay(
  { counts, contactedOn, silent }: LifeTally,
  at: number,
  day: number,
  behind: boolean,
): void {
  if (!behind) silent[at] = 0
  else if (contactedOn[at] !== day) {
    silent[at] = (silent[at] as number) + 1
    counts.longestSilence = Math.max(counts.longestSilence, silent[at] as number)
  }
}

export function closeTally({ counts }: LifeTally, borrowers: number, days: number): LifeFigures {
  const { paid, cost, contacts } = counts
  const contactsAWeek = borrowers * days === 0 ? 0 : Math.round((contacts / borrowers / days) * 7e6) / 1e6
  return {
    ...counts,
    paid: Math.round(paid),
    cost: Math.round(cost),
    money: Math.round(paid - cost),
    stillOverdue: Math.round(counts.stillOverdue),
    contactsAWeek,
  }
}
