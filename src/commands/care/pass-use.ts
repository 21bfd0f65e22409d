import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { usePass } from '../../ledger/account/pass.ts'
import { passVisitScreen } from '../../screens/pass.ts'

export const verb = declare({
  name: 'pass use',
  args: '<customer>',
  options: ['--pass <n>', '-d, --on <day>', '-n, --note <note>'],
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.text,
      pass: read.optional(read.count(1)),
      on: read.optional(read.pastDay),
      note: read.optional(read.text),
    }),
  screen: passVisitScreen,
  async run(context, { customer, on, ...wanted }) {
    const { book } = context
    return usePass(book, await customerArgument(context, customer, 'pass use'), { ...wanted, on: on ?? book.today })
  },
})
