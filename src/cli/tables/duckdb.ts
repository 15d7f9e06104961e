import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT, isStop, type Stop, stop } from '../stop.ts'

/** What users install to read tables; package.json names the same. */
export const DUCKDB = '@duckdb/node-api@1.5.6-r.1'

/** Enough to order any number of rows, what does not fit goes to the folder; less makes it fail on few cores too. */
const MEMORY = '256MB'
/** More would take more memory than `MEMORY` can share out. */
const THREADS = '2'

/**
 * Works with DuckDB, which is loaded only now, in memory of a fixed size and in this folder.
 *
 * @throws a Stop where it is not installed, or the work fails: with the kind of failure, without the data it quotes.
 */
export async function withDuckDb<T>(
  folder: string | undefined,
  work: (connection: DuckDBConnection) => Promise<T>,
  load: () => Promise<typeof import('@duckdb/node-api')> = () => import('@duckdb/node-api'),
): Promise<T> {
  const { DuckDBInstance } = await load().catch((error: unknown) => {
    throw notLoaded(error)
  })
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: THREADS,
      memory_limit: MEMORY,
      // Rows are ordered anyway.
      preserve_insertion_order: 'false',
      // Nothing is ever fetched from anywhere.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...(folder === undefined ? {} : { temp_directory: folder }),
    })
    const connection = await instance.connect()
    try {
      await connection.run("SET TimeZone = 'UTC'")
      return await work(connection)
    } finally {
      connection.closeSync()
      instance.closeSync()
    }
  } catch (error) {
    throw isStop(error) ? error : failed(error)
  }
}

const MISSING: ReadonlySet<unknown> = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'])

function notLoaded(error: unknown): Stop {
  const missing = error instanceof Error && 'code' in error && MISSING.has(error.code)
  const why = missing ? 'which is not installed' : 'which cannot be loaded here'
  return stop(EXIT.usage, `tables are joined by DuckDB, ${why}: npm install ${DUCKDB}`)
}

/** Kinds of failure whose message names files and sizes only; others may quote a row. */
const TELLING = /^(IO|Out of Memory) Error: [^\n]*/

const failed = (error: unknown): Stop =>
  stop(EXIT.usage, `DuckDB cannot read or order the tables${kindOfError(error)}`)

/** What may be told of an error of DuckDB's, to follow what was tried: `: Out of Memory Error: …`; nothing of others. */
export function kindOfError(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const told = TELLING.exec(message)?.[0] ?? /^[A-Z][\w ]+ Error/.exec(message)?.[0]
  return told === undefined ? '' : `: ${told}`
}

/** A text in SQL. `literal("it's")` is `'it''s'`. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A name in SQL. `identifier('a"b')` is `"a""b"`. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A path in SQL, as it stands: DuckDB takes stars and brackets for patterns. */
export const pathLiteral = (path: string): string => literal(path.replaceAll(/[[*?]/g, '[$&]'))
