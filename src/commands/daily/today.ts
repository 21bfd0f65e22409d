import { verb as declare } from '../../cli/verb.ts'

/** What `regulars` alone shows on a terminal. */
export const verb = declare({
  name: '',
  book: 'read',
  input: (read) => read.object({}),
  async run({ book, terminal, words }) {
    const { readToday } = await import('../../ledger/today/today.ts')
    await terminal.show(await readToday(book), { say: words.glance })
  },
})
