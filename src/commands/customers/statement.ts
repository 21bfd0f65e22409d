import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { statementOf } from '../../ledger/account/statement.ts'
import { statementScreen } from '../../screens/statement.ts'

export const verb = declare({
  name: 'statement',
  args: '<customer>',
  options: ['--from <day>', '--to <day>', '--short'],
  book: 'read',
  input: (read) =>
    read.object({
      customer: read.text,
      from: read.optional(read.backDay),
      to: read.optional(read.backDay),
      short: read.flag,
    }),
  screen: statementScreen,
  async run(context, { customer, from, to, short }) {
    const { book } = context
    const { id } = await customerArgument(context, customer, 'statement')
    return { statement: await statementOf(book, id, { from, to }), short, shop: book.name }
  },
})
