/** The first few pointers into a list are made once: most records are short, and text is slow to make. */
const MADE = 64

/** JSON Pointers to the entries of a list of the input. `pointersInto('contacts')(3)` is '/contacts/3'. */
export function pointersInto(list: string): (index: number) => string {
  const made = Array.from({ length: MADE }, (_, index) => `/${list}/${index}`)
  return (index) => made[index] ?? `/${list}/${index}`
}
