import { LedgerError } from '../errors.ts'
import type { ImportKind } from './columns.ts'
import type { Row } from './file/csv.ts'
import type { OpenedFile } from './read-file.ts'
import { wholeHeadings } from './whole-headings.ts'

/**
 * What a file is of: what was asked for, what its format says, or what its headings say. Throws roster.refused,
 * roster.other-kind, roster.unclear-kind.
 */
export function kindOf({ table, top, found }: OpenedFile, asked: ImportKind | null): ImportKind {
  const { file } = table.about
  if (found?.format.kind === 'refuse') {
    const { title, instead } = found.format
    throw new LedgerError('roster.refused', { file, title, instead: instead ?? title })
  }
  if (found && asked !== null && found.format.kind !== asked) {
    const { title, kind } = found.format
    throw new LedgerError('roster.other-kind', { file, title, kind, asked })
  }
  const kind = asked ?? found?.format.kind ?? kindByHeadings(top)
  if (kind === null) throw new LedgerError('roster.unclear-kind', { file, headers: (top[0]?.cells ?? []).slice(0, 20) })
  return kind
}

/** The columns that tell one kind of list from the others, the surest first. */
const signs: readonly (readonly [kind: ImportKind, anyOf: readonly string[]])[] = [
  ['purchases', ['amount', 'unit_price']],
  ['contacts', ['outcome', 'direction', 'channel', 'call_type', 'next']],
  ['surveys', ['perceived']],
]

/** What a file without a format is of, by its headings. */
function kindByHeadings(top: readonly Row[]): ImportKind | null {
  const found = signs.find(([kind, anyOf]) => {
    const columns = wholeHeadings(kind, top)
    return anyOf.some((column) => columns.has(column))
  })
  if (found) return found[0]
  return wholeHeadings('customers', top).size > 0 ? 'customers' : null
}
