import type { LoggedChange } from '../ledger/book/change/log.ts'
import type { Undone } from '../ledger/book/change/undo.ts'
import type { ToldChange } from '../ledger/errors.ts'
import { changeSaid } from '../locales/change-said.ts'
import { cleanDeep } from '../terminal/clean.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'

interface Log {
  readonly changes: readonly LoggedChange[]
  /** The same, with the names of today. */
  readonly told: readonly ToldChange[]
  /** The newest of them that can be taken back. */
  readonly undoable: number | null
  /** Not of all days there are. */
  readonly ofSomeDays: boolean
}

/** What was done to the ledger, a line a change. */
export const logScreen: Screen<Log, LoggedChange> = {
  data: ({ changes }) => changes,
  lines({ changes, told, ofSomeDays }, voice) {
    const { words } = voice
    if (told.length === 0) return [ofSomeDays ? words.changes.noneThen : words.changes.none]
    const rows = told.flatMap((one, at) => {
      const row = [
        `${one.change}`,
        one.time,
        one.by,
        changeSaid(one, words.changes, voice),
        takenBack(changes[at], voice),
      ]
      const next = told[at + 1]
      return next === undefined ? [row] : [row, ...missing(next.change + 1, one.change - 1, voice)]
    })
    return table([{ head: '', right: true }, { head: '' }, { head: '' }, { head: '' }, { head: '' }], rows, voice)
  },
  next: ({ undoable }, { words }) => (undoable === null ? [] : [words.changes.takeBack(undoable)]),
  columns: { change: 'count', at: 'text', by: 'text', command: 'text', facts: 'facts', undoneBy: 'count' },
  id: ({ change }) => change,
  tellsUndo: true,
}

/**
 * Numbers between two changes that no change has: an import that brought nothing new takes one and leaves no change.
 */
function missing(from: number, to: number, { words: { changes } }: Voice): string[][] {
  if (from > to) return []
  return [[from === to ? `${from}` : `${from}-${to}`, '', '', changes.missing, '']]
}

function takenBack(change: LoggedChange | undefined, { words }: Voice): string {
  return change === undefined || change.undoneBy === null ? '' : words.changes.undoneBy(change.undoneBy)
}

/** What a person is asked before a change is taken back. */
export function undoQuestion(change: ToldChange, voice: Voice): string {
  const { changes } = voice.words
  const told = cleanDeep(change)
  return changes.question(told, changeSaid(told, changes, voice))
}

interface UndoneChange {
  readonly undone: Undone
  /** The change taken back. */
  readonly told: ToldChange
}

/** A change taken back, and how many rows of it stayed. */
export const undoScreen: Screen<UndoneChange, Omit<Undone, 'kept'> & { readonly kept: number }> = {
  saysWould: true,
  data: ({ undone }) => undone,
  lines({ undone: { change, undone, kept }, told }, voice) {
    const { changes } = voice.words
    const what = changeSaid(told, changes, voice)
    const said = change === null ? changes.wouldUndo(undone, what) : changes.undone(undone, what)
    return kept.length > 0 ? [said, changes.kept(kept.length, undone)] : [said]
  },
  rows: ({ undone }) => [{ ...undone, kept: undone.kept.length }],
  columns: { change: 'count', undone: 'count', kept: 'count' },
  tellsUndo: true,
}
