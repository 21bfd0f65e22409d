import type { Statement, StatementLine } from '../ledger/account/statement.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'

interface StatementAsked {
  readonly statement: Statement
  /** A few lines to send to the customer, in the shop's name. */
  readonly short: boolean
  readonly shop: string
}

/** Opening, entries, running balance. */
export const statementScreen: Screen<StatementAsked, StatementLine> = {
  data: ({ statement }) => statement,
  rows: ({ statement }) => statement.entries,
  lines({ statement, short, shop }, voice) {
    const said = voice.words.account.statement
    if (short) return said.short(statement, shop, voice, voice.today)
    const amount = (text: string) => (voice.balance(text) === '' ? '' : voice.money(text))
    const rows = statement.entries.map((line) => [
      voice.day(line.on),
      String(line.id),
      said.line(line, voice),
      amount(line.charged),
      amount(line.settled),
      said.standing(line.balance, voice),
    ])
    const opening = [voice.day(statement.from), '', said.opening, '', '', said.standing(statement.opening, voice)]
    const heads = said.heads.map((head, at) => ({ head, right: at === 1 || at > 2 }))
    return [voice.strong(said.title(statement)), ...table(heads, [opening, ...rows], voice)]
  },
  columns: {
    id: 'count',
    kind: 'text',
    on: 'day',
    item: 'text',
    amount: 'money',
    charged: 'money',
    settled: 'money',
    balance: 'balance',
  },
  id: ({ id }) => id,
}
