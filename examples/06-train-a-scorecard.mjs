// A scorecard of one's own: from past cases and what became of them to a model in use, a validation report and SQL.
// Run: npm run build && node examples/06-train-a-scorecard.mjs
import { readFileSync } from 'node:fs'
import { createContext, decide, parseCase } from 'arrears'
import { monitor, toSql, trainScorecard, validateScorecard } from 'arrears/train'

// Made-up borrowers, each as of its own instant, and whether it went badly (1) within the 30 days after.
const read = (name) => readFileSync(new URL(`../fixtures/portfolios/${name}`, import.meta.url), 'utf8').trim()
const outcomes = new Map(
  read('synthetic.outcomes.csv')
    .split('\n')
    .map((line) => line.split(',')),
)
const rows = read('synthetic.ndjson')
  .split('\n')
  .map((line) => JSON.parse(line))
  .map((record) => ({ case: record, asOf: record.metadata.asOf, bad: Number(outcomes.get(record.id)) }))

// Fit on some, keep the others to judge by. In earnest: fit on older cases, judge by later ones.
const [past, later] = [rows.slice(0, 700), rows.slice(700)]
const { model, card } = trainScorecard(past, { id: 'mine', event: 'paid within 30 days' })
console.log(card.summary)
console.log('uses', model.characteristics.map(({ feature }) => feature).join(', '))

// How well does it order borrowers it never saw, and how sure is that?
const told = ({ value, low, high }) => `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`
const { all } = validateScorecard(model, later)
console.log('AUC', told(all.figures.auc), '· calibration error', told(all.figures.calibrationError))
console.log(
  'worst tenth:',
  `${Math.round(100 * all.figures.lift[0].badRate)} % went badly, of all`,
  `${Math.round(100 * all.badRate)} %`,
)

// In use: it is plain JSON, so it may come from a file as well.
const [{ case: record, asOf }] = later
const context = createContext({ asOf, model })
const parsed = parseCase(record, context)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
const { score, action, versions } = decide(parsed.value, context)
console.log(score.points, 'points,', score.probability, '→', action.kind, '· by', versions.model.slice(0, 20))

// Do later cases still look like those it was made for, and does what it expects still come?
const watch = monitor(model, past, later)
console.log('drift:', watch.verdict, '· score', watch.score.index, '· by chance up to', watch.score.byChance)
const { verdict, now } = watch.calibration
console.log('calibration:', verdict, '· expected', now.expected, 'bad, came', now.badRate)

// The same points in a database.
console.log(toSql(model, { table: 'risk.features' }).split('\n').slice(0, 5).join('\n'))

/* Prints:
Scorecard for "paid within 30 days" within 30 days, fitted on 700 cases of which 327 went badly.
uses daysPastDue, periodsBehind, worstBehind6, paidShare3, paidShare12, daysLateLast, utilisation, consecutiveFailures
AUC 0.916 (0.882 to 0.949) · calibration error 0.031 (0.030 to 0.076)
worst tenth: 100 % went badly, of all 44 %
337 points, 0.128649 → call · by mine@1.0.0#sha256:69
drift: stable · score 0.066255 · by chance up to 0.0805
calibration: stable · expected 0.440752 bad, came 0.436667
-- mine 1.0.0: probability of "paid within 30 days"
WITH "scored" AS (
  SELECT "t".*, (524
    + CASE WHEN "daysPastDue" IS NULL THEN 0 WHEN "daysPastDue" < 27E0 THEN 110 WHEN "daysPastDue" < 44E0 THEN -28 WHEN "daysPastDue" < 54E0 THEN -43 WHEN "daysPastDue" < 104E0 THEN -94 ELSE -126 END
    + CASE WHEN "periodsBehind" IS NULL THEN 0 WHEN "periodsBehind" < 2E0 THEN 9 WHEN "periodsBehind" < 3E0 THEN -3 ELSE -13 END
*/
