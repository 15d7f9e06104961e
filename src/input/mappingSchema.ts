import * as z from 'zod/mini'
import { dateFormat } from '../time/dateFormat.ts'
import type { Issue, Parsed } from '../words/issue.ts'
import { pointerStep } from '../words/issue.ts'
import { parseWith, type Sound } from './checkShape.ts'
import { report } from './contradictions.ts'
import { timeZone } from './fields.ts'
import type { ColumnMapping, Mapping } from './mapping.ts'
import { oneOf, string, text, textUpTo } from './ownChecks.ts'
import { anyOf, chosen, list, object, record } from './parts.ts'
import { schemaOf } from './schemaOf.ts'
import { type CellKind, TABLE_NAMES, TABLES, type TableField } from './tables.ts'

const optional = z.exactOptional

const columnName = text()
const columnMapping = object({
  column: optional(columnName),
  value: optional(text()),
  unit: optional(oneOf(['minor', 'major', 'fraction', 'percent'])),
  format: optional(text(100)),
  zone: optional(timeZone),
  words: optional(record(string, text())),
})

const tableMapping = object({
  file: optional(text()),
  columns: optional(
    record(
      string,
      chosen((value) => (typeof value === 'string' ? columnName : columnMapping)),
    ),
  ),
  ignore: optional(list(textUpTo(1_000), 10_000)),
})

const mappingSchema = schemaOf<Mapping>()(
  object({
    money: optional(oneOf(['minor', 'major'])),
    zone: optional(timeZone),
    delimiter: optional(oneOf([',', ';', '\t', '|'])),
    decimal: optional(oneOf(['.', ','])),
    nulls: optional(list(text(), 100)),
    tables: optional(anyOf(TABLE_NAMES, tableMapping)),
    ignore: optional(list(text(), 10_000)),
  }),
)

/** Checks a mapping file. Never throws. */
export const parseMapping = (value: unknown): Parsed<Mapping> => parseWith(mappingSchema, columnIssues, value)

/** Fields no table has, and settings a field cannot have. */
function columnIssues({ tables }: Sound<Mapping>): Issue[] {
  const issues: Issue[] = []
  for (const name of TABLE_NAMES)
    for (const [key, column] of Object.entries(tables?.[name]?.columns ?? {})) {
      const path = `/tables/${name}/columns${pointerStep(key)}`
      const field = Object.hasOwn(TABLES[name], key) ? TABLES[name][key] : undefined
      if (field === undefined) report(issues, 'field.unknown', path, `a field of ${name}`, key)
      else if (column && typeof column !== 'string') {
        checkColumn(field, column, path, issues)
        if (key === 'id' && column.value)
          report(
            issues,
            'field.unknown',
            `${path}/value`,
            'a column: rows of one id are one account',
            column.value,
          )
      }
    }
  return issues
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
  issues: Issue[],
): void {
  for (const setting of ['unit', 'format', 'zone', 'words'] as const)
    if (column[setting] && !MEANT[setting].includes(kind))
      report(issues, 'field.unknown', `${path}/${setting}`, `no ${setting} for this field`, setting)
  const { unit, format, value } = column
  const units: readonly string[] = kind === 'money' ? ['minor', 'major'] : ['fraction', 'percent']
  if (unit && MEANT.unit.includes(kind) && !units.includes(unit))
    report(issues, 'value.unknown', `${path}/unit`, `one of ${units.join(', ')}`, unit)
  if (value && column.column)
    report(issues, 'field.unknown', `${path}/value`, 'a column or a value, not both', value)
  const timed = kind === 'instant'
  if (format && MEANT.format.includes(kind) && dateFormat(format)?.timed !== timed)
    report(issues, 'string.pattern', `${path}/format`, timed ? FORMATS.time : FORMATS.day, format)
}

const FORMATS = {
  day: 'YYYY, MM and DD once each (or YY, M, D), such as DD/MM/YYYY or D.M.YYYY',
  time: 'YYYY, MM, DD, HH and mm once each (or YY, M, D, H), and maybe ss, such as YYYYMMDD HH:mm:ss or D/M/YYYY H:mm',
}
