import type { Context } from '../../cli/context.ts'
import type { Column, ImportKind } from '../../ledger/import/columns.ts'
import type { AskColumns } from '../../ledger/import/find-columns.ts'
import { nameOf } from '../../screens/import.ts'
import { examplesAt, listedAcross } from '../../screens/import-columns.ts'

/** What is asked for: the columns old rosters and tills have, not all there are (`--map` knows those). */
const usual: Record<ImportKind, readonly Column[]> = {
  customers: [
    'name',
    'phone',
    'code',
    'birthday',
    'joined',
    'credit',
    'owes',
    'points',
    'tags',
    'address',
    'wechat',
    'notes',
  ],
  purchases: ['customer', 'phone', 'code', 'on', 'amount', 'item', 'ref', 'cost', 'discount', 'method', 'paid'],
  contacts: ['customer', 'phone', 'code', 'on', 'channel', 'direction', 'outcome', 'note', 'next'],
  surveys: ['customer', 'phone', 'code', 'on', 'perceived', 'expected', 'aspect', 'comment'],
}

/** Asks what each column of a file is, showing what stands in it; says at the end what to type the next time. */
export function askColumns({ terminal, words, world }: Context): AskColumns {
  const say = words.importing
  return async ({ file, kind, headers, rows, known }) => {
    const choices = usual[kind].filter((column) => !known.has(column))
    const places = new Set(known.values())
    const answers = new Map<Column, string>()
    const names = choices.map((one) => say.asked(one))
    terminal.warn(
      [
        (headers === null ? say.unclear.header : say.unclear.column)(nameOf(file, words)),
        ...listedAcross(
          names.map((name, at) => `${at + 1} ${name}`),
          world.stderr.columns || 80,
        ),
      ].join('\n'),
    )
    for (let at = 0; at < Math.max(headers?.length ?? 0, ...rows.map((row) => row.length)); at++) {
      if (places.has(at) || answers.size === choices.length) continue
      const header = headers?.[at] ?? ''
      const column = header === '' || /[,，=＝\s]/.test(header) ? String(at + 1) : header
      const examples = examplesAt(rows, at)
      const named = header === '' || /^\d+$/.test(header) ? say.numbered(header || String(at + 1)) : say.called(header)
      const stands = examples.join(words.marks.items) || say.empty
      const chosen = await terminal.chooseListed(say.whatIs(named, stands), names)
      const answer = chosen === null ? undefined : choices[chosen]
      if (answer !== undefined) answers.set(answer, column)
    }
    if (answers.size === 0) return null
    terminal.warn(say.nextTime([...answers].map(([column, header]) => `${column}=${header}`).join(',')))
    return [...answers]
  }
}
