import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { readTagging } from '../../ledger/customer/details.ts'
import { tagCustomer } from '../../ledger/customer/edit.ts'
import { taggedScreen } from '../../screens/customer-changes.ts'

export const verb = declare({
  name: 'tag',
  args: '<customer> <tags...>',
  book: 'write',
  dashWords: /^-[^-]/,
  input: (read) => read.object({ customer: read.text, tags: read.words }),
  screen: taggedScreen,
  async run(context, { customer: asked, tags }) {
    const { add, remove } = readTagging(tags)
    const { id } = await customerArgument(context, asked, 'tag')
    const { customer, change, ...told } = await tagCustomer(context.book, id, add, remove)
    return { customer, change, told }
  },
})
