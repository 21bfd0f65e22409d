import { type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import { fold } from './spelling.ts'

/** Whether a column holds the text, whatever the case. SQLite's lower() knows ASCII only: other letters are found as they were written. */
export function holds(column: ReturnType<typeof sql.ref>, word: string): ExpressionWrapper<Tables, 'customer', SqlBool> {
  const folded = fold(word)
  const found = sql<SqlBool>`(instr(lower(${column}), ${folded}) > 0 or instr(${column}, ${word}) > 0)`
  return found as unknown as ExpressionWrapper<Tables, 'customer', SqlBool>
}
