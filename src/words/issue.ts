/** What can be wrong with a record. A closed union: a check of our own or of the schema gives one of these. */
export type IssueCode =
  | 'type.wrong'
  | 'field.missing'
  | 'field.unknown'
  | 'key.forbidden'
  | 'string.tooShort'
  | 'string.tooLong'
  | 'string.pattern'
  | 'number.notInteger'
  | 'number.outOfRange'
  | 'value.unknown'
  | 'list.tooLong'
  | 'nesting.tooDeep'
  | 'date.invalid'
  | 'instant.invalid'
  | 'timeZone.unknown'
  | 'currency.unknown'
  | 'order.reversed'
  | 'time.afterAsOf'
  | 'age.missing'
  | 'age.differs'
  | 'money.exceeds'
  | 'money.composition'
  | 'promise.missing'
  | 'promise.unexpected'
  | 'id.duplicate'
  | 'json.invalid'
  | 'encoding.invalid'
  | 'line.tooLong'
  | 'row.invalid'
  | 'row.unmatched'

export type Params = Readonly<Record<string, string | number | boolean>>

/**
 * One thing wrong with a record: where (JSON Pointer, RFC 6901), what, and a sentence for the person who mends it.
 *
 * Of a key above 60 characters the pointer, like the sentence, has the first 60 and `…`. Of a record with more than
 * 1,000 issues the last one told, `list.tooLong` at the root, says in `params.more` how many more were found before the
 * search ended.
 */
export interface Issue {
  readonly code: IssueCode
  readonly path: string
  readonly message: string
  readonly params: Params
}

/** What every `parse*` function returns; data never throws. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** One step of a JSON Pointer, escaped. `pointerStep('a/b')` is '/a~1b'. */
export const pointerStep = (key: string | number): string =>
  `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
