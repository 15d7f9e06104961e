import { toPmml } from '../../train/export/toPmml.ts'
import { toSql } from '../../train/export/toSql.ts'
import type { Host } from '../host.ts'
import { openResults } from '../io/openOutputs.ts'
import { pathStats } from '../io/output.ts'
import { EXIT, type ExitStatus, orStop, stop } from '../stop.ts'
import { readSettings } from './settings.ts'

/** The options of `arrears export`, as typed. */
export interface ExportCommandOptions {
  readonly to: 'sql' | 'pmml'
  readonly table?: string
  readonly out?: string
}

/** `arrears export`: a scorecard for an engine that is not this one. */
export async function exportCommand(
  path: string,
  { to, table, out }: ExportCommandOptions,
  host: Host,
): Promise<ExitStatus> {
  if (to === 'pmml' && table !== undefined) throw stop(EXIT.usage, '--table is for --to sql only')
  const { model } = (await readSettings({ model: path }, host)).context
  const text = orStop(() =>
    to === 'sql' ? toSql(model, table === undefined ? {} : { table }) : toPmml(model),
  )
  const results = await openResults([['--out', out]], [{ name: 'the model', file: pathStats(path) }], host)
  try {
    await results.put([text])
    return EXIT.allDecided
  } catch (error) {
    results.discard()
    throw error
  }
}
