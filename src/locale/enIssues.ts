import type { IssueTexts } from './issueTexts.ts'

/** What issues say in English: every one what was expected, and what came. */
const sentence = ({ expected, got }: { readonly expected: string; readonly got: string }): string =>
  `Expected ${expected}, but got ${got}.`

export const enIssues: IssueTexts = {
  'type.wrong': sentence,
  'field.missing': sentence,
  'field.unknown': sentence,
  'key.forbidden': sentence,
  'string.tooShort': sentence,
  'string.tooLong': sentence,
  'string.pattern': sentence,
  'number.notInteger': sentence,
  'number.outOfRange': sentence,
  'value.unknown': sentence,
  'list.tooLong': sentence,
  'nesting.tooDeep': sentence,
  'date.invalid': sentence,
  'instant.invalid': sentence,
  'timeZone.unknown': sentence,
  'currency.unknown': sentence,
  'order.reversed': sentence,
  'time.afterAsOf': sentence,
  'age.missing': sentence,
  'age.differs': sentence,
  'money.exceeds': sentence,
  'money.composition': sentence,
  'promise.missing': sentence,
  'promise.unexpected': sentence,
  'id.duplicate': sentence,
  'json.invalid': sentence,
  'encoding.invalid': sentence,
  'line.tooLong': sentence,
  'row.invalid': sentence,
  'row.unmatched': sentence,
}
