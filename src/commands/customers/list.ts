import { listed, listFlags, listInput } from '../../cli/audience-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import type { Customer } from '../../ledger/customer/customer.ts'
import { listCustomers } from '../../ledger/customer/list.ts'
import { readOrder } from '../../ledger/customer/list-options.ts'
import { listedInWords, listScreen } from '../../screens/customers.ts'

export const verb = declare({
  name: 'list',
  options: [...listFlags, '--sort <key>', '-l, --limit <count>'],
  book: 'read',
  input: (read) =>
    read.object({ ...listInput(read), sort: read.optional(read.text), limit: read.optional(read.count(1)) }),
  screen: listScreen,
  async run({ book, terminal }, { sort, limit, ...audience }) {
    const order = sort === undefined ? undefined : readOrder(sort)
    const list = await listCustomers(book, { ...listed(audience), sort: order, limit })
    const about = { sorted: order?.by, cut: list.count === limit }
    if (list.count > 0 && (await terminal.showPages(list.pages, listScreen, listedInWords(about)))) return
    const customers: Customer[] = []
    for await (const page of list.pages()) for (const customer of page) customers.push(customer)
    return { customers, ...about }
  },
})
