/** What the sentence of any issue is made of. */
interface Told {
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
  'type.wrong': Told
  'field.missing': Told & Partial<AtLeast>
  'field.unknown': Told
  'key.forbidden': Told
  'string.tooShort': Told & AtLeast
  'string.tooLong': Told & AtMost
  'string.pattern': Told
  'number.notInteger': Told
  'number.outOfRange': Told & Partial<AtLeast & AtMost>
  /** The words allowed, in quotes and with commas between them, where there are some. */
  'value.unknown': Told & { readonly allowed?: string }
  /** As the last issue of a record: how many more were found before the search ended. */
  'list.tooLong': Told & Partial<AtMost> & { readonly more?: number }
  'nesting.tooDeep': Told
  'date.invalid': Told
  'instant.invalid': Told
  'timeZone.unknown': Told
  'currency.unknown': Told
  'order.reversed': Told
  'time.afterAsOf': Told
  'age.missing': Told
  'age.differs': Told
  'money.exceeds': Told
  'money.composition': Told
  'promise.missing': Told
  'promise.unexpected': Told
  'id.duplicate': Told
  'json.invalid': Told
  'encoding.invalid': Told
  /** The most bytes on a line. */
  'line.tooLong': Told & { readonly max?: number }
  'row.invalid': Told
  'row.unmatched': Told
}

/** A check of our own or of the schema gives one of these. */
export type IssueCode = keyof IssueParams

export type Params = Readonly<Record<string, string | number | boolean>>

/**
 * One thing wrong with a record: where (JSON Pointer, RFC 6901), what, and a sentence for the person who mends it.
 *
 * Of a key above 60 characters the pointer, like the sentence, has the first 60 and `…`. Of a record with more than
 * 1,000 issues the last one told, `list.tooLong` at the root, says in `params.more` how many more were found before the
 * search ended.
 */
export interface Issue<Code extends IssueCode = IssueCode> {
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
