import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { removePerson } from '../../ledger/customer/person.ts'
import { personRemovedScreen } from '../../screens/person.ts'

export const verb = declare({
  name: 'person remove',
  args: '<customer> <name>',
  book: 'write',
  input: (read) => read.object({ customer: read.text, name: read.text }),
  screen: personRemovedScreen,
  run: async (context, { customer, name }) =>
    removePerson(context.book, await customerArgument(context, customer, 'person remove'), name),
})
