import { listed, listFlags, listInput } from '../../cli/audience-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import { listCustomers } from '../../ledger/customer/list.ts'
import { readOrder } from '../../ledger/customer/list-options.ts'
import { listScreen } from '../../screens/customers.ts'

export const verb = declare({
  name: 'list',
  options: [...listFlags, '--sort <key>', '-l, --limit <count>'],
  book: 'read',
  input: (read) =>
    read.object({ ...listInput(read), sort: read.optional(read.text), limit: read.optional(read.count(1)) }),
  screen: listScreen,
  async run({ book }, { sort, limit, ...audience }) {
    const order = sort === undefined ? undefined : readOrder(sort)
    const customers = await listCustomers(book, { ...listed(audience), sort: order, limit })
    return { customers, sorted: order?.by, cut: customers.length === limit }
  },
})
