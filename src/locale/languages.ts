import { en } from './en.ts'
import type { Language } from './language.ts'
import { zhCN } from './zh-CN.ts'

/**
 * The one list of languages: the command line knows them all, and each is a package entry of its own,
 * `arrears/locale/<code>`, made of the file of that name in this folder. Importing this list registers them all.
 */
export const LANGUAGES: readonly Language[] = [en, zhCN]
