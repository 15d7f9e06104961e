/** Check digits of numbers that name a person or their money: only what carries a right one is taken for such. */

const digits = (text: string): number[] => [...text].map(Number)

/** Luhn's formula: payment cards. */
export function isLuhn(text: string): boolean {
  const sum = digits(text)
    .reverse()
    .reduce((all, digit, i) => all + (i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)), 0)
  return sum % 10 === 0
}

/** GB 11643-1999, ISO 7064 mod 11-2: Chinese identity numbers, with the day of birth in the middle. */
export function isChineseIdentity(text: string): boolean {
  const born = Number(text.slice(6, 10))
  const month = Number(text.slice(10, 12))
  if (born < 1900 || born > 2100 || month < 1 || month > 12) return false
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, i) => all + weight * Number(text[i]), 0)
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase()
}

const MULTIPLY = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
]
const PERMUTE = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
]

/** Verhoeff's scheme: Indian Aadhaar numbers. */
export const isVerhoeff = (text: string): boolean =>
  digits(text)
    .reverse()
    .reduce((check, digit, i) => Number(MULTIPLY[check]?.[Number(PERMUTE[i % 8]?.[digit])]), 0) === 0

/** Australian tax file numbers: weighted sum a multiple of 11. */
export const isTaxFileNumber = (text: string): boolean =>
  [1, 4, 3, 7, 5, 8, 6, 9, 10].reduce((sum, weight, i) => sum + weight * Number(text[i]), 0) % 11 === 0

/** ISO 13616: bank accounts. */
export function isIban(text: string): boolean {
  const moved = text.slice(4) + text.slice(0, 4)
  let rest = 0
  for (const char of moved)
    for (const digit of String(Number.parseInt(char, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}
