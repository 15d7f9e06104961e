import type { Bin, Characteristic, Model } from '../../input/model.ts'
import { failure } from '../../words/failure.ts'
import { type Exportable, exportable, hasCategories, missingKindsOf, reasonColumn } from './exportable.ts'

/** Most reasons that are given out. */
const REASONS = 4
const OUTPUTS = ['points', 'scaleProbability', 'probability', 'reason1', 'reason2', 'reason3', 'reason4']

/**
 * A scorecard as PMML 4.4 (Data Mining Group): a Scorecard whose outputs are `points`, `probability` and up to four
 * reasons, each the name of a characteristic, by how far its points fall short of its best bin's. One field for each
 * characteristic, of its name, missing where there is no value; where the model tells reasons for a missing number
 * apart, a text field of its name with `_missing` behind gives them. `scaleProbability` is the one before an isotonic
 * map.
 *
 * @throws a Failure `train.model` for a model that is none, or a name XML cannot carry.
 * @example
 * toPmml(model) // => '<?xml version="1.0" encoding="UTF-8"?>\n<PMML xmlns="http://www.dmg.org/PMML-4_4" …'
 */
export function toPmml(model: Model): string {
  const ready = exportable(model, OUTPUTS)
  const { id, version, event, characteristics } = ready.model
  const fields = characteristics.flatMap(fieldsOf)
  const document = element('PMML', { xmlns: 'http://www.dmg.org/PMML-4_4', version: '4.4' }, [
    element('Header', { description: `${id} ${version}: points and the probability of "${event}"` }, [
      element('Application', { name: 'arrears' }),
    ]),
    element(
      'DataDictionary',
      { numberOfFields: fields.length },
      fields.map((field) => element('DataField', field)),
    ),
    element(
      'Scorecard',
      {
        modelName: `${id}@${version}`,
        functionName: 'regression',
        initialScore: ready.basePoints,
        useReasonCodes: 'true',
        reasonCodeAlgorithm: 'pointsBelow',
        baselineMethod: 'max',
      },
      [
        element(
          'MiningSchema',
          {},
          fields.map(({ name }) =>
            element('MiningField', { name, usageType: 'active', invalidValueTreatment: 'asIs' }),
          ),
        ),
        element('Output', {}, outputsOf(ready)),
        element('Characteristics', {}, characteristics.map(pmmlCharacteristic)),
      ],
    ),
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`
}

const text = { optype: 'categorical', dataType: 'string' }
const number = { optype: 'continuous', dataType: 'double' }

function fieldsOf(one: Characteristic): Attributes[] {
  if (hasCategories(one)) return [{ name: one.feature, ...text }]
  const column = reasonColumn(one)
  return [{ name: one.feature, ...number }, ...(column === undefined ? [] : [{ name: column, ...text }])]
}

/** The first attribute whose predicate holds gives the points, so bins need their upper ends only. */
function pmmlCharacteristic(one: Characteristic): string {
  const { feature, bins, missing } = one
  const column = reasonColumn(one) as string
  const isMissing = element('SimplePredicate', { field: feature, operator: 'isMissing' })
  const attribute = (partialScore: number, predicate: string) =>
    element('Attribute', { partialScore }, [predicate])
  return element(
    'Characteristic',
    {
      name: `${feature} points`,
      reasonCode: feature,
      baselineScore: Math.max(...bins.map(({ points }) => points)),
    },
    [
      ...missingKindsOf(one).map(([kind, points]) => {
        const stated = element('SimplePredicate', { field: column, operator: 'equal', value: kind })
        const both = element('CompoundPredicate', { booleanOperator: 'and' }, [isMissing, stated])
        return attribute(points, hasCategories(one) ? stated : both)
      }),
      attribute(missing.points, isMissing),
      ...bins.map((bin) => attribute(bin.points, predicateOf(feature, bin))),
    ],
  )
}

/** Categories one by one: engines differ in how they read quotes inside an array. */
function predicateOf(field: string, bin: Bin): string {
  if (bin.in !== undefined) {
    const each = bin.in.map((value) => element('SimplePredicate', { field, operator: 'equal', value }))
    return each.length === 1
      ? (each[0] as string)
      : element('CompoundPredicate', { booleanOperator: 'or' }, each)
  }
  return bin.below === undefined
    ? element('True', {})
    : element('SimplePredicate', { field, operator: 'lessThan', value: bin.below })
}

function outputsOf({ model, offset, perPoint }: Exportable): string[] {
  const { calibration, characteristics } = model
  const derived = (name: string, inside: string) =>
    element('OutputField', { name, feature: 'transformedValue', ...number }, [inside])
  const points = element('FieldRef', { field: 'points' })
  const logOdds = apply('+', constant(offset), apply('*', constant(perPoint), points))
  const p = apply('/', constant(1), apply('+', constant(1), apply('exp', apply('*', constant(-1), logOdds))))
  return [
    element('OutputField', { name: 'points', feature: 'predictedValue', ...number }),
    ...(calibration.kind === 'isotonic'
      ? [derived('scaleProbability', p), derived('probability', isotonic(calibration.x, calibration.y))]
      : [derived('probability', p)]),
    ...characteristics
      .slice(0, REASONS)
      .map((_, k) =>
        element('OutputField', { name: `reason${k + 1}`, feature: 'reasonCode', rank: k + 1, ...text }),
      ),
  ]
}

const constant = (value: number): string => element('Constant', { dataType: 'double' }, String(value))
const apply = (name: string, ...inside: readonly string[]): string =>
  element('Apply', { function: name }, inside)

function isotonic(x: readonly number[], y: readonly number[]): string {
  if (x.length === 1) return constant(y[0] as number)
  return element(
    'NormContinuous',
    { field: 'scaleProbability', outliers: 'asExtremeValues' },
    x.map((orig, k) => element('LinearNorm', { orig, norm: y[k] })),
  )
}

/** An XML element, written out: attributes that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Writes an element around others, each on a line of its own, or around a text. */
function element(name: string, attributes: Attributes, inside: readonly string[] | string = []): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlEscaped(String(value))}"`],
  )
  const open = `<${name}${given.join('')}`
  if (typeof inside === 'string') return `${open}>${xmlEscaped(inside)}</${name}>`
  if (inside.length === 0) return `${open}/>`
  const indented = inside.flatMap((part) => part.split('\n')).map((line) => ` ${line}`)
  return [`${open}>`, ...indented, `</${name}>`].join('\n')
}

// Every character XML 1.0 cannot carry at all; tab, line feed and carriage return it can, as numbers.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u

/** @throws a Failure `train.model` for a character that XML cannot carry. */
function xmlEscaped(text: string): string {
  if (FORBIDDEN.test(text))
    throw failure('train.model', 'a name or category has a character that XML cannot carry; rename it')
  return text
    .replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)
}
