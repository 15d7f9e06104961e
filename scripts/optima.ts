// Writes test/portfolio/optima.json: the exact optimum of a hundred seeded portfolios, found by HiGHS, for the test that
// holds `prioritise` against it. Run it after a change of the instances: npm run optima (some minutes).
import { writeFileSync } from 'node:fs'
import { readProblem } from '../src/portfolio/readProblem.ts'
import { optimumByHighs } from '../test/portfolio/exactOptimum.ts'
import { exactInstance } from '../test/portfolio/syntheticDecisions.ts'

const optima: number[] = []
for (let seed = 0; seed < 100; seed++) {
  const { decisions, capacity } = exactInstance(seed)
  optima.push(Math.round(await optimumByHighs(readProblem(decisions, capacity), true)))
  process.stdout.write('.')
}
writeFileSync('test/portfolio/optima.json', `[\n  ${optima.join(',\n  ')}\n]\n`)
