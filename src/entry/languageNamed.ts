import { en } from '../locale/en.ts'
import type { Language } from '../locale/language.ts'
import { registeredLanguage } from '../locale/register.ts'
import { failure } from '../words/failure.ts'

/** English, or a language that was imported; undefined for any other. */
export const languageNamed = (code: string): Language | undefined =>
  code === en.code ? en : registeredLanguage(code)

const isLanguage = (given: Partial<Language> | string | null): given is Language =>
  typeof given === 'object' &&
  [given?.texts, given?.words, given?.forms, given?.issues].every(
    (part) => typeof part === 'object' && part !== null,
  )

/**
 * The language given, or the one of this code.
 *
 * @throws a Failure with code `option.unknown` when it was not imported, or is none.
 */
export function languageOf(given: Language | string): Language {
  if (isLanguage(given)) return given
  const known = typeof given === 'string' ? languageNamed(given) : undefined
  if (known !== undefined) return known
  const code = typeof given === 'string' ? given.slice(0, 60) : ''
  const entry = `arrears/locale/${code === '' ? 'zh-CN' : code}`
  throw failure(
    'option.unknown',
    `language must be "en", what a language entry exports, or the code of one that was imported before: ` +
      `import '${entry}' once, if there is that entry`,
  )
}
