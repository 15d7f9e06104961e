import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BorrowerCase, Payment } from '../../src/input/borrowerCase.ts'
import { runs } from '../laws/runs.ts'
import { factsOf } from './given.ts'
import { someRecord } from './someRecord.ts'

const TODAY = '2026-11-25'
/** `TODAY` is today in Shanghai. */
const inShanghai = (record: BorrowerCase): BorrowerCase => ({ ...record, timeZone: 'Asia/Shanghai' })
const withPayments = (
  record: BorrowerCase,
  change: (payments: readonly Payment[]) => readonly Payment[],
): BorrowerCase => ({
  ...record,
  repayments: (record.repayments ?? []).map((row) => ({ ...row, paid: change(row.paid ?? []) })),
})
/** Everything but the view, which holds the record itself. */
const factsAlone = (record: BorrowerCase) => {
  const { view: _, ...facts } = factsOf(record)
  return facts
}

test('a payment posted after today or reversed by today might as well not be there', () => {
  fc.assert(
    fc.property(someRecord.map(inShanghai), (record) => {
      const unknown = ({ on, postedOn = on, reversedOn = '9999' }: Payment) =>
        postedOn > TODAY || reversedOn <= TODAY
      // A payment of nothing in its place: whether payments are recorded at all is another matter.
      const emptied = withPayments(record, (list) =>
        list.map((payment) => (unknown(payment) ? { on: payment.on, amount: 0 } : payment)),
      )
      expect(factsAlone(record)).toEqual(factsAlone(emptied))
    }),
    runs(300),
  )
})

test('a reversal still to come might as well not come', () => {
  fc.assert(
    fc.property(someRecord.map(inShanghai), (record) => {
      const standing = withPayments(record, (list) =>
        list.map(({ reversedOn, ...payment }) =>
          reversedOn !== undefined && reversedOn <= TODAY ? { ...payment, reversedOn } : payment,
        ),
      )
      expect(factsAlone(record)).toEqual(factsAlone(standing))
    }),
    runs(300),
  )
})
