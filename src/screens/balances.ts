import type { AgedBalance, BalanceTotals } from '../ledger/account/aged.ts'
import { firstNamed } from '../ledger/identity/names.ts'
import type { Screen } from '../terminal/screen.ts'
import { type Head, table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { leftOut } from './report.ts'

/** Who owes, by age, and who has credit, apart. */
export const balancesScreen: Screen<
  { readonly rows: readonly AgedBalance[]; readonly totals: BalanceTotals },
  AgedBalance
> = {
  data: ({ rows }) => rows,
  lines({ rows, totals }, voice) {
    const said = voice.words.account.balances
    if (rows.length === 0) return said.nobody
    const debts = rows.filter(({ balance }) => !balance.startsWith('-'))
    const credits = rows.filter(({ balance }) => balance.startsWith('-'))
    const amount = (text: string) => (voice.balance(text) === '' ? '-' : voice.money(text))
    const owing = debts.map((row) => [
      `#${row.customerId}`,
      row.name,
      ...[row.balance, row.days0, row.days31, row.days61, row.days91].map(amount),
      row.lastReminderOn ? voice.day(row.lastReminderOn) : said.never,
      row.phone ? voice.phone(row.phone) : '',
    ])
    const owed = () =>
      table(
        [
          { head: '' },
          ...said.heads.map((head, at) => owingHead(head, at)),
          { head: said.phone, whole: true, extra: true },
        ],
        owing,
        voice,
      )
    const inCredit = () =>
      table(
        [{ head: '' }, { head: '', whole: true }, { head: '', right: true }, { head: '', whole: true }],
        credits.map((row) => [
          `#${row.customerId}`,
          row.name,
          voice.money(row.balance.slice(1)),
          row.phone ? voice.phone(row.phone) : '',
        ]),
        voice,
      )
    const [first] = debts
    return [
      totalsLine(totals, voice),
      ...(first ? owed() : []),
      ...(first && credits.length > 0 ? [''] : []),
      ...(credits.length > 0 ? [voice.dim(said.credits), ...inCredit()] : []),
      ...leftOut(totals.debtors + totals.creditors, { limit: rows.length }, voice),
    ]
  },
  next({ rows }, { words }) {
    const named = firstNamed(rows.filter(({ balance }) => !balance.startsWith('-')))
    return named ? words.account.balances.next(named.customerId, named.balance) : []
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
  id: ({ customerId }) => customerId,
}

/**
 * The name, the balance, its four ages, the last reminder: on a narrow terminal the reminder goes first, then the ages,
 * the youngest last.
 */
function owingHead(head: string, at: number): Head {
  if (at === 0) return { head, whole: true }
  if (at === 1) return { head, right: true }
  return at === 6 ? { head, goes: 1 } : { head, right: true, goes: 7 - at }
}

function totalsLine({ debtors, owed, creditors, credit }: BalanceTotals, { words, money }: Voice): string {
  const { owe, nobodyOwes, haveCredit } = words.account.balances
  const debts = debtors > 0 ? owe(debtors, money(owed)) : nobodyOwes
  return [debts, creditors > 0 && haveCredit(creditors, money(credit))].filter(Boolean).join(words.marks.clauses)
}
