import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'find',
  args: '<text...>',
  options: ['--archived'],
  book: 'read',
  input: (read) => read.object({ text: read.words, archived: read.flag }),
  async run({ book, terminal, words }, { text, archived }) {
    const { findCustomers } = await import('../../ledger/customer/find.ts')
    const { customersView } = await import('../../screens/customers.ts')
    const found = await findCustomers(book, text, { archived })
    await terminal.show(found.customers, customersView())
    if (found.customers.length === 0) terminal.tell(words.customer.notFound(text.join(' '), found.archived))
    else if (found.archived > 0) terminal.tell(words.customer.alsoArchived(found.archived))
  },
})
