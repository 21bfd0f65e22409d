import { customerArgument } from '../../cli/customer-argument.ts'
import { periodFlags, periodInput } from '../../cli/period-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import { namesOf } from '../../ledger/book/customer-names.ts'
import { readContacts } from '../../ledger/followup/contacts.ts'
import { period } from '../../ledger/period.ts'
import { contactsScreen } from '../../screens/contacts.ts'

export const verb = declare({
  name: 'contacts',
  args: '[customer]',
  options: [...periodFlags, '-l, --limit <count>'],
  book: 'read',
  input: (read) =>
    read.object({
      customer: read.optional(read.text),
      ...periodInput(read),
      limit: read.optional(read.count(1)),
    }),
  screen: contactsScreen,
  async run(context, { customer, limit, ...days }) {
    const { book } = context
    const customerId = customer === undefined ? undefined : (await customerArgument(context, customer, 'contacts')).id
    const rows = await readContacts(book, { ...period(days, book.today), customerId })
    const ids = rows.map(({ customerId }) => customerId)
    const shown = limit === undefined ? rows : rows.slice(0, limit)
    return { rows: shown, all: rows.length, names: Object.fromEntries(await namesOf(book.db, ids)) }
  },
})
