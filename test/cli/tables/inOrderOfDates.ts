import type { BorrowerCase } from '../../../src/input/borrowerCase.ts'

/** Cases as tables give them: accounts in the order of their ids' bytes, lists in that of their dates. */
export function inOrderOfDates(cases: readonly BorrowerCase[]): BorrowerCase[] {
  const bytes = ({ id }: BorrowerCase) => Buffer.from(id)
  return [...cases].sort((a, b) => Buffer.compare(bytes(a), bytes(b))).map(ordered)
}

function ordered(one: BorrowerCase): BorrowerCase {
  const repayments = one.repayments?.map((row) => ({ ...row, paid: sorted(row.paid, ({ on }) => on) }))
  const { preferences } = one
  return dropAbsent({
    ...one,
    repayments: sorted(repayments?.map(dropAbsent), ({ due }) => due),
    contacts: sorted(one.contacts, timeOf),
    contactPoints: sorted(one.contactPoints, ({ key }) => key),
    notices: sorted(one.notices, timeOf),
    circumstances: sorted(one.circumstances, ({ since = '' }) => since),
    arrangements: sorted(one.arrangements, ({ from }) => from),
    preferences:
      preferences === undefined
        ? undefined
        : dropAbsent({
            ...preferences,
            contactHours: sorted(preferences.contactHours, ({ from }) => from),
            avoidHours: sorted(preferences.avoidHours, ({ from }) => from),
            agreedHours: sorted(preferences.agreedHours, ({ from }) => from),
            consents: sorted(preferences.consents, timeOf),
          }),
  }) as BorrowerCase
}

const timeOf = ({ at }: { readonly at: string }): number => Date.parse(at)

function sorted<T>(list: readonly T[] | undefined, by: (one: T) => string | number): T[] | undefined {
  const text = (one: T) => JSON.stringify(one)
  const compare = <K extends string | number>(a: K, b: K) => (a < b ? -1 : a > b ? 1 : 0)
  return list && [...list].sort((a, b) => compare(by(a), by(b)) || compare(text(a), text(b)))
}

const dropAbsent = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T
