import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'statement',
  args: '<customer>',
  options: ['--from <day>', '--to <day>', '--short'],
  book: 'read',
  input: (read) => read.object({ customer: read.text, from: read.optional(read.backDay), to: read.optional(read.backDay), short: read.flag }),
  async run(context, { customer, from, to, short }) {
    const { book, terminal, words } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { statementOf } = await import('../../ledger/account/statement.ts')
    const { table } = await import('../../terminal/table.ts')
    const { id } = await someone(context, customer, 'statement')
    const said = words.account.statement
    await terminal.show(await statementOf(book, id, { from, to }), {
      say: (value, voice) => {
        if (short) return said.short(value, book.name, voice, book.today)
        const amount = (text: string) => (voice.balance(text) === '' ? '' : voice.money(text))
        const rows = value.entries.map((line) => [
          voice.day(line.on),
          String(line.id),
          said.line(line, voice),
          amount(line.charged),
          amount(line.settled),
          said.standing(line.balance, voice),
        ])
        const opening = [voice.day(value.from), '', said.opening, '', '', said.standing(value.opening, voice)]
        return [
          voice.strong(said.title(value)),
          ...table(
            said.heads.map((head, at) => ({ head, right: at === 1 || at > 2 })),
            [opening, ...rows],
            voice,
          ),
        ]
      },
      rows: ({ entries }) => entries,
      columns: { id: 'count', kind: 'text', on: 'day', item: 'text', amount: 'money', charged: 'money', settled: 'money', balance: 'balance' },
      id: (line) => line.id,
    })
  },
})
