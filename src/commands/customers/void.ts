import { verb as declare } from '../../cli/verb.ts'
import { contactNumber, entryNumber } from '../../ledger/account/numbered.ts'
import { voidEntries } from '../../ledger/account/void.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { voidScreen } from '../../screens/void.ts'

export const verb = declare({
  name: 'void',
  args: '<entry...>',
  options: ['--reason <reason>'],
  book: 'write',
  input: (read) => read.object({ entry: read.words, reason: read.optional(read.text) }),
  screen: voidScreen,
  async run({ book }, { entry, reason }) {
    const entries = entry.flatMap((typed) => entryNumber(typed) ?? [])
    const contacts = entry.flatMap((typed) => contactNumber(typed) ?? [])
    const odd = entry.find((typed) => entryNumber(typed) === null && contactNumber(typed) === null)
    if (odd !== undefined) throw new LedgerError('entry.unreadable', { text: odd })
    return voidEntries(book, { entries, contacts, reason })
  },
})
