import { verb as declare } from '../../cli/verb.ts'
import { recordArrival } from '../../ledger/care/want/record-want.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { arrivedScreen } from '../../screens/want.ts'

export const verb = declare({
  name: 'arrived',
  args: '<text...>',
  book: 'write',
  input: (read) => read.object({ text: read.words }),
  screen: arrivedScreen,
  async run({ book }, { text: words }) {
    const text = words.join(' ').trim()
    if (text === '') throw new LedgerError('usage.missing-argument', { argument: 'text', command: 'arrived' })
    return recordArrival(book, text)
  },
})
