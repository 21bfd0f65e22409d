import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'list',
  options: [
    '--tier <tiers>',
    '--stage <stages>',
    '--tag <tag>*',
    '--source <text>',
    '--keeper <name>',
    '--owes',
    '--bought <text>',
    '--born <years>',
    '--not-since <day>',
    '--where <key=value>*',
    '--archived',
    '--sort <key>',
    '-l, --limit <count>',
  ],
  book: 'read',
  input: (read) =>
    read.object({
      tier: read.optional(read.many('tier')),
      stage: read.optional(read.many('stage')),
      tag: read.optional(read.array(read.list)),
      source: read.optional(read.text),
      keeper: read.optional(read.text),
      owes: read.flag,
      bought: read.optional(read.text),
      born: read.optional(read.text),
      notSince: read.optional(read.backDay),
      where: read.optional(read.array(read.text)),
      archived: read.flag,
      sort: read.optional(read.text),
      limit: read.optional(read.count(1)),
    }),
  async run({ book, terminal, words }, { tier, stage, tag, born, where, sort, ...same }) {
    const { listCustomers } = await import('../../ledger/customer/list.ts')
    const { readOrder, readWhere, readYears } = await import('../../ledger/customer/list-words.ts')
    const { customersView } = await import('../../terminal/customers.ts')
    const customers = await listCustomers(book, {
      ...same,
      tiers: tier,
      stages: stage,
      tags: tag?.flat(),
      born: born === undefined ? undefined : readYears(born),
      where: where?.map(readWhere),
      sort: sort === undefined ? undefined : readOrder(sort),
    })
    await terminal.show(customers, customersView())
    if (customers.length === 0) terminal.tell(words.customer.noneFits)
  },
})
