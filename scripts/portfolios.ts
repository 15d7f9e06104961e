// Makes docs/portfolios.md: how the actions fall out in the synthetic portfolio and, where the folder ../shared is
// there, in three real ones, and how the built-in score orders their outcomes. Decides with the built command.
//
//   npm run build && npm run portfolios
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Decision } from 'arrears'
import { ACTION_ORDER } from '../src/words/actions.ts'
import { BUCKETS } from '../src/words/buckets.ts'
import { type Judgement, judge } from '../test/real/judge.ts'
import { haveRealData, makeRealCases, type RealPortfolio } from '../test/real/realCases.ts'

interface Portfolio {
  readonly title: string
  readonly about: string
  readonly cases: string
  readonly outcomes: string
  readonly asOf: string
}

const folders: string[] = []
function real(name: RealPortfolio, title: string, about: string, asOf = 'record'): Portfolio {
  const { folder, cases, outcomes } = makeRealCases(name)
  folders.push(folder)
  return { title, about, cases, outcomes, asOf }
}

const synthetic: Portfolio = {
  title: 'Synthetic',
  about:
    'Made by `arrears sample`, in every jurisdiction there is a pack for. How people behave here is invented; that the score orders it shows only that the two agree, not that the score is right.',
  cases: 'fixtures/portfolios/synthetic.ndjson',
  outcomes: 'fixtures/portfolios/synthetic.outcomes.csv',
  asOf: 'record',
}

const realOnes = (): Portfolio[] => [
  real(
    'taiwan',
    'Card accounts, Taiwan 2005',
    'Half of the UCI data set "Default of credit card clients" (Yeh & Lien 2009, CC BY 4.0). Due days, payment days and the minimum payment are filled in. There is no contact record, no budget and no circumstance, and no pack knows Taiwan: house rules alone. Bad: default in the next month.',
    '2005-10-01T00:00:00+08:00',
  ),
  real(
    'single-loans',
    'Single loans, Nigeria 2016–2017, before the next loan is due',
    'Nobody is in arrears yet, so nobody should be contacted; what is judged is the score. Bad: the next loan went bad.',
  ),
  real(
    'late-loans',
    'Single loans, Nigeria 2016–2017, three days late',
    'The same borrowers, three days after a due day on which they had not repaid. Bad: not closed within the next 30 days.',
  ),
]

function decisionsOf({ cases, asOf }: Portfolio): { decisions: Decision[]; rejected: number } {
  const folder = mkdtempSync(join(tmpdir(), 'arrears-portfolio-'))
  try {
    const out = join(folder, 'decisions')
    const args = ['dist/cli.js', 'decide', cases, '--as-of', asOf, '--out', out, '--workers', '2']
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0 && status !== 3) throw new Error(stderr)
    const decisions = lines(readFileSync(out, 'utf8')).map((line): Decision => JSON.parse(line))
    return { decisions, rejected: JSON.parse(lines(stderr).at(-1) ?? '').rejected }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const lines = (text: string): string[] => text.split('\n').filter(Boolean)

function section(portfolio: Portfolio): string {
  const { decisions, rejected } = decisionsOf(portfolio)
  const bad = new Map(
    lines(readFileSync(portfolio.outcomes, 'utf8')).map((line) => line.split(',') as [string, string]),
  )
  const judgement = judge(
    decisions.map(({ id, bucket, score: { points, probability, band } }) => ({
      points,
      probability,
      band,
      bucket,
      bad: bad.get(id) === '1' ? 1 : 0,
    })),
  )
  return [
    `## ${portfolio.title}`,
    portfolio.about,
    `${count(decisions.length)} accounts decided, ${rejected} rejected.`,
    crossTable('bucket', decisions, (decision) => decision.bucket, BUCKETS),
    crossTable('can pay?', decisions, ({ capacity }) => capacity.verdict, VERDICTS),
    ordering(judgement),
    bandTable(judgement),
  ].join('\n\n')
}

const VERDICTS = ['able', 'stretched', 'unable', 'unknown']
const count = (n: number): string => n.toLocaleString('en')
const share = (x: number): string => `${(100 * x).toFixed(1)} %`

function crossTable(
  name: string,
  decisions: readonly Decision[],
  rowOf: (decision: Decision) => string,
  rows: readonly string[],
): string {
  const header = `| ${name} | ${ACTION_ORDER.join(' | ')} | all |`
  const rule = `|---|${'---:|'.repeat(ACTION_ORDER.length + 1)}`
  const body = rows.flatMap((row) => {
    const here = decisions.filter((decision) => rowOf(decision) === row)
    const cells = ACTION_ORDER.map((kind) => here.filter(({ action }) => action.kind === kind).length)
    return here.length === 0 ? [] : [`| ${row} | ${cells.map(count).join(' | ')} | ${count(here.length)} |`]
  })
  return [header, rule, ...body].join('\n')
}

const ordering = ({ count: all, bad, auc, ks }: Judgement): string =>
  `Of ${count(all)} accounts ${share(bad / all)} turned out bad. The built-in score orders them with AUC ${auc.toFixed(3)} and KS ${ks.toFixed(3)}.`

const bandTable = ({ byBand }: Judgement): string =>
  [
    '| band | accounts | said to go well | went well |',
    '|---|---:|---:|---:|',
    ...byBand.map(
      ({ name, count: here, predictedGood, observedGood }) =>
        `| ${name} | ${count(here)} | ${share(predictedGood)} | ${share(observedGood)} |`,
    ),
  ].join('\n')

if (!haveRealData) {
  console.error('the real portfolios are not on this machine; docs/portfolios.md is left as it is')
  process.exit(2)
}
try {
  const sections = [synthetic, ...realOnes()].map(section)
  mkdirSync('docs', { recursive: true })
  writeFileSync(
    'docs/portfolios.md',
    `${[
      '# What the built-in policy and score do with whole portfolios',
      'Generated by `npm run portfolios`; do not edit. The default policy and model, as shipped. No row of the real data is part of this project.',
      ...sections,
    ].join('\n\n')}\n`,
  )
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true })
}
