import { parseCase } from '../input/parseCase.ts'
import type { ParsedCase } from '../input/readCase.ts'
import type { Issue } from '../kernel/issue.ts'
import { contextOfRecord } from './decideRecord.ts'
import { readLines } from './lines.ts'
import type { Input } from './openInput.ts'
import { readRecord } from './readRecord.ts'
import type { Settings } from './settings.ts'
import { EXIT, type Stop, stop } from './stop.ts'

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
export async function readAllCases(input: Input, settings: Settings): Promise<CaseAt[]> {
  const cases: CaseAt[] = []
  const lineOf = new Map<string, number>()
  const refuse = (line: number, what: string): Stop => stop(EXIT.usage, `${input.name} line ${line}: ${what}`)
  for await (const lines of readLines(input.chunks))
    for (const one of lines) {
      const record = readRecord(one)
      if (record === undefined) continue
      const { line } = record
      if (!record.ok) throw refuse(line, toldOf(record.issues))
      const context = settings.asOfRecord
        ? contextOfRecord(record.value, settings.context)
        : { ok: true as const, value: settings.context }
      if (!context.ok) throw refuse(line, toldOf(context.issues))
      const parsed = parseCase(record.value, context.value)
      if (!parsed.ok) throw refuse(line, toldOf(parsed.issues))
      const id = record.id as string
      if (lineOf.has(id)) throw refuse(line, `an id that stands already, in line ${lineOf.get(id)}`)
      lineOf.set(id, line)
      cases.push({ line, id, case: parsed.value, asOf: context.value.asOf })
    }
  if (cases.length === 0) throw stop(EXIT.usage, `${input.name}: no cases`)
  return cases
}

function toldOf([first, ...more]: readonly Issue[]): string {
  const place = first?.path === '' ? '' : `${first?.path} `
  return `${place}${first?.message ?? ''}${more.length === 0 ? '' : ` (and ${more.length} more)`}`
}
