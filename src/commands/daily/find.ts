import { verb as declare } from '../../cli/verb.ts'
import { findCustomers } from '../../ledger/customer/find.ts'
import { foundScreen } from '../../screens/customers.ts'

export const verb = declare({
  name: 'find',
  args: '<text...>',
  options: ['--archived'],
  book: 'read',
  input: (read) => read.object({ text: read.words, archived: read.flag }),
  screen: foundScreen,
  run: async ({ book }, { text, archived }) => ({
    text: text.join(' '),
    ...(await findCustomers(book, text, { archived })),
  }),
})
