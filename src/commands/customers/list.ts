import { listed, listFlags, listInput } from '../audience.ts'
import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'list',
  options: [...listFlags, '--sort <key>', '-l, --limit <count>'],
  book: 'read',
  input: (read) => read.object({ ...listInput(read), sort: read.optional(read.text), limit: read.optional(read.count(1)) }),
  async run({ book, terminal, words }, { sort, limit, ...audience }) {
    const { listCustomers } = await import('../../ledger/customer/list.ts')
    const { readOrder } = await import('../../ledger/customer/list-words.ts')
    const { customersView } = await import('../../terminal/customers.ts')
    const customers = await listCustomers(book, { ...(await listed(audience)), sort: sort === undefined ? undefined : readOrder(sort), limit })
    await terminal.show(customers, customersView())
    if (customers.length === 0) terminal.tell(words.customer.noneFits)
  },
})
