import type { Language } from './language.ts'

/** Languages by code that were imported, each once; kept as long as the program runs. */
const registered = new Map<string, Language>()

/** Makes a language known by its code. Each language but English, which is always there, does it for itself when it is imported. */
export function register(language: Language): void {
  registered.set(language.code, language)
}

export const registeredLanguage = (code: string): Language | undefined => registered.get(code)
