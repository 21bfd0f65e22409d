import { customerOrWalkIn } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { type NewPurchase, recordPurchase } from '../../ledger/account/purchase.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { boughtScreen } from '../../screens/entry.ts'
import { buyLines } from './buy-lines.ts'

export const verb = declare({
  name: 'buy',
  args: '<customer> [amount] [what...]',
  options: [
    '-i, --item <item>',
    '--cost <amount>',
    '--discount <amount>',
    '-d, --on <day>',
    '-p, --paid <amount>',
    '-u, --unpaid',
    '--due <day>',
    '--ref <reference>',
    '--method <method>',
    '-n, --note <note>',
    '--over-limit',
  ],
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.text,
      amount: read.optional(read.money),
      what: read.words,
      item: read.optional(read.text),
      cost: read.optional(read.money),
      discount: read.optional(read.money),
      on: read.optional(read.pastDay),
      paid: read.optional(read.money),
      unpaid: read.flag,
      due: read.optional(read.aheadDay),
      ref: read.optional(read.text),
      method: read.optional(read.text),
      note: read.optional(read.text),
      overLimit: read.flag,
    }),
  screen: boughtScreen,
  async run(context, { customer, amount, what, item, unpaid, due, on, ...said }) {
    const { book } = context
    if (unpaid && said.paid !== undefined) throw new LedgerError('usage.conflict', { first: '--paid', second: '--unpaid' })
    if (item !== undefined && what.length > 0) throw new LedgerError('usage.conflict', { first: 'ITEM', second: '--item' })
    const given = { ...said, dueOn: due, on: on ?? book.today }
    if (customer === '-') return buyLines(context, { ...given, item, unpaid })
    if (amount === undefined) throw new LedgerError('usage.missing-argument', { argument: 'amount', command: 'buy' })
    const who = await customerOrWalkIn(context, customer)
    const customerId = who === 'walk-in' ? null : who.id
    const wanted: NewPurchase = { ...given, customerId, amount, item: item ?? what.join(' '), withTakings: true }
    return recordPurchase(book, unpaid ? { ...wanted, paid: 0 } : wanted)
  },
})
