import type { Capacity } from '../../input/capacityFile.ts'
import { parseCapacity } from '../../input/capacitySchema.ts'
import { refusal } from '../io/orStop.ts'
import { EXIT, stop } from '../stop.ts'
import { jsonFile } from './settings.ts'

/** The capacity in a file. @throws a Stop when it holds none. */
export async function capacityFrom(file: string): Promise<Capacity> {
  const parsed = parseCapacity(await jsonFile('--capacity', file))
  if (parsed.ok) return parsed.value
  throw stop(EXIT.usage, refusal(`--capacity ${file}: ${parsed.issues[0]?.message}`, parsed.issues))
}
