import { expect, test } from 'vitest'
import * as compliance from '../src/entry/compliance.ts'
import * as index from '../src/entry/index.ts'
import * as portfolio from '../src/entry/portfolio.ts'
import * as schema from '../src/entry/schema.ts'
import * as simulate from '../src/entry/simulate.ts'
import * as train from '../src/entry/train.ts'
import { LANGUAGES } from '../src/locale/languages.ts'

// A name that appears or disappears here is a change of the contract (contract section 5), never an accident.
test('arrears exports exactly these values', () => {
  expect(Object.keys(index).sort()).toEqual([
    'contextAt',
    'counterfactuals',
    'createContext',
    'decide',
    'decideAll',
    'explain',
    'explainIssue',
    'parseCase',
  ])
})

test('arrears/compliance exports exactly these values', () => {
  expect(Object.keys(compliance).sort()).toEqual(['permissions'])
})

test('arrears/train exports exactly these values', () => {
  expect(Object.keys(train).sort()).toEqual([
    'cardMarkdown',
    'leastPointsFor',
    'monitor',
    'pointsOfProbability',
    'probabilityOfPoints',
    'toPmml',
    'toSql',
    'trainScorecard',
    'validateScorecard',
  ])
})

test('arrears/portfolio exports exactly these values', () => {
  expect(Object.keys(portfolio).sort()).toEqual([
    'choosingAtPrices',
    'comparePolicies',
    'explainPlace',
    'prioritise',
    'shadowPrices',
    'thumbRules',
  ])
})

test('arrears/simulate exports exactly these values', () => {
  expect(Object.keys(simulate).sort()).toEqual([
    'SIMPLE_RULES',
    'builtInWorld',
    'openBook',
    'simulate',
    'simulating',
  ])
})

test('arrears/schema exports exactly these values', () => {
  expect(Object.keys(schema).sort()).toEqual([
    'JSON_SCHEMA_NAMES',
    'capacitySchema',
    'caseSchema',
    'decisionSchema',
    'jsonSchema',
    'mappingSchema',
    'modelSchema',
    'policySchema',
    'pricesSchema',
    'rulePackSchema',
  ])
})

test('arrears/locale/<code> exports its language and nothing else', async () => {
  expect(LANGUAGES.map(({ code }) => code)).toEqual(['en', 'zh-CN'])
  for (const language of LANGUAGES) {
    const entry: object = await import(`../src/locale/${language.code}.ts`)
    expect(Object.entries(entry)).toEqual([[language.code.replace('-', ''), language]])
  }
})
