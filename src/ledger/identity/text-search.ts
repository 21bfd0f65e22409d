import { type Expression, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import { inAnyCase } from '../../store/lists.ts'
import type { Tables } from '../../store/tables.ts'
import { fold } from './spelling.ts'

type Condition = ExpressionWrapper<Tables, 'customer', SqlBool>

/** No one looks for more, and SQLite takes no pattern of more than 50,000 bytes. */
const longest = 10_000

/** Whether a column holds the text as it is written; SQLite alone disregards the case of ASCII letters. */
export function contains(column: Expression<unknown>, text: string): Condition {
  const found =
    text.length > longest
      ? sql<SqlBool>`1 = 0`
      : sql<SqlBool>`${column} like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
  return found as unknown as Condition
}

/**
 * Whether a column holds the text, whatever the case. SQLite's LIKE knows that of ASCII only: other letters are found
 * as they were written. Most columns of most rows are empty: asking that first halves a search (bench/counter.ts).
 */
export function holds(column: ReturnType<typeof sql.ref>, word: string): Condition {
  const folded = fold(word)
  const lowered = contains(inAnyCase(column), folded)
  // What is in the column as it was written, in small letters, is in it lowered too.
  const found = folded === word ? lowered : sql<SqlBool>`(${lowered} or ${contains(column, word)})`
  return sql<SqlBool>`(${column} is not null and ${found})` as unknown as Condition
}

/** What lower() makes of a text in either engine. */
const inSmall = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Whether a column holds the text, whatever the case of ASCII letters. */
export function mentions(column: ReturnType<typeof sql.ref>, text: string): Condition {
  return contains(inAnyCase(column), inSmall(text))
}

/** Whether a column begins with the text, whatever the case of ASCII letters. */
export function begins(column: ReturnType<typeof sql.ref>, text: string): Condition {
  const pattern = `${inSmall(text)
    .slice(0, longest)
    .replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`lower(${column}) like ${pattern} escape '\\'` as unknown as Condition
}
