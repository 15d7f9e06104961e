import type { CircumstanceSpan, Facts } from '../history/facts.ts'
import type { Circumstance } from '../input/borrowerCase.ts'
import type { Policy } from '../input/policy.ts'
import { SECONDS_PER_DAY } from '../time/instant.ts'
import { classOf } from '../words/circumstances.ts'

/** What calls for care in every contact, in its figures: told to the collector before anything else. */
export interface CareParams {
  /** There was hostility. */
  'care.hostile': Readonly<Record<never, never>>
  /** The borrower is vulnerable, by this driver where it is known. */
  'care.vulnerable': { readonly driver?: NonNullable<Circumstance['driver']> }
  /** Somebody else controls the borrower's money. */
  'care.economicAbuse': Readonly<Record<never, never>>
  /** A debt adviser is at work. */
  'care.adviser': Readonly<Record<never, never>>
  /** Somebody speaks for the borrower. */
  'care.represented': Readonly<Record<never, never>>
  /** The language to speak, a tag such as `hi`. */
  'care.language': { readonly language: string }
}
export type CareCode = keyof CareParams
export type Care = {
  readonly [Code in CareCode]: {
    readonly code: Code
    readonly params: CareParams[Code]
    readonly evidence: readonly string[]
  }
}[CareCode]

/** What is spoken anyway, where that is not the policy's language: nobody has to be told of it. */
const USUAL_LANGUAGE: Readonly<Record<string, string>> = {
  CN: 'zh',
  HK: 'zh',
  TW: 'zh',
  MX: 'es',
  ES: 'es',
  DE: 'de',
  FR: 'fr',
}

const NONE: readonly Care[] = Object.freeze([])
const NO_PARAMS = Object.freeze({})

/** What the record says of the person that whoever contacts them has to know, the gravest first. */
export function careOf({ circumstances, asOf, view }: Facts, policy: Policy): readonly Care[] {
  const { language } = view.source.preferences ?? {}
  const usual = USUAL_LANGUAGE[view.source.jurisdiction?.slice(0, 2) ?? ''] ?? base(policy.language)
  const spoken = language !== undefined && base(language) !== usual
  if (circumstances.length === 0 && !spoken) return NONE
  const found: Care[] = []
  const add = (care: Care): void => {
    if (!found.some(({ code }) => code === care.code)) found.push(care)
  }
  for (const span of circumstances) {
    const { kind, pointer, now, from } = span
    const evidence = [pointer]
    const recently = from <= asOf && asOf - from < policy.visit.hostileDays * SECONDS_PER_DAY
    if (kind === 'hostile' && (now || recently)) add({ code: 'care.hostile', params: NO_PARAMS, evidence })
    if (!now) continue
    if (kind === 'economicAbuse') add({ code: 'care.economicAbuse', params: NO_PARAMS, evidence })
    else if (kind === 'adviserEngaged') add({ code: 'care.adviser', params: NO_PARAMS, evidence })
    else if (kind === 'represented') add({ code: 'care.represented', params: NO_PARAMS, evidence })
    else if (classOf(kind) === 'vulnerability') {
      const driver = driverOf(span, view.source.circumstances)
      add({ code: 'care.vulnerable', params: driver === undefined ? NO_PARAMS : { driver }, evidence })
    }
  }
  if (spoken) found.push({ code: 'care.language', params: { language }, evidence: ['/preferences/language'] })
  return found.sort((a, b) => CARE_ORDER.indexOf(a.code) - CARE_ORDER.indexOf(b.code))
}

const CARE_ORDER: readonly CareCode[] = [
  'care.hostile',
  'care.economicAbuse',
  'care.vulnerable',
  'care.represented',
  'care.adviser',
  'care.language',
]

const base = (tag: string): string => tag.split('-')[0] ?? tag

const driverOf = (
  { pointer, implied }: CircumstanceSpan,
  circumstances: readonly Circumstance[] | undefined,
): Circumstance['driver'] =>
  implied ? undefined : circumstances?.[Number(pointer.slice('/circumstances/'.length))]?.driver
