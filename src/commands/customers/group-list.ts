import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'group list',
  book: 'read',
  input: (read) => read.object({}),
  async run({ book, terminal, words }) {
    const { listGroups } = await import('../../ledger/audience/group.ts')
    const { figures } = await import('../../terminal/figures.ts')
    const { group } = words
    await terminal.show(await listGroups(book), {
      columns: { name: 'text', filter: 'facts', customers: 'count' },
      say: (groups, voice) =>
        groups.length === 0
          ? [group.none]
          : [
              group.title(book.today),
              ...figures(
                groups.map(({ name, filter, customers }) => [name, String(customers), group.said(filter)]),
                voice,
              ),
              group.use((groups.find(({ customers }) => customers > 0) ?? groups[0])?.name ?? ''),
            ],
    })
  },
})
