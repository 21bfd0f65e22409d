import { detailFlags, detailInput, detailsOf } from '../../cli/customer-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import { addCustomer } from '../../ledger/customer/add.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { addedScreen } from '../../screens/customer-changes.ts'

export const verb = declare({
  name: 'add',
  args: '[NAME]',
  options: detailFlags,
  book: 'create',
  input: (read) => {
    const { name, ...details } = detailInput(read, 'add')
    return read.object({ NAME: name, name, ...details })
  },
  screen: addedScreen,
  async run(context, { NAME, name = NAME, ...typed }) {
    if (name === undefined) throw new LedgerError('usage.empty-name', { command: 'add' })
    if (NAME !== undefined && NAME !== name)
      throw new LedgerError('usage.conflict', { first: NAME, second: `--name ${name}` })
    const { customer, alike, change } = await addCustomer(context.book, {
      ...(await detailsOf(context, typed, 'add')),
      name,
    })
    return { customer, change, told: { alike } }
  },
})
