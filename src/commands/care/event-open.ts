import { verb as declare } from '../../cli/verb.ts'
import { openEvent } from '../../ledger/care/event/open-event.ts'
import { readName } from '../../ledger/customer/details.ts'
import { eventOpenedScreen } from '../../screens/event.ts'

export const verb = declare({
  name: 'event open',
  args: '<name> <day>',
  options: ['-n, --note <text>'],
  book: 'write',
  input: (read) =>
    read.object({
      name: read.from((typed) => readName(typed, 'event open')),
      day: read.aheadDay,
      note: read.optional(read.text),
    }),
  screen: eventOpenedScreen,
  run: ({ book }, { name, day, note }) => openEvent(book, name, day, note || null),
})
