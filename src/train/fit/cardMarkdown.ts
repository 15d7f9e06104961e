import type { FeatureName } from '../../history/features.ts'
import type { Model } from '../../input/model.ts'
import { scorecardOf } from '../../score/scorecard.ts'
import { FEATURE_MEANINGS } from './featureMeanings.ts'
import type { Trained } from './trainTable.ts'

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const figure = (value: number | null): string => (value === null ? '–' : String(Number(value.toPrecision(4))))
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const markdownTable = (
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string[] => [row(head), row(head.map(() => '---')), ...rows.map(row)]

/** The model card as Markdown, from the model and its card alone. */
export function cardMarkdown({ model, card }: Trained): string {
  const { data, fit, solvers, metrics } = card
  return [
    `# ${model.id} ${model.version}`,
    card.summary,
    `Name: \`${card.name}\``,
    `**Intended use.** ${card.intendedUse}`,
    '## Data',
    `${data.rows} cases seen as of ${data.from}${data.to === data.from ? '' : ` to ${data.to}`}; ${data.bad} bad (${percent(data.badRate)}).`,
    '## Figures on rows held out',
    markdownTable(
      [
        'rows',
        'bad',
        'AUC (95 %)',
        'KS',
        'Brier',
        'log loss',
        'calibration error',
        'before calibration',
        'of',
      ],
      Object.entries({ 'all accounts': metrics.all, 'those in arrears': metrics.inArrears }).flatMap(
        ([who, of]) =>
          of === null
            ? []
            : [
                [
                  of.rows,
                  of.bad,
                  `${figure(of.auc)} (${figure(of.aucInterval[0])}–${figure(of.aucInterval[1])})`,
                  figure(of.ks),
                  figure(of.brier),
                  figure(of.logLoss),
                  figure(of.calibrationError),
                  figure(of.calibrationErrorBefore),
                  who,
                ],
              ],
      ),
    ).join('\n'),
    `${metrics.folds} folds, seed ${metrics.seed}.`,
    '## Points',
    `Base ${model.scale.basePoints} points at odds of ${model.scale.baseOdds}; ${model.scale.pointsToDoubleOdds} points double the odds; intercept ${model.intercept}. Rounding to whole points moves a score by at most ${card.scale.roundingBoundPoints} points.`,
    markdownTable(['characteristic', 'bin', 'points', 'set by hand'], pointRows(model)).join('\n'),
    ...meanings(model),
    '## Fit',
    `Logistic regression, ${fit.coding === 'woe' ? 'one coefficient a characteristic on weights of evidence' : 'one coefficient for every step between bins'}, signs held, ridge ${fit.ridge}; ${fit.iterations} Newton steps, log likelihood ${figure(fit.logLikelihood)} (${figure(fit.nullLogLikelihood)} without characteristics).`,
    solvers === null
      ? 'Not checked by a second solver.'
      : `A second solver agrees to ${solvers.largestDifference} in every coefficient (${solvers.rows} rows).`,
    markdownTable(
      ['characteristic', 'information value', 'coefficients', 'largest p'],
      card.characteristics.map(({ feature, iv, coefficients }) => [
        feature,
        figure(iv),
        coefficients.map(({ coefficient }) => figure(coefficient)).join(', '),
        figure(Math.max(...coefficients.map(({ p }) => p ?? 0))),
      ]),
    ).join('\n'),
    card.left.length === 0
      ? 'Nothing was left out.'
      : `Left out: ${card.left.map(({ feature, because }) => `${feature} (${because})`).join(', ')}.`,
    '## Limits',
    card.limits.map((limit) => `- ${limit}`).join('\n'),
  ].join('\n\n')
}

/** What the characteristics of the history table say; a lender's own are the lender's to describe. */
function meanings({ characteristics }: Model): string[] {
  const rows = characteristics.flatMap(({ feature }) =>
    Object.hasOwn(FEATURE_MEANINGS, feature)
      ? [[feature, ...Object.values(FEATURE_MEANINGS[feature as FeatureName])]]
      : [],
  )
  return rows.length === 0 ? [] : [markdownTable(['characteristic', 'says', 'missing when'], rows).join('\n')]
}

const pointRows = (model: Model): (string | number)[][] =>
  scorecardOf(model).rows.flatMap(({ feature, labels, points, priors }) =>
    labels.map((label, k) => [
      feature,
      label.replaceAll('|', '/'),
      points[k] as number,
      priors[k] ? 'yes' : '',
    ]),
  )
