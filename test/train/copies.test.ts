import { describe, expect, test } from 'vitest'
import { createContext } from '../../src/entry/createContext.ts'
import { type TrainOptions, trainScorecard, validateScorecard } from '../../src/entry/train.ts'
import type { BorrowerCase } from '../../src/input/borrowerCase.ts'
import { foldsOf } from '../../src/train/fit/heldOut.ts'
import { settingsOf } from '../../src/train/fit/options.ts'
import { readTrainingRows, type TrainingRow } from '../../src/train/fit/readRows.ts'
import { aucStandardError } from '../../src/train/validate/metrics.ts'
import { AS_OF, madeUpRows } from './madeUpRows.ts'

const recordOf = (row: TrainingRow) => row.case as BorrowerCase

/** The row with another name, and whatever else is changed. */
const renamed = (row: TrainingRow, of: Partial<BorrowerCase> = {}, suffix = 'again'): TrainingRow => ({
  ...row,
  case: { ...recordOf(row), id: `${recordOf(row).id}-${suffix}`, metadata: { copied: true }, ...of },
})
const copied = (rows: readonly TrainingRow[]) => rows.map((row) => renamed(row))

const OWN: TrainOptions = { own: { bureau: 'up', branch: 'category' }, verify: false }
const lateTimes = ({ repayments = [] }: BorrowerCase) =>
  repayments.filter(({ due, paid }) => paid?.[0]?.on !== due).length
/** Of those who paid late twice or more, since records of perfect payers are alike by chance. */
const telling = (of: readonly TrainingRow[]) => of.filter((row) => lateTimes(recordOf(row)) >= 2)

const rows = telling(madeUpRows(1100))

describe('training on a portfolio of copies', () => {
  /** Nothing that goes by the number of rows rather than their share. */
  const BY_SHARE: TrainOptions = { ...OWN, smoothing: 0, minBinEvents: 1 }
  const fittedOn = (of: readonly TrainingRow[]) => trainScorecard(of, BY_SHARE)

  test('every row twice: every figure on rows held out, and its interval, stays to the last digit', () => {
    const [once, twice] = [fittedOn(rows), fittedOn([...rows, ...copied(rows)])]
    const { rows: count, bad, ...figures } = once.card.metrics.all!
    expect(twice.card.metrics.all).toEqual({ ...figures, rows: 2 * count, bad: 2 * bad })
    expect(twice.model.characteristics).toEqual(once.model.characteristics)
    expect(twice.model.calibration).toEqual(once.model.calibration)
  })

  test('kin are in one fold, and a copy moves no other row', () => {
    const foldOf = (of: readonly TrainingRow[]) =>
      foldsOf(readTrainingRows(of, settingsOf(OWN).wanted, createContext({ asOf: AS_OF })).table, 5, 1)
    // Rows of two accounts each: in one fold, though their values differ.
    const paired = rows.map((row, i) => renamed(row, { borrower: `p-${i >> 1}` }))
    const folds = foldOf(paired)
    expect(folds.filter((fold, i) => fold !== folds[i ^ 1])).toHaveLength(0)
    expect(new Set(folds).size).toBe(5)
    const alone = foldOf(rows)
    expect(alone.filter((fold, i) => fold !== alone[i ^ 1]).length).toBeGreaterThan(rows.length / 2)
    expect([...foldOf([...rows, ...copied(rows.slice(0, 50))])]).toEqual([...alone, ...alone.slice(0, 50)])
  })

  test('the standard error of an AUC of kin is Obuchowski’s, worked out pair by pair', () => {
    const few = rows.slice(0, 40)
    const bad = Uint8Array.from(few, (row) => row.bad)
    const scores = Float64Array.from(few, (row, i) => ((i * 7) % 9) - 3 * row.bad)
    const kin = Uint32Array.from(few, (_, i) => (i * i) % 17)
    const places = [...scores.keys()]
    const [goods, bads] = [0, 1].map((outcome) => places.filter((i) => bad[i] === outcome)) as [
      number[],
      number[],
    ]
    const wins = (g: number, b: number) => (scores[g]! > scores[b]! ? 1 : scores[g]! === scores[b]! ? 0.5 : 0)
    const mean = (of: readonly number[]) => of.reduce((sum, x) => sum + x, 0) / of.length
    const auc = mean(goods.flatMap((g) => bads.map((b) => wins(g, b))))
    const numbers = [...new Set(kin)]
    const inKin = (of: readonly number[], value: (place: number) => number) =>
      numbers.map((number) =>
        of.filter((place) => kin[place] === number).reduce((sum, place) => sum + value(place) - auc, 0),
      )
    const x = inKin(goods, (g) => mean(bads.map((b) => wins(g, b))))
    const y = inKin(bads, (b) => mean(goods.map((g) => wins(g, b))))
    const dot = (one: readonly number[], two: readonly number[]) =>
      one.reduce((sum, value, k) => sum + value * two[k]!, 0)
    const kinds = (of: readonly number[]) => new Set(of.map((place) => kin[place])).size
    const [i10, i01, i] = [kinds(goods), kinds(bads), numbers.length]
    const [m, n] = [goods.length, bads.length]
    const s10 = (i10 / ((i10 - 1) * m)) * dot(x, x)
    const s01 = (i01 / ((i01 - 1) * n)) * dot(y, y)
    const s11 = (i / (i - 1)) * dot(x, y)
    const expected = Math.sqrt(s10 / m + s01 / n + (2 * s11) / (m * n))
    expect(aucStandardError(scores, bad, kin)).toBeCloseTo(expected, 12)
  })
})

describe('validation of a portfolio of copies', () => {
  const { model } = trainScorecard(rows, OWN)
  const later = telling(madeUpRows(1000, 2))
  const validated = (of: readonly TrainingRow[], options = {}) =>
    validateScorecard(model, of, { resamples: 40, ...options })
  const once = validated(later).all

  test.each<[string, readonly TrainingRow[]]>([
    ['copies under other names', copied(later)],
    [
      'further accounts of the same borrowers',
      later.map((row) => renamed(row, { borrower: recordOf(row).id })),
    ],
  ])('every row twice, %s: figures and intervals stay to the last digit', (_, more) => {
    const twice = validated([...more, ...later]).all
    expect(twice).toEqual({ ...once, rows: 2 * once.rows, bad: 2 * once.bad })
    expect(once.borrowers).toBe(once.rows)
  })

  test('alike records are copies only where they say something, and came out alike', () => {
    const [first, second] = later as [TrainingRow, TrainingRow, ...TrainingRow[]]
    const paidOnItsDay = (due: string) => ({ due, amount: 10000, paid: [{ on: due, amount: 10000 }] })
    const perfect = renamed(first, { repayments: ['2026-05-06', '2026-06-05'].map(paidOnItsDay) }, 'perfect')
    const count = (...of: readonly TrainingRow[]) => validated([...later.slice(0, 100), ...of]).all.borrowers
    const alone = count()
    expect(count(renamed(second))).toBe(alone)
    expect(count({ ...renamed(second), bad: second.bad === 0 ? 1 : 0 })).toBe(alone + 1)
    expect(count(renamed(second, { features: { branch: 'moon' } }))).toBe(alone + 1)
    expect(count(perfect, renamed(perfect))).toBe(alone + 2)
    // A chain: an account of the first borrower that is a copy of the second's.
    expect(count(renamed(second, { borrower: recordOf(first).id }))).toBe(alone - 1)
  })

  test('out of time: who stands before as well is no proof of later, and nobody is lost', () => {
    const asOf = '2026-07-02T12:00:00Z'
    const split = [
      ...later,
      ...later.slice(0, 200).map((row) => ({ ...renamed(row), asOf })),
      ...madeUpRows(300, 3).map((row) => ({ ...renamed(row, {}, 'new'), asOf })),
    ]
    const { before, after, returning } = validated(split, { outOfTime: '2026-07-02T00:00:00Z' }).outOfTime!
    expect([before.rows, returning.rows, after.rows]).toEqual([later.length, 200, 300])
  })
})
