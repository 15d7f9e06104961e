/**
 * For authors of fixtures: what the library makes of a fixture, in figures and in words.
 *
 *     npx tsx scripts/tell.ts fixtures/cases/hold-dispute-open.json …
 */

import { readFileSync } from 'node:fs'
import {
  counterfactuals,
  createContext,
  type Decision,
  decide,
  explain,
  parseCase,
} from '../src/entry/index.ts'
import { LANGUAGES } from '../src/locale/languages.ts'

const AUDIENCES = ['collector', 'borrower'] as const

function tell(file: string): void {
  const {
    why,
    asOf,
    later = 'reject',
    policy = 'default',
    case: borrowerCase,
  } = JSON.parse(readFileSync(file, 'utf8'))
  console.log(`\n=== ${file}\n${why}\n`)
  const context = createContext({ asOf, later, policy })
  const parsed = parseCase(borrowerCase, context)
  if (!parsed.ok) {
    for (const { code, path, message } of parsed.issues)
      console.log(`refused: ${code} at "${path}": ${message}`)
    return
  }
  const decision = decide(parsed.value, context)
  tellFigures(decision)
  for (const one of counterfactuals(parsed.value, context)) console.log(`if: ${JSON.stringify(one)}`)
  for (const audience of AUDIENCES) {
    for (const language of LANGUAGES) {
      console.log(`\n-- ${audience}, ${language.code}`)
      for (const line of explain(decision, { audience, language })) console.log(line)
    }
  }
}

function tellFigures(decision: Decision): void {
  const { daysPastDue, bucket, score, capacity, profile, action, alternatives, reasons } = decision
  const { plan, ...rest } = action
  console.log(`${daysPastDue} days, bucket ${bucket}, ${score.points} points, p ${score.probability}`)
  console.log(`capacity ${JSON.stringify(capacity)} profile ${JSON.stringify(profile)}`)
  console.log(`action ${JSON.stringify(rest)}`)
  if (plan !== undefined) console.log(`plan ${JSON.stringify({ ...plan, schedule: undefined })}`)
  for (const { kind, status, until, value, because } of alternatives) {
    const codes = because.map(({ code, params, rule }) =>
      rule === undefined ? `${code} ${JSON.stringify(params)}` : `${rule.pack}/${rule.id}`,
    )
    console.log(`  ${kind.padEnd(13)} ${status.padEnd(10)} ${until ?? value ?? ''} ${codes.join(' · ')}`)
  }
  console.log(`reasons ${reasons.map(({ code }) => code).join(', ')}`)
}

for (const file of process.argv.slice(2)) tell(file)
