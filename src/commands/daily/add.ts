import { detailFlags, detailInput, detailsOf } from '../../cli/customer-flags.ts'
import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'add',
  args: '[NAME]',
  options: detailFlags,
  book: 'create',
  input: (read) => {
    const { name, ...details } = detailInput(read, 'add')
    return read.object({ NAME: name, name, ...details })
  },
  async run(context, { NAME, name = NAME, ...typed }) {
    const { book, terminal, words } = context
    const { LedgerError } = await import('../../ledger/errors.ts')
    if (name === undefined) throw new LedgerError('usage.empty-name', { command: 'add' })
    if (NAME !== undefined && NAME !== name) throw new LedgerError('usage.conflict', { first: NAME, second: `--name ${name}` })
    const { addCustomer } = await import('../../ledger/customer/add.ts')
    const { card, changedView } = await import('../../screens/customers.ts')
    const { cleanDeep } = await import('../../terminal/clean.ts')
    const { customer, alike, change } = await addCustomer(book, { ...(await detailsOf(context, typed, 'add')), name })
    if (alike.length > 0) terminal.warn(words.customer.alike(cleanDeep(customer.name), cleanDeep(alike)))
    await terminal.show(
      { ...customer, change },
      changedView((added, voice) => [words.customer.added(card(added, voice))]),
    )
  },
})
