import { describe, expect, test } from 'vitest'
import { toPmml, trainScorecard } from '../../src/entry/train.ts'
import type { Model } from '../../src/input/model.ts'
import { DEFAULT_MODEL } from '../../src/policy/defaultModel.ts'
import { allNamed, type XmlElement, xmlTree } from '../helpers/xmlTree.ts'
import { type Exported, exportedRows, ODD_MODEL, oddRows, portfolioRows } from './exportedRows.ts'

// An evaluator of the parts of PMML 4.4 that are used, written from the standard (dmg.org, Scorecard, Functions,
// Transformations) and from nothing of this library. `npm run check:pmml` asks a real engine.
type Values = Exported['values']

/** True, false, or undefined where a value is missing: unknown. */
function holds({ name, attributes, children }: XmlElement, values: Values): boolean | undefined {
  const value = values[attributes.field ?? ''] ?? null
  if (name === 'True') return true
  if (name === 'SimplePredicate' && attributes.operator === 'isMissing') return value === null
  if (name === 'CompoundPredicate') {
    const parts = children.map((child) => holds(child, values))
    if (attributes.booleanOperator === 'or')
      return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
  }
  if (value === null) return undefined
  if (attributes.operator === 'equal') return String(value) === attributes.value
  if (attributes.operator === 'lessThan') return Number(value) < Number(attributes.value)
  throw new Error(`unknown predicate ${name}`)
}

function computed(one: XmlElement, known: Record<string, number>): number {
  const { name, attributes, children, text } = one
  if (name === 'Constant') return Number(text)
  if (name === 'FieldRef') return known[attributes.field!]!
  if (name === 'NormContinuous') {
    const x = known[attributes.field!]!
    const knots = children.map(({ attributes: { orig, norm } }) => [Number(orig), Number(norm)] as const)
    const at = knots.findIndex(([orig]) => x < orig)
    if (at < 0) return knots.at(-1)![1]
    if (at === 0) return knots[0]![1]
    const [[x0, y0], [x1, y1]] = [knots[at - 1]!, knots[at]!]
    return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
  }
  const [a, b] = children.map((child) => computed(child, known)) as [number, number]
  const functions: Record<string, number> = { '+': a + b, '*': a * b, '/': a / b, exp: Math.exp(a) }
  return functions[attributes.function!]!
}

function evaluated(tree: XmlElement, values: Values) {
  const scorecard = allNamed(tree, 'Scorecard')[0]!
  const below: [string, number][] = []
  let points = Number(scorecard.attributes.initialScore)
  for (const { attributes, children } of allNamed(scorecard, 'Characteristic')) {
    const hit = children.find((attribute) => holds(attribute.children[0]!, values) === true)!
    points += Number(hit.attributes.partialScore)
    below.push([
      attributes.reasonCode!,
      Number(attributes.baselineScore) - Number(hit.attributes.partialScore),
    ])
  }
  const known: Record<string, number> = { points }
  for (const { attributes, children } of allNamed(scorecard, 'OutputField'))
    if (attributes.feature === 'transformedValue') known[attributes.name!] = computed(children[0]!, known)
  return { points, probability: known.probability!, below: Object.fromEntries(below) }
}

function expectEqual(model: Model, rows: readonly Exported[]) {
  const tree = xmlTree(toPmml(model))
  for (const { values, score } of rows) {
    const { points, probability, below } = evaluated(tree, values)
    expect(points).toBe(score.points)
    expect(Math.abs(Math.min(Math.max(probability, 1e-6), 1 - 1e-6) - score.probability)).toBeLessThan(6e-7)
    for (const { feature, pointsLost } of score.contributions)
      expect(Math.max(0, below[feature]!)).toBe(pointsLost)
  }
}

describe('evaluated as the standard says, every row has the points, probability and lost points of the library', () => {
  const portfolio = portfolioRows().slice(0, 300)
  test('the built-in model', () => expectEqual(DEFAULT_MODEL, exportedRows(portfolio, DEFAULT_MODEL)))
  test('a fitted one, isotonic', () => {
    const { model } = trainScorecard(portfolioRows(), { calibration: 'isotonic', verify: false })
    expectEqual(model, exportedRows(portfolio, model))
  })
  test('names, quotes, reasons for what is missing', () =>
    expectEqual(ODD_MODEL, exportedRows(oddRows(), ODD_MODEL)))
})

test('has what the schema of PMML 4.4 asks for, in its order', () => {
  const tree = xmlTree(toPmml(ODD_MODEL))
  expect([tree.name, tree.attributes]).toEqual([
    'PMML',
    { xmlns: 'http://www.dmg.org/PMML-4_4', version: '4.4' },
  ])
  expect(tree.children.map(({ name }) => name)).toEqual(['Header', 'DataDictionary', 'Scorecard'])
  const scorecard = tree.children[2]!
  expect(scorecard.children.map(({ name }) => name)).toEqual(['MiningSchema', 'Output', 'Characteristics'])
  expect(scorecard.attributes).toMatchObject({ functionName: 'regression', useReasonCodes: 'true' })
  const names = (element: string) => allNamed(tree, element).map(({ attributes }) => attributes.name)
  expect(names('MiningField')).toEqual(names('DataField'))
  expect(new Set(names('DataField')).size).toBe(4)
  expect(Number(allNamed(tree, 'DataDictionary')[0]!.attributes.numberOfFields)).toBe(4)
  for (const { attributes, children } of allNamed(tree, 'Characteristic')) {
    expect(attributes.reasonCode).toBeTruthy()
    expect(children.at(-1)!.children[0]!.name).toBe('True')
  }
  expect(names('OutputField')).toEqual([
    'points',
    'scaleProbability',
    'probability',
    'reason1',
    'reason2',
    'reason3',
  ])
})

test('what XML cannot carry is refused', () => {
  const broken = { ...ODD_MODEL, event: 'a\u0001b' }
  expect(() => toPmml(broken)).toThrow(expect.objectContaining({ code: 'train.model' }))
})
