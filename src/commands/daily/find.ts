import { verb as declare } from '../../cli/verb.ts'
import { findCustomers } from '../../ledger/customer/find.ts'
import { foundScreen } from '../../screens/customers.ts'

export const verb = declare({
  name: 'find',
  args: '<text...>',
  options: ['--archived', '--everywhere', '-l, --limit <count>'],
  book: 'read',
  input: (read) =>
    read.object({ text: read.words, archived: read.flag, everywhere: read.flag, limit: read.optional(read.count(1)) }),
  screen: foundScreen,
  async run({ book }, { text, archived, everywhere, limit }) {
    const found = await findCustomers(book, text, { archived, everywhere })
    return {
      text: text.join(' '),
      ...found,
      customers: limit === undefined ? found.customers : found.customers.slice(0, limit),
    }
  },
})
