import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'group delete',
  args: '<name>',
  book: 'write',
  input: (read) => read.object({ name: read.text }),
  async run({ book, terminal, words }, { name }) {
    const { deleteGroup } = await import('../../ledger/audience/group.ts')
    await terminal.show(await deleteGroup(book, name), {
      columns: { name: 'text', change: 'count' },
      say: ({ name, change }) => [words.group.deleted(name), ...(change === null ? [] : [words.undoHint(change)])],
    })
  },
})
