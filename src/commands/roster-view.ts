import type { Roster } from '../ledger/roster/plan.ts'
import type { Words } from '../locales/en.ts'
import { clean } from '../terminal/clean.ts'
import type { View } from '../terminal/terminal.ts'
import { cut, padEnd, widthOf, wrap } from '../terminal/width.ts'
import type { ImportValue } from './roster.ts'

/** How an import is said: what it would do before it is done, in two lines after. */
export function rosterView(roster: Roster, classified: boolean, words: Words): View<ImportValue, ImportValue> {
  return {
    say: (value, { width }) => (value.dryRun ? previewed(value, roster, words, width ?? 80) : done(value, roster, classified, words)),
    columns: { change: 'count', file: 'text', encoding: 'text', rows: 'count', created: 'count', updated: 'count', unchanged: 'count', rejected: 'count' },
  }
}

function previewed(value: ImportValue, roster: Roster, words: Words, width: number): string[] {
  const say = words.roster
  const file = value.file === '-' ? say.stdin : value.file
  const pairs = Object.entries(value.columns).map(([column, header]) => `${header}→${say.means(column)}`)
  const unknown = value.unknownColumns
  const about = [
    ...block(say.columns, [pairs.join('  ')], width),
    ...(unknown.length === 0
      ? []
      : block(
          say.unknownHead,
          [say.unknown(unknown, roster.options.keepUnknown), ...(roster.options.keepUnknown ? [] : [say.unknownHint(unknown[0] ?? '')])],
          width,
        )),
    ...block(say.firstRows, shown(roster), width),
    ...block(say.resultHead, [say.result(value, value.rows)], width),
    ...faults(say.rejectedHead, value.errors, value.rejected, words, width),
    ...faults(say.warningHead, value.warnings, value.warnings.length, words, width),
  ]
  return [say.file(file, say.written[roster.table.form](value), roster.table.form === 'cards' ? null : roster.headed, value.rows), ...about].map(clean)
}

/** A head, and its lines beside it. */
function block(head: string, lines: readonly string[], width: number): string[] {
  const inner = Math.max(40, width - 12)
  const [first = '', ...rest] = lines.flatMap((line) => wrap(line, inner))
  return [`  ${padEnd(head, 9)} ${first}`, ...rest.map((line) => `${' '.repeat(12)}${line}`)]
}

function shown({ firstRows, columns }: Roster): string[] {
  const places = [...columns.values()]
  const rows = firstRows.map(({ cells }) => places.map((at) => cut((cells[at] ?? '').replace(/\s+/g, ' ') || '-', 20)))
  const widths = places.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => padEnd(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function faults(head: string, all: ImportValue['errors'], counted: number, words: Words, width: number): string[] {
  if (counted === 0) return []
  const say = words.roster
  // Twins have one sentence, which names all their lines.
  const distinct = all.filter(({ code, message }, at) => code !== 'row.twins' || all.findIndex((other) => other.message === message) === at)
  const some = distinct.slice(0, 5).map(({ line, field, value, message }) => say.fault(line, field, value, message))
  const left = counted - (all.length - distinct.length) - some.length
  return block(head, left > 0 ? [...some, say.more(left)] : some, width)
}

function done(value: ImportValue, { options }: Roster, classified: boolean, words: Words): string[] {
  const say = words.roster
  if (value.change === null) return [say.nothingNew(value, options.rejects)]
  return [[say.done(value, options.rejects), ...(classified ? [say.classified] : []), say.undo(value.change)].join(say.gap)]
}
