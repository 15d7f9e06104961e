import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { explain, ownLanguage, type ExplainOptions as Wording } from '../../entry/explain.ts'
import { explainIssue } from '../../entry/explainIssue.ts'
import { explainPlace } from '../../entry/explainPlace.ts'
import { languageOf } from '../../entry/languageNamed.ts'
import { bringsPhrase, listedPhrase, offerPhrases, type PlacePhrase } from '../../explain/placePhrases.ts'
import type { Capacity } from '../../input/capacityFile.ts'
import type { Language } from '../../locale/language.ts'
import { renderLine } from '../../locale/render.ts'
import type { PlaceBecause } from '../../portfolio/prioritised.ts'
import type { Issue } from '../../words/issue.ts'
import { servingOf, takenFrom, UNLIMITED } from '../../words/pool.ts'
import type { PoolUnit } from '../../words/units.ts'
import type { Host } from '../host.ts'
import { ndjson, readLines } from '../io/lines.ts'
import { openCases } from '../io/openCases.ts'
import { type Input, openInput, unreadable } from '../io/openInput.ts'
import { streamOutput } from '../io/output.ts'
import { type Reject, readCaseLine } from '../io/readRecord.ts'
import { refuseLoss } from '../io/refuseLoss.ts'
import { EXIT, type ExitStatus, stop } from '../stop.ts'
import { decideRecord } from './decideLines.ts'
import { type CaseOptions, capacityFrom, readSettings } from './settings.ts'
import { isWorklistName, LEFT_NAME, type ListedItem } from './writeWorklists.ts'

export interface ExplainCommandOptions extends CaseOptions, Wording {
  readonly id: string
  /** A folder that `prioritise --out` wrote: where in that plan the case is. */
  readonly worklists?: string
  /** The capacity that plan was made with. */
  readonly capacity?: string
}

/** `arrears explain`: the decision on one case of a file, in words, and where it is in a plan. */
export async function explainCommand(
  cases: string,
  options: ExplainCommandOptions,
  host: Host,
): Promise<ExitStatus> {
  const { worklists, audience } = options
  if (worklists !== undefined && audience === 'borrower')
    throw stop(EXIT.usage, '--worklists tells what staff plan: it is not for --audience borrower')
  if (worklists === undefined && options.capacity !== undefined)
    throw stop(EXIT.usage, '--capacity goes with --worklists')
  const settings = await readSettings(options, host)
  const capacity = options.capacity === undefined ? undefined : await capacityFrom(options.capacity)
  const input = await openCases(cases, { mapping: options.mapping, only: options.id }, host)
  refuseLoss(
    input.files,
    [
      ['standard output', host.stdout],
      ['standard error', host.stderr],
    ],
    [],
  )
  const { line, value } = await find(options.id, input)
  const decided = decideRecord(line, value, settings)
  const standardError = streamOutput(host.stderr, 'standard error', EXIT.allDecided)
  if (!decided.ok) {
    const reject = await input.placed({ line, id: options.id, issues: decided.issues })
    await standardError.write(ndjson(inLanguage(reject, options.language ?? 'en')))
    return EXIT.someRejected
  }
  const { decision } = decided
  const language = options.language === undefined ? ownLanguage(decision) : languageOf(options.language)
  const telling = { language, currency: decision.currency, capacity }
  // Looked up before anything is said, so that what is said is whole.
  const planned =
    worklists === undefined ? [] : placeLines(await findPlace(options.id, worklists, host), telling)
  const sentences = [...explain(decision, wording(options)), ...planned]
  const text = sentences.map((sentence) => `${sentence}\n`).join('')
  if (text === '') await standardError.write('arrears: nobody should be written to in this case\n')
  else await streamOutput(host.stdout, 'standard output', EXIT.allDecided).write(text)
  return EXIT.allDecided
}

/** The sentences of a reject in the language that was asked for; codes, places and figures are the same in all. */
const inLanguage = (reject: Reject, language: Language | string): Reject => ({
  ...reject,
  issues: reject.issues.map((issue): Issue => ({ ...issue, message: explainIssue(issue, { language }) })),
})

const wording = ({ language, audience }: Wording): Wording => ({
  ...(language === undefined ? {} : { language }),
  ...(audience === undefined ? {} : { audience }),
})

/** The first line with this id is the one that counts, so nothing after it is read. */
async function find(id: string, input: Input): Promise<{ line: number; value: unknown }> {
  let unread = 0
  for await (const lines of readLines(input.chunks)) {
    for (const one of lines) {
      const record = readCaseLine(one)
      if (record === undefined) continue
      if (!record.ok) unread += 1
      else if (record.id === id) return record
    }
  }
  const lost = unread === 0 ? '' : ` (lines that could not be read: ${unread})`
  throw stop(EXIT.usage, `no case with this id in ${input.name}${lost}`)
}

/** What is said of a place: in which language, and in which currency the decision is. */
export interface Telling {
  readonly language: Language
  readonly currency: string
  /** The capacity the plan was made with: without it nobody knows what a unit of a pool is. */
  readonly capacity: Capacity | undefined
}

/** Where an account is in a plan and why, a line each: the list, what is to be done, the reasons. */
export function placeLines(place: PlanPlace, { language, currency, capacity }: Telling): string[] {
  const planned = capacity?.currency ?? currency
  const line = (phrases: readonly PlacePhrase[], amounts = currency): string =>
    renderLine(phrases, language, amounts)
  const why = (because: PlaceBecause): string[] =>
    because.length === 0
      ? []
      : [
          [
            line([{ code: 'lead.why', params: {} }]),
            ...explainPlace(because, language, planned, currency),
          ].join(language.space),
        ]
  if (place.item === undefined) return [line([{ code: 'place.left', params: {} }]), ...why(place.because)]
  const { item, of } = place
  const brings = capacity === undefined ? [] : [bringsPhrase(item.perUnit, unitOf(item, capacity), planned)]
  return [
    line([listedPhrase({ ...item, of }), ...brings], planned),
    line(offerPhrases(item.alternative)),
    ...why(item.because),
  ]
}

/** What the list's pool counts, where the item takes any of it. */
function unitOf({ pool, area, alternative }: ListedItem, { pools }: Capacity): PoolUnit | undefined {
  if (pool === UNLIMITED) return undefined
  if (!pools.some(({ id }) => id === pool))
    throw stop(EXIT.usage, `--capacity has no pool ${pool}, as the plan has; was the plan made with it?`)
  const { kind, channel, use, cost = 0 } = alternative
  const serving = servingOf(pools)(kind, channel, area)?.find((one) => pools[one.pool]?.id === pool)
  return serving !== undefined && takenFrom(serving, use, cost) > 0 ? serving.unit : undefined
}

/** Where an account is in a plan: on a list with so many others, or on none. */
export type PlanPlace =
  | { readonly item: ListedItem; readonly of: number }
  | { readonly item?: undefined; readonly because: PlaceBecause }

/**
 * Looks an account up in a folder that `prioritise --out` wrote.
 *
 * @throws a Stop when the folder holds no plan, when the account is nowhere in it, or when it is there twice, as in
 * a folder that lists of an earlier plan are left in.
 */
async function findPlace(id: string, folder: string, host: Host): Promise<PlanPlace> {
  const found: { readonly name: string; readonly place: PlanPlace }[] = []
  for (const name of await planIn(folder)) {
    const { value, lines } = await look(id, join(folder, name), host)
    if (value === undefined) continue
    const place = name === LEFT_NAME ? (value as PlanPlace) : { item: value as ListedItem, of: lines }
    if (!isPlace(place)) throw stop(EXIT.usage, `${join(folder, name)} is not what prioritise writes`)
    found.push({ name, place })
  }
  const [first, second] = found
  if (first === undefined) throw stop(EXIT.usage, `no account with this id in the plan in ${folder}`)
  if (second !== undefined)
    throw stop(
      EXIT.usage,
      `this id stands in both ${first.name} and ${second.name} in ${folder}; are lists of an earlier plan left there?`,
    )
  return first.place
}

/** The names of its files; those left are written last, so where they are the plan is whole. */
async function planIn(folder: string): Promise<string[]> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    throw unreadable(`--worklists ${folder}`, error)
  }
  if (!names.includes(LEFT_NAME))
    throw stop(EXIT.usage, `--worklists ${folder}: no plan is there, for it has no ${LEFT_NAME}`)
  return [...names.filter(isWorklistName).sort(), LEFT_NAME]
}

/** The value with this id, and how many lines the file has. */
async function look(id: string, path: string, host: Host) {
  const input = await openInput(path, host)
  const written = JSON.stringify(id)
  let value: unknown
  let count = 0
  for await (const lines of readLines(input.chunks)) {
    count += lines.length
    for (const line of lines) {
      // Reading a line as JSON takes many times as long as seeing that the id is not on it.
      if (line.bytes === undefined || !containsText(line.bytes, written)) continue
      const record = readCaseLine(line)
      if (record?.ok && record.id === id) value = record.value
    }
  }
  return { value, lines: count }
}

/** Whether a text stands in these bytes, which are not copied. */
const containsText = ({ buffer, byteOffset, length }: Uint8Array, text: string): boolean =>
  Buffer.from(buffer, byteOffset, length).includes(text)

/** Looks at what is said of a place, and at nothing else. */
function isPlace(place: PlanPlace): boolean {
  if (place.item === undefined) return Array.isArray(place.because)
  const { pool, rank, perUnit, alternative, because } = place.item
  return (
    typeof pool === 'string' &&
    Number.isInteger(rank) &&
    Number.isFinite(perUnit) &&
    typeof alternative?.kind === 'string' &&
    Array.isArray(because)
  )
}
