import type { PromisePolicy } from '../input/policy.ts'
import type { ReadContact, ReadRepayment } from '../input/readCase.ts'
import type { EpochDay } from '../time/civilDay.ts'
import { COUNTS_AS } from '../words/countsAs.ts'
import { contactPointer } from '../words/pointer.ts'
import type { PromiseState } from './facts.ts'
import type { ContactLedger } from './measured.ts'
import { isKnown } from './rows.ts'

/** Promises to pay and what became of them. */
export interface PromiseReading {
  readonly promises: readonly PromiseState[]
  readonly openPromise: PromiseState | undefined
  readonly kept: number
  readonly partlyKept: number
  readonly broken: number
  /** Broken ones whose time, tolerance included, ended on or after the day of the last payment. */
  readonly brokenSincePayment: number
}

const NO_PROMISES: PromiseReading = {
  promises: [],
  openPromise: undefined,
  kept: 0,
  partlyKept: 0,
  broken: 0,
  brokenSincePayment: 0,
}

type PromiseContact = ReadContact & { readonly promise: NonNullable<ReadContact['promise']> }

const NONE: readonly PromiseContact[] = []

/** Promises on this account by those who owe or speak for the borrower; no other person can promise for them. */
function promisesMade({ contacts, counts, anyBits }: ContactLedger): readonly PromiseContact[] {
  if ((anyBits & COUNTS_AS.promises) === 0) return NONE
  const wanted = COUNTS_AS.promises | COUNTS_AS.own | COUNTS_AS.notThirdParty
  return contacts.filter((_, i) => ((counts[i] as number) & wanted) === wanted) as readonly PromiseContact[]
}

/**
 * Reads promises in the order they were made. A promise is kept once the payments from the day it was made to
 * `toleranceDays` after the promised day reach `toleranceShare` of its amount; an earlier payment never counts. One
 * made while an older is open replaces it. Where a payment on the very day of a new promise keeps the older one, the
 * new one counts from the next day, so that no payment keeps two. Refusing, hostility and requests to cease end none.
 */
export function readPromises(
  ledger: ContactLedger,
  repayments: readonly ReadRepayment[],
  today: EpochDay,
  lastPayment: EpochDay | undefined,
  policy: PromisePolicy,
): PromiseReading {
  const made = promisesMade(ledger)
  if (made.length === 0) return NO_PROMISES
  const payments = paymentsByDay(repayments, today)
  const promises: PromiseState[] = []
  let openPromise: PromiseState | undefined
  let kept = 0
  let partlyKept = 0
  let broken = 0
  let brokenSincePayment = 0
  let countFrom = Number.NEGATIVE_INFINITY
  for (let i = 0; i < made.length; i++) {
    const contact = made[i] as PromiseContact
    const outcome = followUp(
      contact,
      Math.max(contact.day, countFrom),
      made[i + 1]?.day,
      payments,
      today,
      policy,
    )
    const { amount, by } = contact.promise
    const promise: PromiseState = {
      pointer: contactPointer(contact.index),
      amount,
      by,
      madeOn: contact.day,
      madeAt: contact.at,
      status: outcome.status,
      paid: outcome.paid,
    }
    promises.push(promise)
    if (outcome.keptOn !== undefined) countFrom = outcome.keptOn + 1
    if (outcome.status === 'open') openPromise = promise
    else if (outcome.status === 'kept') kept++
    else if (outcome.status === 'partlyKept') partlyKept++
    else if (outcome.status === 'broken') {
      broken++
      if (lastPayment === undefined || lastPayment <= by + policy.toleranceDays) brokenSincePayment++
    }
  }
  return { promises, openPromise, kept, partlyKept, broken, brokenSincePayment }
}

interface PaymentOfDay {
  readonly on: EpochDay
  readonly amount: number
}

function paymentsByDay(repayments: readonly ReadRepayment[], today: EpochDay): readonly PaymentOfDay[] {
  const payments: PaymentOfDay[] = []
  let inOrder = true
  let last = Number.NEGATIVE_INFINITY
  for (const row of repayments) {
    for (const payment of row.paid) {
      if (!isKnown(payment, today)) continue
      if (payment.on < last) inOrder = false
      last = payment.on
      payments.push(payment)
    }
  }
  return inOrder ? payments : payments.sort((a, b) => a.on - b.on)
}

interface Outcome {
  readonly status: PromiseState['status']
  readonly paid: number
  readonly keptOn: EpochDay | undefined
}

/** What became of one promise, given the day of the next. */
function followUp(
  { promise }: PromiseContact,
  from: EpochDay,
  next: EpochDay | undefined,
  payments: readonly PaymentOfDay[],
  today: EpochDay,
  { toleranceDays, toleranceShare }: PromisePolicy,
): Outcome {
  const lastDay = promise.by + toleranceDays
  const replacedOn = next !== undefined && next <= lastDay ? next : undefined
  const needed = promise.amount * toleranceShare
  const until = replacedOn ?? lastDay
  let paid = 0
  let keptOn: EpochDay | undefined
  for (let i = firstFrom(payments, from); i < payments.length; i++) {
    const { on, amount } = payments[i] as PaymentOfDay
    if (on > until) break
    paid += amount
    if (keptOn === undefined && paid >= needed) keptOn = on
  }
  if (keptOn !== undefined) return { status: 'kept', paid, keptOn }
  if (replacedOn !== undefined) return { status: 'replaced', paid, keptOn }
  if (today <= lastDay) return { status: 'open', paid, keptOn }
  return { status: paid > 0 ? 'partlyKept' : 'broken', paid, keptOn }
}

/** The place of the first payment on or after a day. */
function firstFrom(payments: readonly PaymentOfDay[], from: EpochDay): number {
  let low = 0
  let high = payments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((payments[middle] as PaymentOfDay).on < from) low = middle + 1
    else high = middle
  }
  return low
}
