import type { Column } from '../columns.ts'
import type { Row } from '../file/csv.ts'
import { placesOf } from '../format/bind.ts'
import { type ImportPlan, widthOf } from '../import-plan.ts'
import { type Notes, RowFault } from '../outcome.ts'
import { moneyColumns } from '../profile/notations.ts'

/** Columns that a formula without a value, or an error, in them may leave empty: nothing hangs on them. */
const beside: ReadonlySet<Column> = new Set<Column>([
  ...([
    'item',
    'note',
    'notes',
    'reason',
    'by',
    'address',
    'called',
    'payer_name',
    'company',
    'wechat',
    'source',
    'tags',
    'keeper',
    'hours',
  ] as const),
  ...(['referred_by', 'tier', 'campaign', 'gift', 'more', 'first_name'] as const),
])

/**
 * What the cells of a workbook's row say, by what each is beyond its text: a formula that was never calculated and an
 * error are no text; a day whose year the owner does not see is a birthday without one; an amount is not repeated by a
 * merge, nor is a person; a number is written with a point whatever the texts beside it are written with. The cells of
 * other files are as they stand. `optional` are columns that may be empty.
 * What it returns throws RowFault row.uncalculated, row.sheet-error.
 */
export function sheetCells(
  plan: ImportPlan,
  optional: ReadonlySet<Column>,
  notes: Pick<Notes, 'warn'>,
): (row: Row) => readonly string[] {
  if (plan.table.form !== 'workbook') return ({ cells }) => cells
  const { columns, layout, notations, kind } = plan
  const width = widthOf(plan)
  const used = new Map<number, Column[]>()
  const use = (at: number, column: Column) => used.set(at, [...(used.get(at) ?? []), column])
  for (const [column, at] of columns) if (at < width) use(at, column)
  for (const { column, value } of layout.derived) for (const at of placesOf(value)) use(at, column)
  for (const { at } of [...layout.states, ...layout.kinds]) use(at, 'status')
  const columnsAt = (at: number): readonly Column[] => used.get(at) ?? []
  const mayBeEmpty = (column: Column) => beside.has(column) || optional.has(column)

  function said(text: string, letter: string | undefined, at: number, line: number): string {
    switch (letter) {
      case 'f':
      case 'e': {
        const code = letter === 'f' ? 'row.uncalculated' : 'row.sheet-error'
        const needed = columnsAt(at).find((column) => !mayBeEmpty(column))
        if (needed !== undefined) throw new RowFault(code, { text }, needed, text)
        const [column] = columnsAt(at)
        if (column !== undefined || plan.facts.some((fact) => fact.at === at) || plan.options.keepUnknown)
          notes.warn(line, code, { text }, column ?? null, text)
        return ''
      }
      case 'm':
        return columnsAt(at).includes('birthday') ? text.slice(5, 10) : text
      case 'c':
        return columnsAt(at).some(
          (column) => moneyColumns.includes(column) || (column === 'name' && kind === 'customers'),
        )
          ? ''
          : text
      case 'n':
        return notations.money[at] === 'comma' ? text.replace('.', ',') : text
      default:
        return text
    }
  }

  return ({ line, cells, kinds }) =>
    kinds === undefined || !/[efmcn]/.test(kinds) ? cells : cells.map((text, at) => said(text, kinds[at], at, line))
}
