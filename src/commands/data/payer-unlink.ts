import { verb as declare } from '../../cli/verb.ts'
import { unlinkPayer } from '../../ledger/account/payer.ts'
import { payerUnlinkedScreen } from '../../screens/payer.ts'

export const verb = declare({
  name: 'payer unlink',
  args: '<key>',
  book: 'write',
  input: (read) => read.object({ key: read.text }),
  screen: payerUnlinkedScreen,
  run: ({ book }, { key }) => unlinkPayer(book, key),
})
