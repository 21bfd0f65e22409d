import { listed, listFlags, listInput } from '../../cli/audience-flags.ts'
import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'group save',
  args: '<name>',
  options: [...listFlags, '--replace'],
  book: 'write',
  input: (read) => read.object({ ...listInput(read), name: read.text, notSince: read.optional(read.text), replace: read.flag }),
  async run({ book, terminal, words }, { name, notSince, replace, ...audience }) {
    const { notSinceOf, saveGroup } = await import('../../ledger/audience/group.ts')
    const filter = await listed({ ...audience, notSince: undefined })
    const since = notSince === undefined ? {} : notSinceOf(notSince, book.today)
    await terminal.show(await saveGroup(book, name, { ...filter, ...since }, replace), {
      columns: { name: 'text', filter: 'facts', customers: 'count', change: 'count' },
      say: ({ name, filter, customers, change }) => [
        words.group.saved(name, filter, customers),
        ...(change === null ? [] : [words.group.use(name), words.undoHint(change)]),
      ],
    })
  },
})
