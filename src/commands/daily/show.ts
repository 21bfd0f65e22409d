import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'show',
  args: '<customers...>',
  book: 'read',
  input: (read) => read.object({ customers: read.words }),
  async run(context, { customers: asked }) {
    const { book, terminal } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { readProfiles } = await import('../../ledger/customer/show.ts')
    const { customerColumns } = await import('../../screens/customers.ts')
    const { nextLines, portraitLines } = await import('../../screens/show.ts')
    const { cleanDeep } = await import('../../terminal/clean.ts')
    const ids: number[] = []
    for (const one of asked) ids.push((await someone(context, one, 'show')).id)
    const portraits = await readProfiles(book, [...new Set(ids)])
    const customers = portraits.map(({ customer }) => customer)
    const [only] = customers
    await terminal.show(only && asked.length === 1 ? only : customers, {
      say: (_, voice) =>
        cleanDeep(portraits).flatMap((portrait, at) => [...(at > 0 ? [''] : []), ...portraitLines(portrait, book.today, voice), ...nextLines(portrait, voice)]),
      rows: () => customers,
      columns: customerColumns,
      id: ({ id }) => id,
    })
  },
})
