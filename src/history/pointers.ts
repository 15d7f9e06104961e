import { pointersInto } from '../kernel/pointer.ts'

/** `repaymentPointer(3)` is '/repayments/3'. */
export const repaymentPointer = pointersInto('repayments')
/** `contactPointer(3)` is '/contacts/3'. */
export const contactPointer = pointersInto('contacts')
/** `circumstancePointer(3)` is '/circumstances/3'. */
export const circumstancePointer = pointersInto('circumstances')
/** `optOutPointer(0)` is '/preferences/channelsOptedOut/0'. */
export const optOutPointer = pointersInto('preferences/channelsOptedOut')
