import { verb as declare } from '../../cli/verb.ts'
import type { NewPurchase } from '../../ledger/account/purchase.ts'

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
  async run(context, { customer, amount, what, item, unpaid, due, on, ...said }) {
    const { book, terminal, words } = context
    const { LedgerError } = await import('../../ledger/errors.ts')
    const { purchaseColumns } = await import('../../screens/purchases.ts')
    if (unpaid && said.paid !== undefined) throw new LedgerError('usage.conflict', { first: '--paid', second: '--unpaid' })
    if (item !== undefined && what.length > 0) throw new LedgerError('usage.conflict', { first: 'ITEM', second: '--item' })
    const given = { ...said, dueOn: due, on: on ?? book.today }
    if (customer === '-') {
      const { keepTill } = await import('./buy-lines.ts')
      return keepTill(context, { ...given, item, unpaid })
    }
    if (amount === undefined) throw new LedgerError('usage.missing-argument', { argument: 'amount', command: 'buy' })
    const { whoIs } = await import('../../cli/customer-argument.ts')
    const { recordPurchase } = await import('../../ledger/account/purchase.ts')
    const who = await whoIs(context, customer)
    const wanted: NewPurchase = { ...given, customerId: who === 'walk-in' ? null : who.id, amount, item: item ?? what.join(' '), withTakings: true }
    const bought = await recordPurchase(book, unpaid ? { ...wanted, paid: 0 } : wanted)
    const { wrap } = await import('../../terminal/width.ts')
    return terminal.show(bought, {
      say: (value, voice) => [
        ...wrap(words.entry.bought(value, voice, book.today), voice.width ?? Number.POSITIVE_INFINITY, '    '),
        ...(value.change === null ? [] : [words.undoHint(value.change)]),
      ],
      columns: purchaseColumns,
      id: ({ id }) => id,
    })
  },
})
