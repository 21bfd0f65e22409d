import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { removeOccasion } from '../../ledger/care/occasion/record-occasion.ts'
import { occasionRemovedScreen } from '../../screens/occasion.ts'

export const verb = declare({
  name: 'occasion remove',
  args: '<customer> <text...>',
  book: 'write',
  input: (read) => read.object({ customer: read.text, text: read.words }),
  screen: occasionRemovedScreen,
  run: async (context, { customer, text }) =>
    removeOccasion(context.book, await customerArgument(context, customer, 'occasion remove'), text.join(' ').trim()),
})
