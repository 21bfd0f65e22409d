import { readAspect } from '../../care/survey/score.ts'
import { LedgerError } from '../../errors.ts'
import { meaning } from '../../vocabulary.ts'
import { type Column, type ImportKind, sameHeader } from '../columns.ts'

/** A column of a questionnaire that is one question: what it asks about, and where it stands. */
export interface Question {
  readonly aspect: string | null
  readonly at: number
}

/** `goods=商品质量` pairs of --aspects; a heading alone says itself what it asks about. */
export type AskedAspects = readonly (readonly [aspect: string, header: string])[]

/**
 * The questions that stand a column each: those somebody named, by heading or by number; else those headed by an
 * aspect, where no column says what each row asks about. Throws roster.bad-aspects.
 */
export function questionsIn(
  kind: ImportKind,
  cells: readonly string[],
  headers: readonly string[] | null,
  columns: ReadonlyMap<Column, number>,
  asked: AskedAspects,
): Question[] {
  if (kind !== 'surveys') return []
  if (asked.length > 0)
    return asked.map(([aspect, header]) => ({ aspect: readAspect(aspect), at: placeOf(header, cells, headers) }))
  if (columns.has('aspect') || !headers) return []
  const taken = new Set(columns.values())
  return headers.flatMap((header, at) => {
    const aspect = taken.has(at) ? null : meaning('aspect', header.replace(/^\d+[\s.、:：]+/, ''))
    return aspect === null ? [] : [{ aspect, at }]
  })
}

function placeOf(header: string, cells: readonly string[], headers: readonly string[] | null): number {
  const named = headers?.findIndex((cell) => cell === header || sameHeader(cell, header)) ?? -1
  if (named >= 0) return named
  const number = /^\d{1,3}$/.test(header) ? Number(header) : 0
  if (number >= 1 && number <= cells.length) return number - 1
  throw new LedgerError('roster.bad-aspects', {
    asked: header,
    known: headers ? headers.slice(0, 30) : cells.map((_, at) => String(at + 1)),
  })
}
