import { customerArgument } from '../../cli/customer-argument.ts'
import { paidHow, readGoods } from '../../cli/goods.ts'
import { verb as declare } from '../../cli/verb.ts'
import { sellPass } from '../../ledger/account/pass.ts'
import { soldPassScreen } from '../../screens/pass.ts'

const options = [
  '--until <day>',
  '-d, --on <day>',
  '-p, --paid <amount>',
  '-u, --unpaid',
  '--method <method>',
  '-n, --note <note>',
  '--over-limit',
] as const

export const verb = declare({
  name: 'pass sell',
  args: '<customer> <visits> <amount> [what...]',
  options,
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.text,
      visits: read.count(1, 10_000),
      amount: read.money,
      what: read.words,
      until: read.optional(read.aheadOf),
      on: read.optional(read.pastDay),
      paid: read.optional(read.money),
      unpaid: read.flag,
      method: read.optional(read.text),
      note: read.optional(read.text),
      overLimit: read.flag,
    }),
  screen: soldPassScreen,
  async run(context, { customer, what, until, on, paid, unpaid, method, ...sale }) {
    const { book } = context
    const goods = readGoods(what, options, 'pass sell')
    const how = paidHow({ paid, unpaid: unpaid || goods.unpaid, method })
    const { id } = await customerArgument(context, customer, 'pass sell')
    return sellPass(book, {
      ...sale,
      method,
      ...how,
      customerId: id,
      item: goods.item,
      on: on ?? book.today,
      until: until?.(on) ?? null,
    })
  },
})
