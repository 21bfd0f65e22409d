import { meaning } from '../../vocabulary.ts'
import { isOfParcels } from '../heading-ranks.ts'
import type { ImportPlan } from '../import-plan.ts'
import type { Notes } from '../outcome.ts'
import { callIn, isOfCalls } from './contact-words.ts'
import { spendsOrTakesBack, stateWord } from './state-words.ts'

/** A column with more words than this is none of states. */
const mostWords = 64

/**
 * Watches the columns nobody reads for words that say that a row is no sale, or one that is not paid: the row is taken,
 * and that is told. Null where there is nothing to watch.
 */
export function unreadStates(plan: ImportPlan, notes: Notes) {
  if (plan.layout.rules !== null) return null
  return watch(plan, stateColumn, (line, facts) => notes.warn(line, 'row.unread-state', facts, null, facts.word))
}

/** The same of contacts of which no column says the outcome: words by which somebody was not reached, or called. */
export function unreadOutcomes(plan: ImportPlan, notes: Notes) {
  const { columns } = plan
  if (columns.has('outcome') || columns.has('call_type')) return null
  const column = (cell: string) => outcomeColumn(cell, columns.has('direction'))
  return watch(plan, column, (line, facts) => notes.warn(line, 'row.unread-outcome', facts, null, facts.word))
}

function watch<Column>(
  { unknown, columns, headings }: ImportPlan,
  columnOf: (cell: string) => Column | null,
  tell: (line: number, facts: { heading: string; word: string; column: Column }) => void,
) {
  const note = columns.get('note') ?? -1
  const watched = [...unknown, ...(note < 0 ? [] : [{ header: headings.note ?? '', at: note }])]
    .filter(({ header }) => !isOfParcels(header))
    .map(({ header, at }) => ({ header, at, words: new Map<string, Column | null>() }))
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
      if (column !== null) tell(line, { heading: header, word: cell, column })
    }
  }
}

/** The column that reads a word by which a row is no sale, or is owed; null for any other word. */
function stateColumn(cell: string): 'status' | 'direction' | null {
  const state = stateWord(cell)?.state ?? ''
  if (['void', 'refund', 'part', 'skip', 'owed'].includes(state)) return 'status'
  return spendsOrTakesBack(cell) ? 'direction' : null
}

/** The column that reads a word by which a contact came out otherwise than reached; null for any other word. */
function outcomeColumn(cell: string, directed: boolean): 'outcome' | 'call_type' | null {
  const outcome = meaning('outcome', cell)
  if (outcome !== null) return outcome === 'reached' ? null : 'outcome'
  return !directed && isOfCalls(cell) && callIn(cell) !== null ? 'call_type' : null
}
