import { isChineseIdentity, isIban, isLuhn, isTaxFileNumber, isVerhoeff } from './checksums.ts'

/** Something that could be about a real person: what it looks like, and where it stands. */
export interface Finding {
  readonly looksLike: string
  readonly where: string
  readonly text: string
}

/** Names of fields that hold what no record needs, in the spellings of many systems. */
const FORBIDDEN_FIELD =
  /^(first|last|full|family|given|middle|maiden|customer|client|person|borrower)?_?(name|surname)$|^(phone|tel|telephone|mobile|cell|fax)(_?(no|number))?$|^e?_?mail(_?address)?$|^(postal|street|home|work|billing)?_?address(_?line)?\d?$|^(street|postcode|postal_?code|zip(_?code)?|city)$|^(ssn|nino|tfn|pan|aadhaar|passport|iban|national_?id|id_?(card|number)|card_?(no|number)|account_?(no|number))$|^(dob|birth_?(day|date)|date_?of_?birth)$|^(sex|gender|religion|ethnicity|marital_?status)$|姓名|身份证|手机|电话|地址/i

interface Pattern {
  readonly looksLike: string
  readonly pattern: RegExp
  /** Which of the matches count; all, where it does not say. */
  readonly counts?: (digits: string) => boolean
}

const PATTERNS: readonly Pattern[] = [
  { looksLike: 'e-mail address', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi },
  {
    looksLike: 'form of address',
    pattern: /\b(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][a-z]+|[\u4e00-\u9fff](?:先生|女士|小姐)/g,
  },
  {
    looksLike: 'postal address',
    pattern:
      /\b\d{1,5}[a-z]? [A-Z][a-z]+ (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Court|Close|Boulevard|Blvd)\b|\bP\.? ?O\.? Box \d+|[路街道巷弄]\s?\d+\s?[号弄]/g,
  },
  { looksLike: 'British postcode', pattern: /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g },
  { looksLike: 'American place', pattern: /, [A-Z]{2} \d{5}(?:-\d{4})?\b/g },
  { looksLike: 'Chinese identity number', pattern: /(?<!\d)\d{17}[\dXx](?!\w)/g, counts: isChineseIdentity },
  {
    looksLike: 'American social security number',
    pattern: /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g,
  },
  {
    looksLike: 'Indian Aadhaar number',
    pattern: /(?<!\d)[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}(?!\d)/g,
    counts: isVerhoeff,
  },
  { looksLike: 'Indian tax number', pattern: /\b[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]\b/g },
  {
    looksLike: 'British insurance number',
    pattern: /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g,
  },
  {
    looksLike: 'Australian tax file number',
    pattern: /(?<![\d.])\d{3} ?\d{3} ?\d{3}(?![\d.])/g,
    counts: isTaxFileNumber,
  },
  { looksLike: 'payment card', pattern: /(?<![\d.])\d(?:[ -]?\d){12,18}(?!\d)/g, counts: isLuhn },
  {
    looksLike: 'bank account',
    pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b/g,
    counts: isIban,
  },
  {
    looksLike: 'phone number',
    pattern: /(?<![\w.,/-])(?:\+|00)?\(?\d(?:[ ()./-]{0,2}\d){7,14}(?![\w,/])/g,
    counts: isPhone,
  },
]

/** Eight digits and more, as phones have; less would be any amount. */
function isPhone(digits: string): boolean {
  return digits.length >= 8 && digits.length <= 15
}

/** What has many digits and is about nobody: instants, days, hashes, versions, sums with their separators. */
const HARMLESS = [
  /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})/g,
  /\b\d{4}-\d{2}-\d{2}\b|\b20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\b/g,
  /\bsha256:[0-9a-f]+|\b[0-9a-f]{40,64}\b/g,
  /(?<![\d.])-?\d+(?:,\d{3})*\.\d{1,6}(?![\d.])/g,
  /\bGB\/T \d{5}-\d{4}/g, // a Chinese standard and its year
]

/** Every pattern needs one of these; most texts in a decision have none. */
const SUSPECT = /[\d@]|Mr|Ms|Miss|Dr|先生|女士|小姐/

/** A mark for each period, most of them 0: any number of digits. */
const PROFILE = /\/paymentProfile$/

/** Everything personal in a text. */
export function personalInText(text: string, where = ''): Finding[] {
  if (!SUSPECT.test(text)) return []
  const rest = HARMLESS.reduce((left, harmless) => left.replace(harmless, '·'), text)
  return PATTERNS.flatMap(({ looksLike, pattern, counts }) =>
    [...rest.matchAll(pattern)]
      .map(([found]) => found)
      .filter((found) => counts === undefined || counts(found.replace(/[^\dA-Za-z]/g, '')))
      .map((found) => ({ looksLike, where, text: found })),
  )
}

/** The same few hundred names come again and again. */
const judged = new Map<string, boolean>()

function isForbidden(field: string): boolean {
  const known = judged.get(field) ?? FORBIDDEN_FIELD.test(field)
  judged.set(field, known)
  return known
}

/**
 * Everything personal in plain JSON: in its texts, and fields whose name alone says so. Numbers are amounts, counts and
 * shares, and are left alone; one that names a person would have to stand in a field of such a name.
 */
export function personalIn(value: unknown, where = ''): Finding[] {
  if (typeof value === 'string') return PROFILE.test(where) ? [] : personalInText(value, where)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, inside]) => [
    ...(isForbidden(field) ? [{ looksLike: 'field about a person', where, text: field }] : []),
    ...personalInText(field, where),
    ...personalIn(inside, `${where}/${field}`),
  ])
}
