/**
 * The figures the made-up borrowers are drawn by. *Seen* ones are published aggregates of real portfolios, and a test
 * holds the sample to them; *invented* ones say what they are meant to bring about. Nothing here is about anyone.
 */

/**
 * Seen: of 113,229 purchased consumer debts 5.6 % of calls reached the client, and 43 % of clients were ever reached;
 * of 45,985 card accounts so many rolled from one month's bucket to the next.
 */
export const SEEN = {
  callsReached: 0.056,
  clientsReached: 0.43,
  rolls: { '1-29': 0.05, '30-59': 0.3, '60-89': 0.59, '90-119': 0.67 },
} as const

/**
 * Invented: how many accounts of each age. A lender's own book is nearly all current; this is the collector's, with
 * enough of every age to read. Sampling by the age of today leaves the months after it as they are.
 */
export const AGES: readonly (readonly [readonly [number, number], number])[] = [
  [[0, 0], 14],
  [[1, 7], 9],
  [[8, 30], 26],
  [[31, 60], 17],
  [[61, 90], 11],
  [[91, 180], 12],
  [[181, 720], 11],
]

/**
 * Invented, set so that 5 % roll from 1–29 days to 30–59: of those who have just missed a payment, the share whom
 * something worse than a busy week kept from it.
 */
export const SERIOUS_SHARE = 0.038

/** Invented: of accounts that are current today, how many have or had a trouble, so that past arrears show too. */
export const SHAKEN_SHARE = 0.3

/** Invented: at most so many lives are drawn until one fits the age wanted; then the last one stands as it is. */
export const MOST_LIVES = 60

/**
 * Invented, set so that 5.6 % of calls reach the borrower: the chance of one call for someone never at the phone,
 * and what contactability and willingness add.
 */
export const REACH = { never: 0.004, contactability: 0.145, willingness: 0.012 } as const

/**
 * Invented, set so that 43 % of those called are spoken with at least once in the months on record: chance per day of
 * arrears that a fully willing and contactable borrower gets in touch.
 */
export const CALLS_IN = 0.0078

/** Invented: chance per working day of a call, by the days past due on it, and the least days between two contacts. */
export const CALLS_OUT: readonly (readonly [number, number])[] = [
  [7, 0],
  [30, 0.16],
  [90, 0.22],
  [180, 0.16],
  [Number.POSITIVE_INFINITY, 0.07],
]
export const CONTACT_GAP_DAYS = 3

/** Invented: how far back contacts are on record, and how many at most, so that a record stays a page. */
export const CONTACT_DAYS = 130
export const MOST_CONTACTS = 26

/** Invented: of pairs of neighbouring accounts, how many belong to one person. */
export const TWO_ACCOUNTS_SHARE = 0.05

/** Invented: accounts whose overdue amount holds fees that no row shows, as real systems have them. */
export const FEE_SHARE = 0.04
