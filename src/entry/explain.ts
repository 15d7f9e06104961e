import { borrowerLines } from '../explain/borrowerLines.ts'
import { collectorLines } from '../explain/collectorLines.ts'
import { complianceLines } from '../explain/complianceLines.ts'
import type { Decision } from '../explain/decision.ts'
import { en } from '../locale/en.ts'
import type { Language } from '../locale/language.ts'
import { renderLine } from '../locale/render.ts'
import { failure } from '../words/failure.ts'
import { languageNamed, languageOf } from './languageNamed.ts'

/** Who reads it: the borrower, the person who calls or knocks, or the people who answer for the rules. */
export type Audience = 'borrower' | 'collector' | 'compliance'

export interface ExplainOptions {
  /**
   * `en`, what a language entry such as `arrears/locale/zh-CN` exports, or the code of one that was imported before.
   * Default: the decision's own language where it is English or was imported, else English.
   */
  readonly language?: Language | string
  /** Default: `collector`. */
  readonly audience?: Audience
}

const AUDIENCES = { borrower: borrowerLines, collector: collectorLines, compliance: complianceLines } as const

/**
 * A decision in words, a line each. Pure, and as good on a decision that went through JSON.
 *
 * The borrower's text says what is asked or offered and what they can do, never scores, values, other people, staff
 * safety or the rules a lender keeps; it is empty where nobody should be written to, as after a death.
 *
 * @throws a Failure with code `decision.notMade` for what is no decision, `option.unknown` for an audience
 * that does not exist, or a language that was not imported.
 * @example
 * explain(decision, { language: 'en' })[0] // => 'Call the borrower to ask for the overdue payment. Ask for …'
 */
export function explain(decision: Decision, options: ExplainOptions = {}): string[] {
  requireDecision(decision)
  const { audience = 'collector' } = options
  const misspelt = Object.keys(options).find((key) => key !== 'language' && key !== 'audience')
  if (misspelt !== undefined)
    throw failure('option.unknown', `there is no option of this name: ${misspelt.slice(0, 60)}`)
  const language = options.language === undefined ? ownLanguage(decision) : languageOf(options.language)
  if (!Object.hasOwn(AUDIENCES, audience))
    throw failure('option.unknown', `audience must be one of ${Object.keys(AUDIENCES).join(', ')}`)
  return AUDIENCES[audience](decision)
    .map((line) => renderLine(line, language, decision.currency))
    .filter((text) => text !== '')
}

function requireDecision(decision: Partial<Decision> | null): void {
  const { action, score, alternatives, reasons } = decision ?? {}
  if (typeof action === 'object' && typeof score === 'object' && alternatives?.length && reasons) return
  throw failure('decision.notMade', 'explain takes what decide returned')
}

/** The decision's own language where it is English or was imported, else English. */
export const ownLanguage = ({ language }: Decision): Language => languageNamed(language) ?? en
