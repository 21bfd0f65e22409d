import { verb as declare } from '../../cli/verb.ts'
import type { LoggedChange } from '../../ledger/book/change/log.ts'

export const verb = declare({
  name: 'log',
  options: ['--from <day>', '--to <day>', '-l, --limit <n>'],
  book: 'read',
  input: (read) => read.object({ from: read.optional(read.backDay), to: read.optional(read.backDay), limit: read.optional(read.count(1)) }),
  async run({ book, terminal, words }, filter) {
    const { readLog, tellable } = await import('../../ledger/book/change/log.ts')
    const { cleanDeep } = await import('../../terminal/clean.ts')
    const { table } = await import('../../terminal/table.ts')
    const changes = await readLog(book, filter)
    const told = cleanDeep(await tellable(book, changes))
    await terminal.show(changes, {
      say: (_, voice) => {
        const rows = told.map((one, at) => [
          `${one.change}`,
          one.time,
          one.by,
          words.changes.tell(one, voice),
          words.changes.undoneBy(changes[at]?.undoneBy ?? null),
        ])
        return rows.length === 0
          ? [words.changes.none]
          : table([{ head: '', right: true }, { head: '' }, { head: '' }, { head: '' }, { head: '' }], rows, voice)
      },
      columns: { change: 'count', at: 'text', by: 'text', command: 'text', facts: 'facts', undoneBy: 'count' },
      id: ({ change }: LoggedChange) => change,
    })
  },
})
