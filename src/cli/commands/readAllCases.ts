import { parseCase } from '../../input/parseCase.ts'
import type { ParsedCase } from '../../input/readCase.ts'
import type { Issue } from '../../words/issue.ts'
import { readLines } from '../io/lines.ts'
import type { CasesInput } from '../io/openCases.ts'
import { type Reject, readCaseLine } from '../io/readRecord.ts'
import { EXIT, type Stop, stop } from '../stop.ts'
import { contextOfRecord } from './decideLines.ts'
import type { Settings } from './settings.ts'

/** A case of a file, sound at its instant. */
export interface CaseAt {
  readonly line: number
  readonly id: string
  readonly case: ParsedCase
  readonly asOf: string
}

/**
 * All cases of a file, for commands that learn from the whole of it. One that is refused ends the command: figures
 * of the rest would be figures of other borrowers.
 *
 * @throws a Stop that names the line and what is wrong there.
 */
export async function readAllCases(input: CasesInput, settings: Settings): Promise<CaseAt[]> {
  const cases: CaseAt[] = []
  const lineOf = new Map<string, number>()
  const refused = async (line: number, id: string | null, issues: readonly Issue[]): Promise<Stop> => {
    const reject = await input.placed({ line, id, issues })
    return stop(EXIT.usage, `${rejectPlace(reject, input.name)}: ${rejectSentence(reject.issues)}`)
  }
  for await (const lines of readLines(input.chunks))
    for (const one of lines) {
      const record = readCaseLine(one)
      if (record === undefined) continue
      const { line, id } = record
      if (!record.ok) throw await refused(line, id, record.issues)
      const context = settings.asOfRecord
        ? contextOfRecord(record.value, settings.context)
        : { ok: true as const, value: settings.context }
      if (!context.ok) throw await refused(line, id, context.issues)
      const parsed = parseCase(record.value, context.value)
      if (!parsed.ok) throw await refused(line, id, parsed.issues)
      const known = id as string
      if (lineOf.has(known))
        throw stop(
          EXIT.usage,
          `${input.name} line ${line}: an id that stands already, in line ${lineOf.get(known)}`,
        )
      lineOf.set(known, line)
      cases.push({ line: input.lineOf(line), id: known, case: parsed.value, asOf: context.value.asOf })
    }
  if (cases.length === 0) throw stop(EXIT.usage, `${input.name}: no cases`)
  return cases
}

/** Of tables an issue says itself which file and row it is about. */
function rejectPlace({ line, issues: [first] }: Reject, name: string): string {
  const file = first?.params.file
  return file === undefined ? `${name} line ${line}` : `${file} line ${first?.params.row}`
}

function rejectSentence([first, ...more]: readonly Issue[]): string {
  const place = first?.path === '' ? '' : `${first?.path} `
  return `${place}${first?.message ?? ''}${more.length === 0 ? '' : ` (and ${more.length} more)`}`
}
