import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { endWants, recordWant } from '../../ledger/care/want/record-want.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { withinLength } from '../../ledger/identity/names.ts'
import { wantScreen } from '../../screens/want.ts'

export const verb = declare({
  name: 'want',
  args: '<customer> <text...>',
  options: ['--until <day>'],
  book: 'write',
  input: (read) => read.object({ customer: read.text, text: read.words, until: read.optional(read.aheadDay) }),
  screen: wantScreen,
  async run(context, { customer: asked, text: words, until }) {
    const { book } = context
    const ends = /^(off|取消|不等了)$/i.test(words[0] ?? '')
    const text = (ends ? words.slice(1) : words).join(' ').trim()
    if (text === '') throw new LedgerError('usage.missing-argument', { argument: 'text', command: 'want' })
    if (ends && until !== undefined) throw new LedgerError('usage.conflict', { first: 'off', second: '--until' })
    const customer = await customerArgument(context, asked, 'want')
    if (ends) return { ended: await endWants(book, customer, text), name: customer.name }
    return {
      wanted: await recordWant(book, customer.id, { text: withinLength('text', text, 200), until }),
      name: customer.name,
    }
  },
})
