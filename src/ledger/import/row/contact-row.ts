import type { Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import type { ContactOutcome, Direction } from '../../followup/contacts.ts'
import type { Channel } from '../../vocabulary.ts'
import type { ContactColumn } from '../columns.ts'
import type { Row } from '../file/csv.ts'
import { type ImportPlan, widthOf } from '../import-plan.ts'
import { type Notes, type ReadContext, RowFault, RowSkip } from '../outcome.ts'
import { textIn } from './cells.ts'
import { type Call, callIn, directionIn } from './contact-words.ts'
import { dayReader } from './day-cells.ts'
import { besidePersons, personIn } from './person-cells.ts'
import type { Buyer } from './purchase.ts'
import { sheetCells } from './sheet-cells.ts'
import { skipOtherList } from './skip-other-list.ts'
import { refuseSurplus } from './surplus.ts'
import { unreadOutcomes } from './unread-states.ts'
import { tagsIn, wordIn } from './word-cells.ts'

/**
 * A contact as a row gives it: null is an empty cell, which has its default or, in what is known already, erases
 * nothing.
 */
export interface ContactRow {
  readonly line: number
  readonly with: Buyer
  readonly on: Day
  readonly direction: Direction
  readonly channel: Channel | null
  readonly outcome: ContactOutcome | null
  /** Reasons parted by commas. */
  readonly about: string | null
  readonly note: string | null
  readonly nextOn: Day | null
  readonly campaign: string | null
  readonly gift: string | null
  /** Who had the contact, where the file says so. */
  readonly by: string | null
}

/** How a contact came out where its row does not say. */
export function outcomeOf(direction: Direction, outcome: ContactOutcome | null): ContactOutcome {
  return outcome ?? (direction === 'in' ? 'wants-reply' : 'reached')
}

function callOf(text: string): Call {
  const found = callIn(text)
  if (found === null)
    throw new LedgerError('usage.bad-choice', {
      asked: text,
      what: 'call_type',
      choices: ['呼入', '呼出', '未接', 'incoming', 'outgoing', 'missed'],
    })
  return found
}

/**
 * Reads rows of a contact file. What it returns throws RowFault for a row that cannot be taken, RowSkip for one that is
 * nobody.
 */
export function contactReader(book: ReadContext, plan: ImportPlan, notes: Notes): (row: Row) => ContactRow {
  const { columns, headers, notations } = plan
  const days = { on: dayReader(book, notations.days.on ?? null), next: dayReader(book, notations.days.next ?? null) }
  const width = widthOf(plan)
  const at = (column: ContactColumn) => columns.get(column) ?? -1
  const aside = besidePersons(headers, at)

  const sheet = sheetCells(plan, new Set(), notes)
  const watch = unreadOutcomes(plan, notes)

  return (row) => {
    const { line } = row
    let { cells } = row
    let field: ContactColumn | null = null
    let text = ''
    const cell = (column: ContactColumn): string => {
      field = column
      text = textIn(cells[columns.get(column) ?? -1])
      return text
    }
    const read = <Value>(column: ContactColumn, parse: (text: string) => Value) =>
      cell(column) === '' ? null : parse(text)
    const plain = (column: ContactColumn) => cell(column) || null
    const needed = (column: ContactColumn): never => {
      throw new RowFault('row.missing', { column }, column, cells[columns.get(column) ?? -1] ?? '')
    }
    try {
      skipOtherList(row, notes)
      refuseSurplus(cells, width)
      const beside = aside(cells)
      if (beside !== null) throw new RowSkip(beside)
      cells = sheet(row)
      const person = personIn(cell) ?? needed(columns.has('customer') ? 'customer' : 'name')
      const on = read('on', (typed) => days.on(typed).day) ?? needed('on')
      if (on > book.today) notes.warn(line, 'row.future', { day: on, today: book.today }, 'on', text)
      const call = read('call_type', callOf)
      const nextOn = read('next', (typed) => days.next(typed).day)
      if (nextOn !== null && nextOn < on) throw new LedgerError('day.next-first', { next: nextOn, on })
      watch?.(cells, line)
      return {
        line,
        with: person,
        on,
        direction:
          read('direction', (typed) => directionIn(typed) ?? wordIn('direction', typed)) ?? call?.direction ?? 'out',
        channel: read('channel', (typed) => wordIn('channel', typed)) ?? (call ? 'call' : null),
        outcome: read('outcome', (typed) => wordIn('outcome', typed)) ?? call?.outcome ?? null,
        about:
          read('about', (typed) => [...new Set(tagsIn(typed).map((reason) => wordIn('reason', reason)))].join(',')) ||
          null,
        note: plain('note'),
        nextOn,
        campaign: plain('campaign'),
        gift: plain('gift'),
        by: plain('by'),
      }
    } catch (error) {
      if (error instanceof LedgerError) throw new RowFault(error.code, error.facts, field, text)
      throw error
    }
  }
}
