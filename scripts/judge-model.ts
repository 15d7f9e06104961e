// How well the built-in scorecard orders a portfolio whose outcomes are known:
//
//   npx tsx scripts/judge-model.ts CASES OUTCOMES [--as-of INSTANT|record]
//
// CASES is NDJSON, OUTCOMES a CSV `id,bad`. Without --as-of each line's own metadata.asOf counts.
import { parseArgs } from 'node:util'
import type { Judgement } from '../test/real/judge.ts'
import { judgeFile } from '../test/real/judgeFile.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'as-of': { type: 'string', default: 'record' } },
})
const [cases, outcomes] = positionals
if (cases === undefined || outcomes === undefined) {
  console.error('usage: judge-model.ts CASES OUTCOMES [--as-of INSTANT|record]')
  process.exit(2)
}

const { count, bad, auc, ks, byBand, byBucket } = judgeFile(cases, outcomes, values['as-of'])
const table = (groups: Judgement['byBand']) =>
  console.table(
    groups.map((group) => ({
      ...group,
      predictedGood: group.predictedGood.toFixed(3),
      observedGood: group.observedGood.toFixed(3),
    })),
  )
console.log(
  `${count} cases, ${((bad / count) * 100).toFixed(1)} % bad, AUC ${auc.toFixed(4)}, KS ${ks.toFixed(3)}`,
)
table(byBand)
table(byBucket)
