import { expect, test } from 'vitest'
import { interestUnits, reaches, unitsToCover, wholeUnits } from '../../src/plan/discounting.ts'

// Each first figure is one that doubles get wrong by their last bit; the second one is truly on the other side.
test('whole units: 90 × 0.7 is 63, though 62.99999999999999 in doubles', () => {
  expect(90 * (1 - 0.3)).toBeLessThan(63)
  expect(wholeUnits(90 * (1 - 0.3))).toBe(63)
  expect(wholeUnits(62.9999999)).toBe(62)
  expect(wholeUnits(0)).toBe(0)
})

test('units to cover: 50 × 1.1 is 55, though 55.00000000000001 in doubles', () => {
  expect(50 * 1.1).toBeGreaterThan(55)
  expect(unitsToCover(50 * 1.1)).toBe(55)
  expect(unitsToCover(55.0000001)).toBe(56)
  expect(unitsToCover(0)).toBe(0)
})

test('reaches: 180 × 0.7 is 126, though 125.99999999999999 in doubles', () => {
  expect(reaches(180 * (1 - 0.3), 126)).toBe(true)
  expect(reaches(125.9999999, 126)).toBe(false)
})

test('interest: 6,000 × 14.5 % ÷ 12 is 72.5, to 72, though 72.49999999999999 in doubles; 600 × 7 % ÷ 12 is 3.5, to 4', () => {
  expect(interestUnits((6000 * 0.145) / 12)).toBe(72)
  // 1,800 × 7 % ÷ 12 = 10.5, to 10, though 10.500000000000002
  expect(interestUnits((1800 * 0.07) / 12)).toBe(10)
  expect(interestUnits((600 * 0.07) / 12)).toBe(4)
  expect(interestUnits(10.5000001)).toBe(11)
  expect(interestUnits(0)).toBe(0)
})
