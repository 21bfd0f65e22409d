import { isOfParcels } from '../heading-ranks.ts'
import type { ImportPlan } from '../import-plan.ts'
import type { Notes } from '../outcome.ts'
import { spendsOrTakesBack, stateWord } from './state-words.ts'

/** A column with more words than this is none of states. */
const mostWords = 64

/**
 * Watches the columns nobody reads for words that say that a row is no sale: the row is taken, and that is told. Null
 * where there is nothing to watch.
 */
export function unreadStates({ unknown, layout, columns, headings }: ImportPlan, notes: Notes) {
  if (layout.rules !== null) return null
  const note = columns.get('note') ?? -1
  const watched = [...unknown, ...(note < 0 ? [] : [{ header: headings.note ?? '', at: note }])]
    .filter(({ header }) => !isOfParcels(header))
    .map(({ header, at }) => ({ header, at, words: new Map<string, 'status' | 'direction' | null>() }))
  if (watched.length === 0) return null

  return (cells: readonly string[], line: number): void => {
    for (const { header, at, words } of watched) {
      const cell = cells[at]
      if (cell === undefined || cell === '' || cell.length > 24 || words.size > mostWords) continue
      let column = words.get(cell)
      if (column === undefined) {
        column = columnOf(cell)
        words.set(cell, column)
      }
      if (column !== null) notes.warn(line, 'row.unread-state', { heading: header, word: cell, column }, null, cell)
    }
  }
}

/** The column that reads a word by which a row is no sale; null for any other word. */
function columnOf(cell: string): 'status' | 'direction' | null {
  const state = stateWord(cell)?.state
  if (state === 'void' || state === 'refund' || state === 'part' || state === 'skip') return 'status'
  return spendsOrTakesBack(cell) ? 'direction' : null
}
