import { verb as declare } from '../../cli/verb.ts'
import { fixEntry } from '../../ledger/account/fix.ts'
import { entryNumber, refuseContact } from '../../ledger/account/numbered.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { fixScreen } from '../../screens/void.ts'

export const verb = declare({
  name: 'fix',
  args: '<entry> <amount>',
  book: 'write',
  input: (read) => read.object({ entry: read.text, amount: read.money }),
  screen: fixScreen,
  async run({ book }, { entry, amount }) {
    refuseContact(entry, 'fix')
    const number = entryNumber(entry)
    if (number === null) throw new LedgerError('entry.unreadable', { text: entry })
    return fixEntry(book, number, amount)
  },
})
