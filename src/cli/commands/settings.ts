import { readFile } from 'node:fs/promises'
import { type ContextOptions, createContext } from '../../entry/createContext.ts'
import type { Capacity } from '../../input/capacityFile.ts'
import { parseCapacity } from '../../input/capacitySchema.ts'
import type { Context } from '../../input/context.ts'
import type { Model } from '../../input/model.ts'
import type { PolicyInput } from '../../input/policy.ts'
import type { Prices } from '../../input/pricesFile.ts'
import { parsePrices } from '../../input/pricesSchema.ts'
import { DEFAULT_POLICY } from '../../policy/defaultPolicy.ts'
import { formatInstant, parseInstant } from '../../time/instant.ts'
import { firstFault } from '../../words/failure.ts'
import type { Host } from '../host.ts'
import { pathStats } from '../io/output.ts'
import type { InputFile } from '../io/refuseLoss.ts'
import { EXIT, isStop, orStop, refusal, stop, systemReason } from '../stop.ts'

/** The options every command that reads cases takes, as typed. */
export interface CaseOptions {
  readonly asOf?: string
  readonly later?: 'reject' | 'ignore'
  readonly policy?: string
  readonly model?: string
  /** How a lender's own tables are read, where the cases are a folder of them. */
  readonly mapping?: string
}

/** In what context records are decided. Plain data, so that it can be handed to a worker. */
export interface Settings {
  readonly context: Context
  /** Whether each record is decided as of its own `metadata.asOf`. */
  readonly asOfRecord: boolean
}

/** Reads the options and the files they name. @throws a Stop when one of them is not what it should be. */
export async function readSettings(options: CaseOptions, host: Host): Promise<Settings> {
  const asOfRecord = options.asOf === 'record'
  const asOf = asOfRecord || options.asOf === undefined ? startOf(host) : options.asOf
  if (parseInstant(asOf) === undefined) {
    const expected = 'an instant with its offset, such as 2026-11-25T02:00:00+08:00, or the word record'
    throw stop(EXIT.usage, `--as-of takes ${expected}`)
  }
  const policy = options.policy === undefined ? undefined : await policyFrom(options.policy)
  const model = options.model === undefined ? undefined : await jsonFile('--model', options.model)
  const given = { asOf, ...(options.later === undefined ? {} : { later: options.later }) }
  // Whether a file holds a policy or a model is for createContext to say; with the policy first, it is known of which.
  const ruled = { ...given, ...(policy === undefined ? {} : { policy: policy as string | PolicyInput }) }
  const context = madeOf(`--policy ${options.policy}`, ruled)
  return {
    context:
      model === undefined ? context : madeOf(`--model ${options.model}`, { ...ruled, model: model as Model }),
    asOfRecord,
  }
}

/** @throws a Stop that names the file at fault. */
function madeOf(file: string, options: ContextOptions): Context {
  try {
    return orStop(() => createContext(options))
  } catch (error) {
    throw isStop(error) ? stop(error.exitStatus, `${file}: ${error.message}`) : error
  }
}

/** The files the options name, so that no result is put over one of them. */
export const inputFiles = ({ policy, model, mapping }: CaseOptions): InputFile[] => [
  ...(policy === undefined || policy === DEFAULT_POLICY.id
    ? []
    : [{ name: '--policy', file: pathStats(policy) }]),
  ...(model === undefined ? [] : [{ name: '--model', file: pathStats(model) }]),
  ...(mapping === undefined ? [] : [{ name: '--mapping', file: pathStats(mapping) }]),
]

const startOf = (host: Host): string => formatInstant(Math.floor(host.now() / 1000), 0)

const policyFrom = (given: string): Promise<unknown> =>
  given === DEFAULT_POLICY.id ? Promise.resolve(given) : jsonFile('--policy', given)

/** The prices in a file. @throws a Stop when it holds none. */
export async function pricesFrom(file: string): Promise<Prices> {
  const parsed = parsePrices(await jsonFile('--prices', file))
  if (parsed.ok) return parsed.value
  throw stop(EXIT.usage, refusal(`--prices ${file}: ${firstFault(parsed.issues)}`, parsed.issues))
}

/** What a JSON file holds; `option` names it in messages. @throws a Stop when it cannot be read or is cut off. */
export async function jsonFile(option: string, path: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const known = option === '--policy' ? ` (built in: ${DEFAULT_POLICY.id})` : ''
    throw stop(EXIT.usage, `${option} ${path}: ${systemReason(error)}${known}`)
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw stop(EXIT.usage, `${option} ${path}: not a JSON file; is it whole?`)
  }
}

/** What was typed: options left out are absent, not undefined. `given({ a: 1, b: undefined })` is `{ a: 1 }`. */
export const given = <T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

/** The capacity in a file. @throws a Stop when it holds none. */
export async function capacityFrom(file: string): Promise<Capacity> {
  const parsed = parseCapacity(await jsonFile('--capacity', file))
  if (parsed.ok) return parsed.value
  throw stop(EXIT.usage, refusal(`--capacity ${file}: ${firstFault(parsed.issues)}`, parsed.issues))
}
