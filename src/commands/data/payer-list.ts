import { verb as declare } from '../../cli/verb.ts'
import { linkedPayers, openPayers } from '../../ledger/account/payers.ts'
import { payersScreen } from '../../screens/payer.ts'

export const verb = declare({
  name: 'payer list',
  options: ['--linked'],
  book: 'read',
  input: (read) => read.object({ linked: read.flag }),
  screen: payersScreen,
  run: async ({ book }, { linked }) => ({ linked, rows: await (linked ? linkedPayers(book) : openPayers(book)) }),
})
