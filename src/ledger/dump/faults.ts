import type * as z from 'zod/mini'
import type { Store } from '../../store/db.ts'
import { LedgerError } from '../errors.ts'
import { firstDanglingRow } from './sqlite/dangling-rows.ts'
import { brokenRule } from './sqlite/row-writer.ts'

export interface NumberedLine {
  readonly number: number
  readonly text: string
}

/** What can be wrong with a line of a whole export. */
export type LineProblem = 'json' | 'table' | 'order' | 'high' | 'missing' | 'unknown' | 'value' | 'reference' | 'rule'

/** The error for a line; `cause` is what the file's own rules said of it, and any other fault is passed on. */
export function refuse(
  file: string,
  line: NumberedLine,
  table: string | null,
  problem: LineProblem,
  field: string | null,
  value: unknown,
  cause?: unknown,
): unknown {
  const rule = cause === undefined ? null : brokenRule(cause)
  if (cause !== undefined && rule === null) return cause
  return new LedgerError('whole.bad-line', {
    file,
    line: line.number,
    table,
    problem,
    field,
    value: shown(value),
    rule,
  })
}

function shown(value: unknown): string | null {
  return value === null || value === undefined
    ? null
    : (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 60)
}

/** The error for a line that its schema refuses, by the first thing it finds. */
export function problemOf(
  file: string,
  line: NumberedLine,
  table: string,
  value: unknown,
  error: z.core.$ZodError,
): unknown {
  const [issue] = error.issues
  if (issue?.code === 'unrecognized_keys') return refuse(file, line, table, 'unknown', issue.keys[0] ?? null, null)
  const field = issue?.path[0] === undefined ? null : String(issue.path[0])
  const found = field === null ? undefined : (value as Record<string, unknown>)[field]
  return refuse(file, line, table, found === undefined ? 'missing' : 'value', field, found)
}

/** The first table of which the file has another number of rows than its first line says, or null. */
export function restOf(counted: Readonly<Record<string, number>>, found: Readonly<Record<string, number>>) {
  const table = [...new Set([...Object.keys(counted), ...Object.keys(found)])].find(
    (name) => (counted[name] ?? 0) !== (found[name] ?? 0),
  )
  return table === undefined ? null : { table, rows: found[table] ?? 0, expected: counted[table] ?? 0 }
}

/**
 * Throws whole.bad-line for a row that names one that is not there; the rows of a table stand together in the file, in
 * the order of their ids.
 */
export function refuseDangling(store: Store, file: string, firstLine: (table: string) => number): void {
  const found = firstDanglingRow(store)
  if (!found) return
  const { table, before, column, value } = found
  const field = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  throw refuse(file, { number: firstLine(table) + before, text: '' }, table, 'reference', field, value)
}

/**
 * Whether a line of JSON holds lists in lists without end: nothing that an export writes does, and to read them takes a
 * stack without end.
 */
export function isNestedDeep(text: string): boolean {
  // A row is flat, and most lines are rows.
  if (text.lastIndexOf('{') <= 0 && !text.includes('[')) return false
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (quoted) {
      if (letter === 0x5c) at++
      else if (letter === 0x22) quoted = false
    } else if (letter === 0x22) quoted = true
    else if (letter === 0x5b || letter === 0x7b) {
      if (++depth > 32) return true
    } else if (letter === 0x5d || letter === 0x7d) depth--
  }
  return false
}
