import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { linkPayer } from '../../ledger/account/payer.ts'
import { payerLinkedScreen } from '../../screens/payer.ts'

export const verb = declare({
  name: 'payer link',
  args: '<key> <customer>',
  book: 'write',
  input: (read) => read.object({ key: read.text, customer: read.text }),
  screen: payerLinkedScreen,
  async run(context, { key, customer }) {
    return linkPayer(context.book, key, await customerArgument(context, customer, 'payer link'))
  },
})
