import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { readOccasionDay } from '../../ledger/care/occasion/occasion-day.ts'
import { recordOccasion } from '../../ledger/care/occasion/record-occasion.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { withinLength } from '../../ledger/identity/names.ts'
import { occasionAddedScreen } from '../../screens/occasion.ts'

export const verb = declare({
  name: 'occasion add',
  args: '<customer> <day> <text...>',
  options: ['--every <often>', '--ahead <days>'],
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.text,
      day: read.text,
      text: read.words,
      every: read.optional(read.one('every')),
      ahead: read.optional(read.count(0, 366)),
    }),
  screen: occasionAddedScreen,
  async run(context, { customer, day, text: words, every, ahead = null }) {
    const { book } = context
    const text = words.join(' ').trim()
    if (text === '') throw new LedgerError('usage.missing-argument', { argument: 'text', command: 'occasion add' })
    const who = await customerArgument(context, customer, 'occasion add')
    const noted = readOccasionDay(day, every, book.today)
    return recordOccasion(book, who, { ...noted, text: withinLength('text', text, 200), ahead })
  },
})
