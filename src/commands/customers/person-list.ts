import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { readPersons } from '../../ledger/customer/person.ts'
import { personsScreen } from '../../screens/person.ts'

export const verb = declare({
  name: 'person list',
  args: '<customer>',
  book: 'read',
  input: (read) => read.object({ customer: read.text }),
  screen: personsScreen,
  async run(context, { customer: asked }) {
    const customer = await customerArgument(context, asked, 'person list')
    return { customer, persons: (await readPersons(context.book.db, [customer.id])).get(customer.id) ?? [] }
  },
})
