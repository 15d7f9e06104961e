/** What the sentence of any issue is made of. */
interface ExpectedAndGot {
  /** What was expected, in English: completes "Expected …". */
  readonly expected: string
  /** What came: a value as JSON and cut to 60 characters, or of what kind it is: `a list`, `nothing`. */
  readonly got: string
  /** Of a row of tables: where it stands. */
  readonly table?: string
  readonly file?: string
  readonly row?: number
}
interface AtLeast {
  readonly minimum: number
}
interface AtMost {
  readonly maximum: number
}

/** What can be wrong with a record, and the figures of each: a closed interface from code to params. */
export interface IssueParams {
  'type.wrong': ExpectedAndGot
  'field.missing': ExpectedAndGot & Partial<AtLeast>
  'field.unknown': ExpectedAndGot
  'key.forbidden': ExpectedAndGot
  'string.tooShort': ExpectedAndGot & AtLeast
  'string.tooLong': ExpectedAndGot & AtMost
  'string.pattern': ExpectedAndGot
  'number.notInteger': ExpectedAndGot
  'number.outOfRange': ExpectedAndGot & Partial<AtLeast & AtMost>
  /** The words allowed, in quotes and with commas between them, where there are some. */
  'value.unknown': ExpectedAndGot & { readonly allowed?: string }
  /** As the last issue of a record: how many more were found before the search ended. */
  'list.tooLong': ExpectedAndGot & Partial<AtMost> & { readonly more?: number }
  'nesting.tooDeep': ExpectedAndGot
  'date.invalid': ExpectedAndGot
  'instant.invalid': ExpectedAndGot
  'timeZone.unknown': ExpectedAndGot
  'currency.unknown': ExpectedAndGot
  'order.reversed': ExpectedAndGot
  'time.afterAsOf': ExpectedAndGot
  'age.missing': ExpectedAndGot
  'age.differs': ExpectedAndGot
  'money.exceeds': ExpectedAndGot
  'money.composition': ExpectedAndGot
  'promise.missing': ExpectedAndGot
  'promise.unexpected': ExpectedAndGot
  'id.duplicate': ExpectedAndGot
  'json.invalid': ExpectedAndGot
  'encoding.invalid': ExpectedAndGot
  /** The most bytes on a line. */
  'line.tooLong': ExpectedAndGot & { readonly max?: number }
  'row.invalid': ExpectedAndGot
  'row.unmatched': ExpectedAndGot
}

/** A check of our own or of the schema gives one of these. */
export type IssueCode = keyof IssueParams

export type Params = Readonly<Record<string, string | number | boolean>>

/**
 * One thing wrong with a record: where (JSON Pointer, RFC 6901), what, and a sentence for the person who mends it. A
 * union: where `code` is known, so are the names of `params`.
 *
 * Of a key above 60 characters the pointer, like the sentence, has the first 60 and `…`. Of a record with more than
 * 1,000 issues the last one told, `list.tooLong` at the root, says in `params.more` how many more were found before the
 * search ended.
 */
export type Issue<Code extends IssueCode = IssueCode> = { readonly [One in Code]: IssueOf<One> }[Code]

interface IssueOf<Code extends IssueCode> {
  readonly code: Code
  readonly path: string
  /** In English; `explainIssue` says it in other languages. */
  readonly message: string
  readonly params: IssueParams[Code]
}

/** What every `parse*` function returns; data never throws. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** One step of a JSON Pointer, escaped. `pointerStep('a/b')` is '/a~1b'. */
export const pointerStep = (key: string | number): string =>
  `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
