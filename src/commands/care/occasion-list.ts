import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { readOccasions } from '../../ledger/care/occasion/occasions.ts'
import { occasionsScreen } from '../../screens/occasion.ts'

export const verb = declare({
  name: 'occasion list',
  args: '[customer]',
  options: ['--all'],
  book: 'read',
  input: (read) => read.object({ customer: read.optional(read.text), all: read.flag }),
  screen: occasionsScreen,
  async run(context, { customer, all }) {
    const customerId =
      customer === undefined ? undefined : (await customerArgument(context, customer, 'occasion list')).id
    return readOccasions(context.book, { customerId, all })
  },
})
