import { LedgerError } from '../../errors.ts'
import type { CustomerColumn } from '../columns.ts'
import type { ImportPlan } from '../import-plan.ts'
import type { Notes } from '../outcome.ts'
import { textIn } from './cells.ts'

/** Fields that may be missing: one that cannot be read is told and left out, and the row stays. */
export const optional: ReadonlySet<CustomerColumn> = new Set<CustomerColumn>([
  'kind',
  'email',
  'birthday',
  'joined',
  'style',
  'potential',
  'visits_before',
  'spent_before',
  'last_purchase',
  'points',
  'wallet_share',
  'preferred_channel',
  'credit_limit',
  'do_not_contact',
  'consent',
  'archived',
])

/** The row of a roster that is being read; one serves a whole file, a row at a time. */
export class RosterRow {
  line = 0
  cells: readonly string[] = []
  /** The column read last, and its cell as it stands in the file. */
  field: CustomerColumn | null = null
  text = ''
  private readonly columns: ReadonlyMap<CustomerColumn, number>
  private readonly emptyWords: ReadonlySet<string>

  constructor(
    { columns, layout }: Pick<ImportPlan, 'columns' | 'layout'>,
    readonly notes: Notes,
  ) {
    this.columns = columns as ReadonlyMap<CustomerColumn, number>
    this.emptyWords = new Set(layout.empty)
  }

  begin(line: number, cells: readonly string[]): void {
    this.line = line
    this.cells = cells
    this.field = null
    this.text = ''
  }

  /** The cell as it stands in the file. */
  rawOf(column: CustomerColumn): string {
    return this.cells[this.columns.get(column) ?? -1] ?? ''
  }

  /** '' where the cell is missing or says that there is nothing. */
  cell(column: CustomerColumn): string {
    const place = this.columns.get(column)
    if (place === undefined) return ''
    this.field = column
    this.text = this.cells[place] ?? ''
    const said = textIn(this.text)
    if (said === '' && this.text !== '') this.notes.blank(this.line, column, this.text)
    return this.emptyWords.size > 0 && this.emptyWords.has(said) ? '' : said
  }

  plain(column: CustomerColumn): string | null {
    return this.cell(column) || null
  }

  /** Null for an empty cell, and for one that cannot be read where it may be missing: that is told. */
  read<Value>(column: CustomerColumn, value: (text: string) => Value): Value | null {
    const said = this.cell(column)
    if (said === '') return null
    try {
      return value(said)
    } catch (error) {
      if (!(error instanceof LedgerError) || !optional.has(column)) throw error
      this.notes.warn(this.line, error.code, error.facts as never, column, this.text)
      return null
    }
  }
}
