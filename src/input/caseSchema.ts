import * as z from 'zod/mini'
import { contradictionsIn } from './crossChecks.ts'
import { crossing } from './crossing.ts'
import { readRecord } from './readRecord.ts'
import { type ParsedRecord, record } from './recordSchema.ts'

/** A record without a fault or contradiction, read into what later rooms use. */
export const caseSchema = z.pipe(
  record.check(crossing<ParsedRecord>(contradictionsIn)),
  z.transform(readRecord),
)
