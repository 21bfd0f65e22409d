import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { explainCustomer } from '../../ledger/customer/why.ts'
import { whyScreen } from '../../screens/why.ts'

export const verb = declare({
  name: 'why',
  args: '<customer>',
  book: 'read',
  input: (read) => read.object({ customer: read.text }),
  screen: whyScreen,
  async run(context, { customer }) {
    const { book } = context
    const told = await explainCustomer(book, await customerArgument(context, customer, 'why'))
    const figures = told.tier?.sorted?.why
    const sales = book.policy['tier.margin'] === 1 && figures?.profit === figures?.spent
    return { told, measure: sales ? ('sales' as const) : ('profit' as const) }
  },
})
