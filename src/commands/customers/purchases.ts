import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'purchases',
  args: '[customer]',
  options: ['-d, --on <day>', '--from <day>', '--to <day>'],
  book: 'read',
  input: (read) =>
    read.object({ customer: read.optional(read.text), on: read.optional(read.backDay), from: read.optional(read.backDay), to: read.optional(read.backDay) }),
  async run(context, { customer, ...days }) {
    const { book, terminal, words } = context
    const { period } = await import('../../ledger/period.ts')
    const { readPurchases } = await import('../../ledger/account/purchases.ts')
    const { namesOf } = await import('../../ledger/book/customer-names.ts')
    const { purchaseColumns } = await import('../../screens/purchases.ts')
    const { table } = await import('../../terminal/table.ts')
    const { clean } = await import('../../terminal/clean.ts')
    const { whoIs } = await import('../../cli/customer-argument.ts')
    const who = customer === undefined ? undefined : await whoIs(context, customer)
    const customerId = who === 'walk-in' ? null : who?.id
    const { rows, sum, refunded, count } = await readPurchases(book, { ...period(days), ...(customerId === undefined ? {} : { customerId }) })
    const names = await namesOf(
      book.db,
      rows.map(({ customerId }) => customerId),
    )
    const { heads, remarks, total, noPurchases } = words.entry
    const nameOf = (id: number | null) => (id === null ? words.terms.walkIn : `${clean(names.get(id) ?? '')} #${id}`)
    await terminal.voice.prepare([...names.values()])
    await terminal.show(rows, {
      say: (value, voice) =>
        value.length === 0
          ? noPurchases
          : [
              ...table(
                [
                  { head: heads.id, right: true },
                  { head: heads.on },
                  { head: heads.customer },
                  { head: heads.item },
                  { head: heads.amount, right: true },
                  { head: heads.remark },
                ],
                value.map((one) => [
                  String(one.id),
                  voice.day(one.on),
                  nameOf(one.customerId),
                  one.item ?? '',
                  voice.money(one.amount),
                  remarks(one, voice)
                    .join(' ')
                    .replace(/\s*\n\s*/g, ' '),
                ]),
                voice,
              ),
              total(count, sum, refunded, voice),
            ],
      columns: purchaseColumns,
      id: ({ id }) => id,
    })
  },
})
