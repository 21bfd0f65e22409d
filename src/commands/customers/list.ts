import { listed, listFlags, listInput } from '../../cli/audience-flags.ts'
import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'list',
  options: [...listFlags, '--sort <key>', '-l, --limit <count>'],
  book: 'read',
  input: (read) => read.object({ ...listInput(read), sort: read.optional(read.text), limit: read.optional(read.count(1)) }),
  async run({ book, terminal, words }, { sort, limit, ...audience }) {
    const { listCustomers } = await import('../../ledger/customer/list.ts')
    const { readOrder } = await import('../../ledger/customer/list-options.ts')
    const { customersView } = await import('../../screens/customers.ts')
    const order = sort === undefined ? undefined : readOrder(sort)
    const customers = await listCustomers(book, { ...(await listed(audience)), sort: order, limit })
    await terminal.show(customers, customersView(order?.by))
    if (customers.length === 0) terminal.tell(words.customer.noneFits)
  },
})
