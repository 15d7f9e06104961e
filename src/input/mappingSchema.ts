import * as z from 'zod/mini'
import { dateFormat } from '../time/dateFormat.ts'
import type { Parsed } from '../words/issue.ts'
import { pointerStep } from '../words/issue.ts'
import { report } from './contradictions.ts'
import { type Contradiction, crossing } from './crossing.ts'
import { anyOf, list, schemaPlace, text, textUpTo, timeZone } from './fields.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import { parseFile } from './parseWith.ts'
import type { Sound } from './sound.ts'
import { type CellKind, TABLE_NAMES, TABLES, type TableField } from './tables.ts'

const optional = z.exactOptional

const columnName = text()
const columnMapping = z.strictObject({
  column: optional(columnName),
  value: optional(text()),
  unit: optional(z.enum(['minor', 'major', 'fraction', 'percent'])),
  format: optional(text(100)),
  zone: optional(timeZone),
  words: optional(z.record(z.string(), text())),
})

const tableMapping = z.strictObject({
  file: optional(text()),
  columns: optional(z.record(z.string(), z.union([columnName, columnMapping]))),
  ignore: optional(list(textUpTo(1_000), 10_000)),
})

export const mappingSchema = z
  .strictObject({
    $schema: schemaPlace,
    money: optional(z.enum(['minor', 'major'])),
    zone: optional(timeZone),
    delimiter: optional(z.enum([',', ';', '\t', '|'])),
    decimal: optional(z.enum(['.', ','])),
    nulls: optional(list(text(), 100)),
    tables: optional(anyOf(TABLE_NAMES, tableMapping)),
    ignore: optional(list(text(), 10_000)),
  })
  .check(crossing<Mapping>(columnIssues))

/** Checks a mapping file. Never throws. */
export const parseMapping = (value: unknown): Parsed<Mapping> => parseFile<Mapping>(mappingSchema, value)

/** Fields no table has, and settings a field cannot have. */
function columnIssues({ tables }: Sound<Mapping>): Contradiction[] {
  const found: Contradiction[] = []
  for (const name of TABLE_NAMES)
    for (const [key, column] of Object.entries(tables?.[name]?.columns ?? {})) {
      const path = `/tables/${name}/columns${pointerStep(key)}`
      const field = Object.hasOwn(TABLES[name], key) ? TABLES[name][key] : undefined
      if (field === undefined) report(found, 'field.unknown', path, `a field of ${name}`, key)
      else if (column && typeof column !== 'string') {
        checkColumn(field, column, path, found)
        if (key === 'id' && column.value)
          report(
            found,
            'field.unknown',
            `${path}/value`,
            'a column: rows of one id are one account',
            column.value,
          )
      }
    }
  return found
}

/** The kinds of cells that a setting says something of. */
const MEANT: Readonly<Record<'unit' | 'format' | 'zone' | 'words', readonly CellKind[]>> = {
  unit: ['money', 'rate'],
  format: ['day', 'instant'],
  zone: ['instant'],
  words: ['text', 'words'],
}

function checkColumn(
  { kind }: TableField,
  column: Sound<ColumnMapping>,
  path: string,
  found: Contradiction[],
): void {
  for (const setting of ['unit', 'format', 'zone', 'words'] as const)
    if (column[setting] && !MEANT[setting].includes(kind))
      report(found, 'field.unknown', `${path}/${setting}`, `no ${setting} for this field`, setting)
  const { unit, format, value } = column
  const units: readonly string[] = kind === 'money' ? ['minor', 'major'] : ['fraction', 'percent']
  if (unit && MEANT.unit.includes(kind) && !units.includes(unit))
    report(found, 'value.unknown', `${path}/unit`, `one of ${units.join(', ')}`, unit)
  if (value && column.column)
    report(found, 'field.unknown', `${path}/value`, 'a column or a value, not both', value)
  const timed = kind === 'instant'
  if (format && MEANT.format.includes(kind) && dateFormat(format)?.timed !== timed)
    report(found, 'string.pattern', `${path}/format`, timed ? FORMATS.time : FORMATS.day, format)
}

const FORMATS = {
  day: 'YYYY, MM and DD once each (or YY, M, D), such as DD/MM/YYYY or D.M.YYYY',
  time: 'YYYY, MM, DD, HH and mm once each (or YY, M, D, H), and maybe ss, such as YYYYMMDD HH:mm:ss or D/M/YYYY H:mm',
}
