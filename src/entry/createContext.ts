import { FEATURES } from '../history/features.ts'
import { parseAsOf } from '../input/asOf.ts'
import type { Context } from '../input/context.ts'
import type { Model } from '../input/model.ts'
import { parseModel } from '../input/modelSchema.ts'
import type { Policy, PolicyInput } from '../input/policy.ts'
import { parsePolicy } from '../input/policySchema.ts'
import type { RulePack } from '../input/rulePack.ts'
import { DEFAULT_MODEL } from '../policy/defaultModel.ts'
import { DEFAULT_POLICY } from '../policy/defaultPolicy.ts'
import { BUILT_IN_PACKS } from '../policy/packs/builtInPacks.ts'
import { failure, firstFault } from '../words/failure.ts'
import type { Issue, Parsed } from '../words/issue.ts'
import { nameOf } from './prepare.ts'

/** What a context is made from. */
export interface ContextOptions {
  /** The instant to decide as of: RFC 3339 with an offset. The library reads no clock. */
  readonly asOf: string
  /** `reject` (default): a case with payments or contacts later than `asOf` is refused; `ignore`: they are not seen. */
  readonly later?: 'reject' | 'ignore'
  /** Id of a built-in policy (`default`) or a policy of one's own; absent fields are the built-in one's. */
  readonly policy?: string | PolicyInput
  /** A scorecard; default: the built-in one. */
  readonly model?: Model
}

/** A misspelt `policy` must not quietly decide with the built-in one. */
const OPTIONS: ReadonlySet<string> = new Set<keyof ContextOptions>(['asOf', 'later', 'policy', 'model'])

/**
 * Makes the context decisions are taken in: plain frozen data, made once and used for many cases.
 *
 * @throws a Failure with code `context.invalid` and `issues` when an option is not what it should be.
 * @example
 * createContext({ asOf: '2026-11-25T02:00:00+08:00' }).policy.id // => 'default'
 */
export function createContext(options: ContextOptions): Context {
  if (typeof options !== 'object' || options === null)
    throw failure('context.invalid', 'createContext takes an object')
  const unknown = Object.keys(options).find((key) => !OPTIONS.has(key))
  if (unknown !== undefined) throw invalid(`there is no option of this name: ${unknown.slice(0, 60)}`)
  const asOf = valid('asOf', parseAsOf(options.asOf))
  const later = options.later ?? 'reject'
  if (later !== 'reject' && later !== 'ignore') throw invalid('later must be "reject" or "ignore"')
  const policy = policyOf(options.policy)
  const model =
    options.model === undefined ? DEFAULT_MODEL : valid('model', parseModel(options.model, FEATURES))
  const house: RulePack = {
    id: 'house',
    title: 'House rules of the policy',
    version: policy.version,
    jurisdictions: [],
    rules: policy.house.rules,
  }
  const { packs, addedPacks } = packsOf(policy)
  const context: Context = {
    arrears: 1,
    asOf: asOf.asOf,
    asOfSecond: asOf.asOfSecond,
    later,
    policy,
    packs: [house, ...packs],
    addedPacks,
    model,
    versions: { engine: ENGINE_VERSION, policy: nameOf(policy), model: nameOf(model) },
  }
  return deepFreeze(context)
}

function policyOf(given: string | PolicyInput | undefined): Policy {
  if (given === undefined || given === DEFAULT_POLICY.id) return DEFAULT_POLICY
  if (typeof given === 'string') throw invalid('there is no built-in policy of this name; built in: default')
  return valid('policy', parsePolicy(given, DEFAULT_POLICY))
}

function packsOf(policy: Policy): { packs: readonly RulePack[]; addedPacks: readonly string[] } {
  if (policy.packs === 'byJurisdiction') return { packs: BUILT_IN_PACKS, addedPacks: [] }
  const brought: RulePack[] = []
  const addedPacks: string[] = []
  for (const pack of policy.packs) {
    const id = typeof pack === 'string' ? pack : pack.id
    const builtIn = BUILT_IN_PACKS.some((one) => one.id === id)
    if (typeof pack === 'string' && !builtIn)
      throw invalid('the policy names a rule pack that is not built in')
    // A pack of one's own is added to the law; it must not be able to stand in for it.
    if (typeof pack !== 'string' && (builtIn || id === 'house'))
      throw invalid('the policy brings a rule pack under a built-in name')
    if (addedPacks.includes(id)) throw invalid('the policy names a rule pack twice')
    if (typeof pack !== 'string') brought.push(pack)
    addedPacks.push(id)
  }
  return { packs: [...BUILT_IN_PACKS, ...brought], addedPacks }
}

/** What was parsed. @throws a Failure with code `context.invalid` and the issues, when it is not valid. */
export function valid<T>(what: string, parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value
  throw invalid(`${what} is not valid: ${firstFault(parsed.issues)}`, parsed.issues)
}

const invalid = (message: string, issues: readonly Issue[] = []) =>
  failure('context.invalid', message, issues)

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) deepFreeze(part)
  }
  return value
}

/** The engine's version, as it stands in package.json; a test holds them together. */
export const ENGINE_VERSION = '0.1.0'
