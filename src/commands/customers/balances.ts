import { verb as declare } from '../../cli/verb.ts'
import { agedBalances, totalsOf } from '../../ledger/account/aged.ts'
import { balancesScreen } from '../../screens/balances.ts'

export const verb = declare({
  name: 'balances',
  options: ['-l, --limit <count>'],
  book: 'read',
  input: (read) => read.object({ limit: read.optional(read.count(1)) }),
  screen: balancesScreen,
  async run({ book }, { limit }) {
    const rows = await agedBalances(book)
    return { rows: rows.slice(0, limit), totals: totalsOf(rows, book.currency) }
  },
})
