import type { IssueTexts } from '../locale/issueTexts.ts'
import type { Language } from '../locale/language.ts'
import { failure } from '../words/failure.ts'
import type { Issue, IssueParams } from '../words/issue.ts'
import { languageOf } from './languageNamed.ts'

/**
 * What is wrong with a record, in a sentence; its place is `issue.path`. In English, the default, it is the issue's own
 * message. Pure, and as good on an issue
 * that went through JSON.
 *
 * @throws a Failure with code `option.unknown` for a language that was not imported, or for what is no issue.
 * @example
 * import 'arrears/locale/zh-CN'
 * explainIssue(issue, { language: 'zh-CN' }) // => '应为整数，实际为 1.5。'
 */
export function explainIssue(issue: Issue, options: { readonly language?: Language | string } = {}): string {
  const { issues } = languageOf(options.language ?? 'en')
  // Issues come back from files: what is none must not reach into the table.
  const { code, params } = issue ?? {}
  if (
    typeof code !== 'string' ||
    !Object.hasOwn(issues, code) ||
    typeof params !== 'object' ||
    params === null
  )
    throw failure('option.unknown', 'explainIssue takes an issue of parseCase')
  return say(issues, code, params)
}

const say = <Code extends keyof IssueParams>(
  texts: IssueTexts,
  code: Code,
  params: IssueParams[Code],
): string => texts[code](params)
