import type { Book } from '../../book/book.ts'
import type { Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import type { Channel, Direction, Outcome } from '../../followup/contacts.ts'
import type { ContactColumn } from '../columns.ts'
import type { Row } from '../file/csv.ts'
import { type ImportOutcome, RowFault } from '../outcome.ts'
import type { ImportPlan } from '../plan.ts'
import { dayReader, tagsIn, textIn, wordIn } from './cells.ts'
import { refuseSurplus } from './customer-row.ts'
import { type Buyer, isNobody } from './purchase-row.ts'

/** A contact as a row gives it: null is an empty cell, which has its default or, in what is known already, erases nothing. */
export interface ContactRow {
  readonly line: number
  readonly with: Buyer
  readonly on: Day
  readonly direction: Direction
  readonly channel: Channel | null
  readonly outcome: Outcome | null
  /** Reasons parted by commas. */
  readonly about: string | null
  readonly note: string | null
  readonly nextOn: Day | null
  readonly campaign: string | null
  readonly gift: string | null
  /** Who had the contact, where the file says so. */
  readonly by: string | null
}

/** What telephones and call lists write for the two directions. */
const directions: Readonly<Record<string, Direction>> = {
  呼入: 'in',
  来电: 'in',
  incoming: 'in',
  inbound: 'in',
  呼出: 'out',
  去电: 'out',
  outgoing: 'out',
  outbound: 'out',
}

const walkIns = new Set(['walk-in', 'walkin', '散客'])

/** Reads rows of a contact file. What it returns throws RowFault for a row that cannot be taken. */
export function contactReader(book: Book, { columns, headers }: ImportPlan, tally: ImportOutcome): (row: Row) => ContactRow {
  const day = dayReader()
  const width = headers?.length ?? Number.POSITIVE_INFINITY

  return ({ line, cells }) => {
    let field: ContactColumn | null = null
    let text = ''
    const cell = (column: ContactColumn): string => {
      field = column
      text = textIn(cells[columns.get(column) ?? -1])
      return text
    }
    const read = <Value>(column: ContactColumn, parse: (text: string) => Value) => (cell(column) === '' ? null : parse(text))
    const plain = (column: ContactColumn) => cell(column) || null
    const needed = (column: ContactColumn): never => {
      throw new RowFault('row.missing', { column }, column, cells[columns.get(column) ?? -1] ?? '')
    }
    try {
      refuseSurplus(cells, width)
      const person = { customer: cell('customer'), code: cell('code'), phone: cell('phone'), name: cell('name') }
      if (isNobody(person) || walkIns.has((person.customer || person.name).toLowerCase())) needed(columns.has('customer') ? 'customer' : 'name')
      const on = read('on', day) ?? needed('on')
      if (on > book.today) tally.warn(line, 'row.future', { day: on, today: book.today }, 'on', text)
      const nextOn = read('next', day)
      if (nextOn !== null && nextOn < on) throw new LedgerError('day.next-first', { next: nextOn, on })
      return {
        line,
        with: person,
        on,
        direction: read('direction', (typed) => directions[typed.toLowerCase()] ?? wordIn('direction', typed)) ?? 'out',
        channel: read('channel', (typed) => wordIn('channel', typed)),
        outcome: read('outcome', (typed) => wordIn('outcome', typed)),
        about: read('about', (typed) => [...new Set(tagsIn(typed).map((reason) => wordIn('reason', reason)))].join(',')) || null,
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
