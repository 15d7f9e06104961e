/** The first few pointers into a list are made once: most records are short, and text is slow to make. */
const MADE = 64

/** JSON Pointers to the entries of a list of the input. `pointersInto('contacts')(3)` is '/contacts/3'. */
function pointersInto(list: string): (index: number) => string {
  const made = Array.from({ length: MADE }, (_, index) => `/${list}/${index}`)
  return (index) => made[index] ?? `/${list}/${index}`
}

/** `repaymentPointer(3)` is '/repayments/3'. */
export const repaymentPointer = pointersInto('repayments')
/** `contactPointer(3)` is '/contacts/3'. */
export const contactPointer = pointersInto('contacts')
/** `circumstancePointer(3)` is '/circumstances/3'. */
export const circumstancePointer = pointersInto('circumstances')
/** `optOutPointer(0)` is '/preferences/channelsOptedOut/0'. */
export const optOutPointer = pointersInto('preferences/channelsOptedOut')
