import type { IssueParams } from '../words/issue.ts'

/** A sentence for each code of an issue: a code without one does not compile. */
export type IssueTexts = { readonly [Code in keyof IssueParams]: (params: IssueParams[Code]) => string }
