import { verb as declare } from '../../cli/verb.ts'
import { agedBalances, totalsOf } from '../../ledger/account/aged.ts'
import { balancesScreen } from '../../screens/balances.ts'

export const verb = declare({
  name: 'balances',
  book: 'read',
  input: (read) => read.object({}),
  screen: balancesScreen,
  async run({ book }) {
    const rows = await agedBalances(book)
    return { rows, totals: totalsOf(rows, book.currency) }
  },
})
