/**
 * The order of two texts by code units, whatever the host's language.
 *
 * @example
 * ['b', 'ä', 'a'].sort(compareTexts) // => ['a', 'b', 'ä']
 */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
