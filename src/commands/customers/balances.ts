import { verb as declare } from '../../cli/verb.ts'
import type { AgedBalance } from '../../ledger/account/aged.ts'

export const verb = declare({
  name: 'balances',
  book: 'read',
  input: (read) => read.object({}),
  async run({ book, terminal, words }) {
    const { agedBalances, totalsOf } = await import('../../ledger/account/aged.ts')
    const { table } = await import('../../terminal/table.ts')
    const { balances: said } = words.account
    await terminal.show(await agedBalances(book), {
      say: (rows, voice) => {
        if (rows.length === 0) return said.nobody
        const debts = rows.filter(({ balance }) => !balance.startsWith('-'))
        const credits = rows.filter(({ balance }) => balance.startsWith('-'))
        const amount = (text: string) => (voice.balance(text) === '' ? '-' : voice.money(text))
        const owing = debts.map((row) => [
          `#${row.customerId} ${row.name}`,
          ...[row.balance, row.days0, row.days31, row.days61, row.days91].map(amount),
          row.lastReminderOn ? voice.day(row.lastReminderOn) : said.never,
        ])
        const [first] = debts
        return [
          said.totals(totalsOf(rows, book.currency), voice),
          ...(first
            ? table(
                said.heads.map((head, at) => ({ head, right: at > 0 && at < 6 })),
                owing,
                voice,
              )
            : []),
          ...(first && credits.length > 0 ? [''] : []),
          ...(credits.length > 0
            ? table(
                [{ head: said.credits }, { head: '', right: true }, { head: '' }],
                credits.map((row) => [`#${row.customerId} ${row.name}`, voice.money(row.balance.slice(1)), row.phone ? voice.phone(row.phone) : '']),
                voice,
              )
            : []),
          ...(first ? said.next(first.customerId) : []),
        ]
      },
      columns: {
        customerId: 'count',
        name: 'text',
        phone: 'phone',
        balance: 'balance',
        oldestOn: 'day',
        days0: 'money',
        days31: 'money',
        days61: 'money',
        days91: 'money',
        lastReminderOn: 'day',
      },
      id: ({ customerId }: AgedBalance) => customerId,
    })
  },
})
